"""Meetings, on somebody's own page: what they said of each, and what they say now."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access import actions
from alongside.access.choosing import Holds
from alongside.access.models import Choice
from alongside.access.queries import Standing, choices_of, standing_among
from alongside.web.pages import Request
from alongside.web.writing import see_other

from ..at_the_door import Reader, their_own_page

MEETING = "meeting"
PRESSES = {"say_yes": Holds.YES, "say_no": Holds.NO, "ask_me": Holds.ASK_ME}
"""What each button says."""


@dataclass(frozen=True)
class Table:
    """One meeting of which they said something: what holds today, and the newest of what was said, by which it is asked for."""

    newest: Choice
    standing: Standing


def _tables(reader: Reader, request: Request) -> list[Table]:
    said, today = list(choices_of(reader.opened.id).filter(audience=MEETING)), timezone.localdate(request.now)
    newest: dict[UUID | None, Choice] = {}
    for one in said:
        newest.setdefault(one.subject, one)
    return [Table(one, standing_among(said, MEETING, one.subject, on=today)) for one in newest.values()]


@their_own_page()
def my_meetings(request: Request, reader: Reader) -> HttpResponse:
    """Which meetings may know of them, as they said, and as they may say otherwise now."""
    return render(request, "mine/my_meetings.html", {"reader": reader, "person": reader.opened, "tables": _tables(reader, request)})


@their_own_page(methods=("POST",))
def say_of_meeting(request: Request, reader: Reader, choice_id: UUID) -> HttpResponse:
    """A yes, a no or *ask me* to one meeting. A no closes its list for them at the next request."""
    found = next((one.newest for one in _tables(reader, request) if one.newest.id == choice_id), None)
    said = next((answer for press, answer in PRESSES.items() if press in request.POST), None)
    if found is None or said is None:
        raise Http404
    actions.choose(reader.opened.person, MEETING, said, subject=found.subject, called=found.called, by=request.actor, at=request.now)
    messages.success(request, _("It is kept, and holds from now on. You can change it again at any time."))
    return see_other(reverse("mine:my meetings"))
