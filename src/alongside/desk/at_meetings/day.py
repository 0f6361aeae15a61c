"""One day of a meeting, as the team that calls it sees it: who is proposed, who is on the list, what was agreed; and its turns."""

from __future__ import annotations

from collections.abc import Callable
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
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Listed, Seat
from alongside.meetings.permissions import may_keep_meeting
from alongside.meetings.queries import present_at, seats_of, undecided
from alongside.meetings.words import ASKED_AFTER
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .finding import Sitting, items_of, sitting_there, today_of
from .leading import in_the_way

SAME_TEAM = "same team"


def kept_by_us(request: Request, series_id: UUID, day: str) -> Sitting:
    """A day of one of the team's own series; refused to whoever only sits at its table."""
    sitting = sitting_there(request, series_id, day)
    may_keep_meeting(request.actor, sitting.series.team_id)
    return sitting


@page(roles=tuple(TEAM_ROLES))
def meeting(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """The list of a day."""
    sitting = kept_by_us(request, series_id, day)
    found = sitting.meeting
    today = today_of(request)
    context = {
        "sitting": sitting,
        "series": sitting.series,
        "items": items_of(request, found, SAME_TEAM),
        "proposals": undecided(sitting.series, today=today, until=sitting.on),
        "seats": {seat.id: seat for seat in seats_of(sitting.series, on=sitting.on)},
        "present": present_at(found),
        "barriers": in_the_way(sitting.series),
        "leads_there": True,
        "today": today,
        "asked_after": ASKED_AFTER,
        "may_send": not sitting.stands.sent and today >= sitting.stands.goes_out,
        "may_close": sitting.stands.sent and not sitting.stands.closed and today >= sitting.on,
        "may_propose": not sitting.stands.sent and today < sitting.stands.goes_out,
    }
    return render(request, "desk/meetings/day.html", context)


def turned(request: Request, sitting: Sitting, do: Callable[[], Any], kept: str) -> HttpResponse:
    """A press of a button: done and said, or refused and said why, on the day's page."""
    try:
        do()
    except NotYours:
        raise
    except Refused as refused:
        messages.error(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, kept)
    return see_other(sitting.url)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def send(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """The list goes out."""
    sitting = kept_by_us(request, series_id, day)

    def do() -> None:
        meeting = actions.send_list(sitting.series, sitting.on, by=request.actor, at=request.now)
        let_know(request, sitting, "list is out", list(seats_of(sitting.series, on=sitting.on)), once=str(meeting.id))

    return turned(request, sitting, do, _("The list is out: those at the table see it by their link, or when they sign in."))


def let_know(request: Request, sitting: Sitting, kind: str, seats: list[Seat], *, once: str) -> None:
    """A notice to each of them, with their own link; and a word of those to whom none can go."""

    def link(seat: Seat) -> str:
        return request.build_absolute_uri(reverse("desk:seat", args=[address_of(seat.reference)]))

    left = actions.tell_seats(sitting.series, kind, seats, link=link, once=once, by=request.actor, at=request.now)
    if left:
        names = ", ".join(seat.name for seat in left)
        messages.info(
            request, _("No e-mail goes to %(names)s: no address is known, or the link is over. Ring them, or give them their link.") % {"names": names}
        )


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def close(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """The meeting is over."""
    sitting = kept_by_us(request, series_id, day)
    found = sitting.meeting
    if found is None:
        raise Http404
    kept = _("The meeting is closed. The table sees nobody any more; each keeps what they took on, and what is open is on the next list.")

    def do() -> None:
        actions.close(found, by=request.actor, at=request.now)
        agreed = Agreed.objects.filter(meeting=found, listed__withdrawn_at__isnull=True)
        took_something_on = list(Seat.objects.filter(id__in=agreed.filter(seat__isnull=False).values("seat_id")).select_related("staff"))
        let_know(request, sitting, "agreed at a meeting", took_something_on, once=str(found.id))
        if agreed.filter(seat__isnull=True).exists():
            others = [seat for seat in seats_of(sitting.series, on=sitting.on) if seat not in took_something_on]
            let_know(request, sitting, "decided at a meeting", others, once=str(found.id))

    return turned(request, sitting, do, kept)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_off(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """Somebody is not spoken of after all."""
    sitting = kept_by_us(request, series_id, day)
    row = Listed.objects.filter(id=listed_id, meeting=sitting.meeting).first() if sitting.meeting else None
    if row is None:
        raise Http404
    kept = _("They are off the list, and at their next request nobody at the table sees them.")
    return turned(request, sitting, lambda: actions.take_off_list(row, by=request.actor, at=request.now), kept)
