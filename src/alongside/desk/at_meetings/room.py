"""In the room: notes of one person at a time, kept while they are typed, and what is agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.meetings import actions
from alongside.meetings.actions.room import NOTES, mark_of
from alongside.meetings.models import Agreed
from alongside.meetings.queries import present_at, seats_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from ..forms.meetings import AgreedForm, NotesForm
from .day import SAME_TEAM, kept_by_us
from .finding import Item, Sitting, items_of


def _here(sitting: Sitting, listed_id: UUID) -> str:
    return reverse("desk:meeting notes", args=[sitting.series.id, sitting.on.isoformat(), listed_id])


def beside(items: list[Item], one: Item) -> dict[str, Any]:
    """Who comes before and after on the list, and the place of this one."""
    at = items.index(one)
    return {"before": items[at - 1] if at else None, "after": items[at + 1] if at + 1 < len(items) else None, "place": at + 1, "many": len(items)}


def _found(request: Request, series_id: UUID, day: str, listed_id: UUID) -> tuple[Sitting, list[Item], Item]:
    sitting = kept_by_us(request, series_id, day)
    items = items_of(request, sitting.meeting, SAME_TEAM)
    one = next((item for item in items if item.listed.id == listed_id), None)
    if one is None:
        raise Http404
    return sitting, items, one


def _steps(request: Request, sitting: Sitting, form: AgreedForm | None = None) -> dict[str, Any]:
    """What the part of the next steps needs: who sits there, and the boxes for one more."""
    seats = seats_of(sitting.series, on=sitting.on)
    return {"agree_form": form or AgreedForm(seats=seats, vocabulary=request.actor.vocabulary), "seats": {seat.id: seat for seat in seats}}


def _agreed_part(request: Request, sitting: Sitting, item: Item, form: AgreedForm | None = None, wrong: str = "") -> HttpResponse:
    """The next steps alone, put in place of themselves, so that no page loads while people speak."""
    context = {"sitting": sitting, "series": sitting.series, "item": item, "wrong_step": wrong, **_steps(request, sitting, form)}
    return render(request, "desk/meetings/_next_steps.html", context)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def notes(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """One person: what they agreed may be known, what is said, what is agreed. Each box keeps itself; where two write in one, both texts stand."""
    sitting, items, one = _found(request, series_id, day, listed_id)
    clashing: dict[str, str] = {}
    wrong = ""
    if request.method == "POST":
        given = {name: request.POST[name] for name in NOTES if name in request.POST}
        stood = {name: request.POST[f"stood_{name}"] for name in NOTES if f"stood_{name}" in request.POST}
        try:
            clashing = actions.keep_notes(one.listed, given, stood, both="both" in request.POST, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            wrong = say_refusal(refused, request.actor.vocabulary)
        if not (clashing or wrong or request.htmx):
            messages.success(request, _("The notes are kept."))
            return see_other(_here(sitting, listed_id))
    typed = {name: request.POST.get(name, "") for name in NOTES} if request.method == "POST" else {}
    stands = {name: getattr(one.discussed, name, "") if one.discussed else "" for name in NOTES}
    # A box that was not kept goes on saying what it was opened with, so that nothing typed later covers what somebody else wrote.
    marks = [(name, request.POST.get(f"stood_{name}", "") if name in clashing or wrong else mark_of(typed.get(name, stands[name]).strip())) for name in NOTES]
    form = NotesForm(initial=stands | typed, vocabulary=request.actor.vocabulary)
    context = {
        "sitting": sitting,
        "series": sitting.series,
        "item": one,
        "form": form,
        "marks": marks,
        "clashing": [(form.fields[name].label, words) for name, words in clashing.items()],
        "wrong": wrong,
        **beside(items, one),
    }
    if request.htmx and request.method == "POST":
        return render(request, "desk/meetings/_kept.html", context)
    context |= {**_steps(request, sitting), "present": present_at(sitting.meeting)}
    return render(request, "desk/meetings/notes.html", context, status=422 if clashing or wrong else 200)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def agree(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """A next step of one person, who does it, and by when."""
    sitting, items, one = _found(request, series_id, day, listed_id)
    form = AgreedForm(request.POST if request.method == "POST" else None, seats=seats_of(sitting.series, on=sitting.on), vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.agree(one.listed, **form.cleaned_data, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            if request.htmx:
                return _agreed_part(request, sitting, replace(one, agreed=[*one.agreed, made]))
            return see_other(f"{_here(sitting, listed_id)}#agreed")
    if request.htmx:
        return _agreed_part(request, sitting, one, form)
    context = {"sitting": sitting, "series": sitting.series, "item": one, "form": form, **beside(items, one)}
    return render(request, "desk/meetings/agree.html", context, status=422 if form.errors else 200)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def not_agreed(request: Request, series_id: UUID, day: str, listed_id: UUID, agreed_id: UUID) -> HttpResponse:
    """It was not agreed so."""
    sitting, _items, one = _found(request, series_id, day, listed_id)
    row = Agreed.objects.filter(id=agreed_id, listed=one.listed).first()
    if row is None:
        raise Http404
    row.meeting = one.listed.meeting
    left, wrong = [step for step in one.agreed if step.id != agreed_id], ""
    try:
        actions.take_back_agreed(row, by=request.actor, at=request.now)
    except Refused as refused:
        left, wrong = one.agreed, say_refusal(refused, request.actor.vocabulary)
    if request.htmx:
        return _agreed_part(request, sitting, replace(one, agreed=left), wrong=wrong)
    if wrong:
        messages.error(request, wrong)
    return see_other(f"{_here(sitting, listed_id)}#agreed")
