"""Next steps, with who does each; several from one talk, put right, undone, and how they went."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions as journeys
from alongside.journeys.models import Step
from alongside.journeys.rules import StepAsked
from alongside.people.queries import names_in_their_life
from alongside.teams.queries import colleagues
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import saved, see_other, written

from . import words
from .forms.steps import NOT_YET, EndStepForm, StepForm

_MORE = ("second", "third")


def _asked(said: dict[str, Any]) -> StepAsked:
    staff = said.pop("staff")
    return StepAsked(**said, staff_id=staff.id if staff else None)


def names_around(request: Request, opened: Opened) -> list[str]:
    """The people who are written down in their life, to be offered while somebody types."""
    return names_in_their_life(opened.id, on=timezone.localdate(request.now))


@page(methods=WRITING)
def step(request: Request, person_id: UUID) -> HttpResponse:
    """A next step, with who does it; up to three from one talk are kept together."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    given: dict[str, Any] = {
        "vocabulary": mine,
        "colleagues": colleagues(request.actor, on=timezone.localdate(request.now)),
    }
    sent = request.POST if request.method == "POST" else None
    first = StepForm(sent, initial={"staff": request.actor.id}, **given)
    more = [StepForm(sent, prefix=prefix, empty_permitted=True, **given) for prefix in _MORE]
    sheet = sheet_of(opened, say(words.STEP_FOR, mine, name=opened.called), say(words.STEP_KEPT, mine), draft="step", at="steps")
    if sent is not None and all(form.is_valid() for form in (first, *more)):
        wanted = [first, *(form for form in more if form.has_changed())]
        if all(_added(request, opened, form) for form in wanted):
            return saved(request, sheet)
    draft = draft_of("step", opened.id, by=request.actor) if sent is None else None
    context = {"form": first, "more": more, "sheet": sheet, "draft": draft, "names": names_around(request, opened), **sheet.more}
    return render(request, "desk/steps.html", context, status=200 if sent is None else 422)


def _added(request: Request, opened: Opened, form: StepForm) -> bool:
    try:
        journeys.add_step(opened.person, _asked(dict(form.cleaned_data)), by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        return False
    return True


@page(methods=WRITING)
def amend_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """Put a step right that goes on, or say now why a service is needed."""
    opened = open_person(request, person_id)
    found, mine = about(Step, opened, step_id), request.actor.vocabulary
    sheet = sheet_of(
        opened,
        say(words.STEP_PUT_RIGHT, mine),
        say(words.STEP_IS_PUT_RIGHT, mine),
        draft=f"amended step/{found.id}",
        at="steps",
        names=names_around(request, opened),
    )
    initial = {name: getattr(found, name) for name in ("words", "who_kind", "who", "why_a_service", "by_when")} | {"staff": found.staff_id}
    return written(
        request,
        StepForm,
        sheet,
        lambda said: journeys.amend_step(found, _asked(said), by=request.actor, at=request.now),
        stands=initial,
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=("POST",))
def take_back_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """Undo a step that one wrote down by mistake, on the day one did."""
    opened = open_person(request, person_id)
    journeys.take_back_step(about(Step, opened, step_id), by=request.actor, at=request.now)
    messages.success(request, say(words.STEP_TAKEN_BACK, request.actor.vocabulary))
    return see_other(reverse("desk:person", args=[opened.id]) + "#steps")


@page(methods=WRITING)
def end_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """How a step went."""
    opened = open_person(request, person_id)
    found = about(Step, opened, step_id)
    sheet = sheet_of(opened, found.words, _("How it went is kept."), draft=f"ended step/{found.id}", at="steps")

    def do(said: dict[str, Any]) -> None:
        by_when = said.pop("by_when")
        if said["as_"] == NOT_YET:
            journeys.go_on(found, how_it_went=said["how_it_went"], by_when=by_when, by=request.actor, at=request.now)
        else:
            journeys.end_step(found, **said, by=request.actor, at=request.now)

    initial = {"how_it_went": found.how_it_went, "by_when": found.by_when}
    return written(request, EndStepForm, sheet, do, stands=initial)


@page(methods=("POST",))
def take_up_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """A step that had ended goes on after all."""
    opened = open_person(request, person_id)
    journeys.take_up_again(about(Step, opened, step_id), by=request.actor, at=request.now)
    messages.success(request, say(words.STEP_GOES_ON, request.actor.vocabulary))
    return see_other(reverse("desk:person", args=[opened.id]) + "#steps")
