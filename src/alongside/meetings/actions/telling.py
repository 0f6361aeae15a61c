"""What goes to those at a table by itself: that a list is out, what they took on, and that it is asked for again; in fixed sentences that name nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.notices.actions import post, take_back_about
from alongside.notices.rules import Sending
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Seat, Series


def writes_to(seat: Seat) -> str:
    """Where somebody at a table is written to; nothing where that is not known, or their link opens nothing."""
    return seat.email or (seat.staff.email if seat.staff else "")


@action
def tell_seats(series: Series, kind: str, seats: Iterable[Seat], *, link: Callable[[Seat], str], once: str = "", by: Actor, at: datetime) -> list[Seat]:
    """A notice of this kind to each of them by e-mail; gives those to whom none could go. With `once`, each is told once."""
    permissions.may_keep_meeting(by, series.team_id)
    today, left = timezone.localdate(at), []
    for seat in seats:
        to = writes_to(seat)
        if not to or seat.link_ended_at is not None or seat.link_until <= today:
            left.append(seat)
            continue
        about = f"seat {seat.id}"
        given = Sending(kind, "e-mail", to, link=link(seat), until=seat.link_until, about=about, once=f"{kind} {once} {about}" if once else "")
        post(given, team_id=series.team_id, by=by, at=at)
    leave_trace("told those at a table", about=f"series {series.id}", at=at)
    return left


def nothing_waits_for(seat: Seat, *, by: Actor, at: datetime) -> None:
    """Their link opens nothing any more, so what waits to go with it does not."""
    take_back_about(f"seat {seat.id}", team_id=seat.series.team_id, by=by, at=at)
