"""What changed in somebody's life, all of it: told in one go, put in the order in which it matters, and what each is worth to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F, Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.foundation.refusals import NotYours, Refused
from alongside.money.pence import in_pounds
from alongside.outcomes import actions
from alongside.outcomes.models import CountsAs, LifeChange, Worth
from alongside.outcomes.worth import Said
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other, written

from . import words
from .forms.story import PlacesForm, SeveralChangesForm, WorthForm


def changes_of(person_id: UUID) -> list[LifeChange]:
    """All of them in their order, those without a place last; with what they are worth, the newest answer first."""
    newest = Worth.objects.order_by("-on", "-at")
    kinds = CountsAs.objects.select_related("listed").order_by("kind")
    some = LifeChange.objects.filter(person_id=person_id).order_by(F("place").asc(nulls_last=True), "-noticed_on", "-at")
    return list(some.prefetch_related(Prefetch("worths", newest), Prefetch("kinds", kinds)))


def _here(opened: Opened) -> str:
    return reverse("desk:all changes", args=[opened.id])


@page(methods=WRITING)
def all_changes(request: Request, person_id: UUID) -> HttpResponse:
    """Everything that changed, and a number beside each: which matters most to them."""
    opened = open_person(request, person_id)
    told = changes_of(opened.id)
    if request.method != "POST":
        return _shown(request, opened, PlacesForm(changes=told, vocabulary=request.actor.vocabulary))
    form = PlacesForm(request.POST, changes=told, vocabulary=request.actor.vocabulary)
    if form.is_valid():
        try:
            actions.place_changes(opened.person, form.places(), by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("Their order is kept."))
            return see_other(_here(opened))
    return _shown(request, opened, form, status=422)


def _shown(request: Request, opened: Opened, form: PlacesForm, status: int = 200) -> HttpResponse:
    lines = [{"change": change, "box": box, "worth": in_words(change)} for change, box in form.lines()]
    title = say(words.ALL_CHANGES, request.actor.vocabulary, name=opened.called)
    return render(request, "desk/changes.html", {"person": opened, "form": form, "lines": lines, "title": title}, status=status)


def in_words(change: LifeChange) -> dict[str, Any] | None:
    """The newest answer to what it is worth, with its sums in pounds."""
    newest = next(iter(change.worths.all()), None)
    if newest is None:
        return None
    prices = {name: in_pounds(pence) if (pence := getattr(newest, f"{name}_pence")) is not None else "" for name in ("above", "below")}
    return {"said": newest, "sum": in_pounds(newest.pence) if newest.pence is not None else "", **prices}


@page(methods=WRITING)
def told(request: Request, person_id: UUID) -> HttpResponse:
    """Several changes in one go: from the form that they filled in, or as they tell them."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        say(words.CHANGES_TOLD, request.actor.vocabulary, name=opened.called),
        _("It is kept. Which of them matters most?"),
        draft="changes",
        lead=_("From the form that they filled in, or as they tell it. Only the words and the direction have to be there; whatever they left out, leave out."),
    )
    sheet = replace(sheet, template="desk/changes_told.html", back=_here(opened), then=_here(opened))

    def do(said: dict[str, Any]) -> None:
        asked = ("others_share", "would_have_happened", "lasts")
        rows = [one | {name: one[name] or "not asked" for name in asked} | {"noticed_on": one["noticed_on"] or said["on"]} for one in said["told"]]
        actions.tell_changes(opened.person, rows, by=request.actor, at=request.now)

    return written(request, SeveralChangesForm, sheet, do)


@page(methods=WRITING)
def worth(request: Request, person_id: UUID, change_id: UUID) -> HttpResponse:
    """What it is worth to them, by whichever way they like, or that they would rather not say."""
    opened = open_person(request, person_id)
    change = about(LifeChange, opened, change_id)
    sheet = sheet_of(
        opened,
        _("What is it worth to %(name)s?") % {"name": opened.called},
        _("It is kept as they said it."),
        draft=f"worth/{change.id}",
        lead=_("“%(words)s” Ask in whichever way they like. It is never about what they have, and “I’d rather not say” is an answer.")
        % {"words": change.words},
    )
    sheet = replace(
        sheet,
        template="desk/worth.html",
        back=_here(opened),
        then=_here(opened),
        more=sheet.more | {"change": change, "worths": change.worths.order_by("-on", "-at")},
    )

    def do(said: dict[str, Any]) -> None:
        how, on, pence = said.pop("how"), said.pop("on"), said.pop("pounds")
        actions.say_worth(change, Said(pence=pence, **said), how=how, on=on, by=request.actor, at=request.now)

    return written(request, WorthForm, sheet, do, initial={"how": "aloud"})


@page(methods=("POST",))
def take_back_worth(request: Request, person_id: UUID, worth_id: UUID) -> HttpResponse:
    """They never said so, or would rather have it gone."""
    opened = open_person(request, person_id)
    actions.take_back_worth(about(Worth, opened, worth_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(_here(opened))
