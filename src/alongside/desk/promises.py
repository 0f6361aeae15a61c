"""When we meet: a visit planned, moved, and how it ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence
from alongside.journeys import actions as journeys
from alongside.journeys.models import Visit
from alongside.journeys.words import NO_ANSWER
from alongside.people.models import Whereabouts
from alongside.teams.queries import colleagues
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import written

from .forms.promises import EndVisitForm, VisitForm


@page(methods=WRITING)
def visit(request: Request, person_id: UUID) -> HttpResponse:
    """When to meet."""
    opened = open_person(request, person_id)
    if not Whereabouts.objects.filter(person_id=opened.id).exists():
        raise NotYours(Sentence("Where they are is protected, and so is when you meet. Ask one of those who are named on their page."))
    sheet = sheet_of(opened, _("When will you meet %(name)s?") % {"name": opened.called}, _("It is in your day."), draft="visit", at="visits")

    def plan(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        journeys.plan_visit(opened.person, **said, staff_id=staff.id, by=request.actor, at=request.now)

    return written(
        request,
        VisitForm,
        sheet,
        plan,
        initial={"staff": request.actor.id},
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def move_visit(request: Request, person_id: UUID, visit_id: UUID) -> HttpResponse:
    """Another day, time or place for a visit that was planned."""
    opened = open_person(request, person_id)
    found = about(Visit, opened, visit_id)
    sheet = sheet_of(opened, _("Another day to meet %(name)s") % {"name": opened.called}, _("It is moved."), draft=f"moved visit/{found.id}", at="visits")

    def move(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        journeys.move_visit(found, **said, staff_id=staff.id, by=request.actor, at=request.now)

    initial = {
        "on": found.on,
        "starts_at": found.starts_at and found.starts_at.strftime("%H:%M"),
        "where": found.where,
        "words": found.words,
        "staff": found.staff_id,
    }
    return written(
        request,
        VisitForm,
        sheet,
        move,
        stands=initial,
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def end_visit(request: Request, person_id: UUID, visit_id: UUID) -> HttpResponse:
    """How a visit ended, with a few words about it: they are a note like any other."""
    opened = open_person(request, person_id)
    found = about(Visit, opened, visit_id)
    title = _("%(name)s, %(day)s: did you meet?") % {"name": opened.called, "day": date_format(found.on, "j F Y")}
    met, told = request.POST.get("how") == "met", bool(request.POST.get("words", "").strip())
    kept = _("Kept. Write a few words about it.") if met else _("Kept. Nothing follows from it; plan another day if you both like.")
    sheet = sheet_of(
        opened,
        title,
        _("Kept, and the note with it.") if told else kept,
        draft=f"ended visit/{found.id}",
        at="story" if told else "note" if met else "visits",
    )

    def settle(said: dict[str, Any]) -> None:
        journeys.end_visit(found, said["how"], by=request.actor, at=request.now)
        if said["words"].strip():
            # A visit on which nobody was in is no visit and no contact; what was said when it was put off is something else.
            kind = {"met": said["kind"], "not in": NO_ANSWER.stored}.get(said["how"], "other")
            journeys.write_note(opened.person, said["words"], on=min(found.on, timezone.localdate(request.now)), how=kind, by=request.actor, at=request.now)

    return written(request, EndVisitForm, sheet, settle)
