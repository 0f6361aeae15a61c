"""A note put right: its words, with whom it was, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, all_in_sight, leave_names_shown, open_person
from alongside.foundation.refusals import Refused
from alongside.journeys import actions
from alongside.journeys.actions.notes import of_one_visit
from alongside.journeys.models import Note, Outing
from alongside.journeys.rules import Took
from alongside.teams.models import Team
from alongside.teams.queries import names_of
from alongside.trail.doing import one_at_a_time
from alongside.trail.models import Change
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .choosing import called, choices, likely, looked_for, ticked_in, with_the_one_found
from .forms.noting import TOOK, AmendForm

KEPT = ("text", "only", "how", "on")
"""What a note says: another version when any of it is another."""


@dataclass(frozen=True)
class Version:
    """What a note said until somebody put it right, and when that was."""

    text: str
    only: str
    how: str
    on: date
    until: datetime
    by: str


def _note(request: Request, opened: Opened, note_id: UUID) -> Note:
    """The note on this page. Whoever changes it waits for whoever changes it from another page."""
    note = about(Note, opened, note_id)
    if request.method == "POST" and note.together:
        one_at_a_time(note.together)
        note.refresh_from_db()
    return note


@page(methods=WRITING)
def amend(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """Put a note of one's own right, on every page it stands on."""
    opened = open_person(request, person_id)
    note = _note(request, opened, note_id)
    mine = request.actor.vocabulary
    pages = len(of_one_visit(note))
    sheet = sheet_of(
        opened,
        _("Put this note right"),
        _("The note is put right. What it said before is kept too."),
        draft=f"amended note/{note.id}",
        lead=say(words.ON_SEVERAL_PAGES if pages > 1 else words.ONLY_ITS_WRITER, mine, many=pages),
        note=note,
    )
    asks, visit = _asked_for(request, note), note.together or note.id
    spent = Outing.objects.filter(visit=visit, by_id=request.actor.id).first() if asks else None

    def do(said: dict[str, Any]) -> None:
        took = {name: said.pop(name, None) for name in TOOK}
        actions.amend_note(note, said.pop("text"), **said, by=request.actor, at=request.now)
        if asks:
            # What a team does not ask for any more stays as it was said.
            before: dict[str, Any] = {name: took[name] if name in asks else stood[name] for name in TOOK}
            actions.say_what_it_took(visit, Took(**before), on=said["on"], by=request.actor, at=request.now)

    stood = {
        "minutes": spent.minutes if spent else None,
        "travel_minutes": spent.travel_minutes if spent else None,
        "miles": Decimal(spent.tenths_of_miles) / 10 if spent and spent.tenths_of_miles is not None else None,
    }
    return written(
        request,
        AmendForm,
        replace(sheet, template="desk/amend_note.html"),
        do,
        stands={name: getattr(note, name) for name in KEPT} | {name: stood[name] for name in TOOK if name in asks},
        called=opened.called,
        several=note.of_them > 1 or bool(note.only),
        asks=asks,
    )


def _asked_for(request: Request, note: Note) -> set[str]:
    """What the team asks of a visit's minutes and miles, where the note is one's own."""
    team = Team.objects.filter(id=request.actor.team_id).first() if note.by_id == request.actor.id else None
    return set(team.asks) & set(TOOK) if team else set()


@page(methods=WRITING)
def with_whom(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """With whom a visit was: who is added now has the note on their page, who is taken off has it no longer."""
    opened = open_person(request, person_id)
    note = _note(request, opened, note_id)
    if request.method == "POST" and "look" not in request.POST:
        return _settled(request, note)
    pages = {one.person_id: one for one in of_one_visit(note)}
    people = all_in_sight(pages)
    leave_names_shown(request, opened.because, [one.id for one in people if one.id != opened.id])
    typed = request.POST.get("find", "")
    found = [key for key in called(typed) or likely(request) if key not in pages]
    context = {
        "person": opened,
        "note": note,
        "there": [(one, pages[one.id]) for one in people],
        "unnamed": max(note.of_them - len(people), 0),
        "choices": choices(request, with_the_one_found(ticked_in(request.POST), found if typed.strip() else []), found),
        "going": [one.id for one in pages.values() if str(one.id) in request.POST.getlist(OFF)],
        **looked_for(typed, found),
    }
    return render(request, "desk/note_with.html", context)


OFF = "off"
"""The name of the ticks that say from which page a note goes."""


def _settled(request: Request, note: Note) -> HttpResponse:
    """First onto the right page, then off the wrong one, in one save; a note is never on none."""
    ticked, off = ticked_in(request.POST), set(request.POST.getlist(OFF))
    if not ticked and not off:
        raise Refused(words.TICK_WHO_ELSE)
    for one in all_in_sight(ticked):
        only = ticked[one.id].strip() or _said_before(one.id, note)
        actions.add_to_note(note, one.person, only=only, by=request.actor, at=request.now)
        note.refresh_from_db()
    for one in of_one_visit(note):
        if str(one.id) in off:
            actions.take_off_page(Note.objects.get(id=one.id), by=request.actor, at=request.now)
    messages.success(request, _("The note is where it belongs.") if off else _("The note is on their page too."))
    left = Note.objects.filter(id=note.id).first() or Note.objects.filter(together=note.together).order_by("id").first()
    return see_other(reverse("desk:note with", args=[left.person_id, left.id]) if left else reverse("desk:today"))


def _said_before(person_id: UUID, note: Note) -> str:
    """What stood for their page alone before they were taken off, so that taking off is undone whole."""
    gone = Change.objects.filter(person_id=person_id, table="journeys_note", deed="removed", was__together=str(note.together)).order_by("-id").first()
    return str(gone.was["only"]) if gone else ""


@page(methods=("POST",))
def take_off(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """They were not there: the note leaves their page and stays on the others'."""
    opened = open_person(request, person_id)
    note = _note(request, opened, note_id)
    other = next((one for one in of_one_visit(note) if one.id != note.id), None)
    actions.take_off_page(note, by=request.actor, at=request.now)
    messages.success(request, _("The note is off their page. Add them again below if that was a mistake."))
    return see_other(reverse("desk:note with", args=[other.person_id, other.id]) if other else reverse("desk:person", args=[opened.id]))


@page()
def before(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """What a note said before it was put right, version by version."""
    opened = open_person(request, person_id)
    note = about(Note, opened, note_id)
    context = {"person": opened, "note": note, "versions": versions_of(note), "by": names_of({note.by_id}).get(note.by_id, "")}
    return render(request, "desk/note_before.html", context)


def versions_of(note: Note) -> list[Version]:
    """The newest first; from what the history kept, as far as whoever asks may see the record."""
    kept = Change.objects.filter(person_id=note.person_id, table="journeys_note", row=str(note.id), deed="changed").order_by("-id")
    says: dict[str, Any] = {name: str(getattr(note, name)) for name in KEPT}
    found = []
    for change in kept:
        was = {name: str(change.was.get(name, "")) for name in KEPT}
        if was != says:
            found.append((was, change))
            says = was
    names = names_of({change.actor_id for _was, change in found if change.actor_id})
    return [Version(w["text"], w["only"], w["how"], date.fromisoformat(w["on"]), one.at, names.get(one.actor_id, "")) for w, one in found]


@page(methods=("POST",))
def it_was_not(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """A light contact that was put on the wrong page counts without a name again."""
    opened = open_person(request, person_id)
    actions.it_was_not(about(Note, opened, note_id), by=request.actor, at=request.now)
    messages.success(request, say(words.WITHOUT_A_NAME_AGAIN, request.actor.vocabulary))
    return see_other(reverse("desk:light contacts"))
