"""What tables took on and have not answered: whom to ask again, in kind words, and what they said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES
from alongside.meetings import actions
from alongside.meetings.forms import HeardForm
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Listed, Seat
from alongside.meetings.words import ASKED_AFTER, STILL_OPEN
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .day import SAME_TEAM
from .finding import today_of

LATELY = timedelta(days=180)
"""How far back those are looked for who were not told."""
PATIENCE = timedelta(days=14)
"""How long nobody is asked again after something for which no day was said."""


@dataclass(frozen=True)
class ToAsk:
    """Somebody at a table, what of theirs is overdue, what is open beside that, and kind words that name nobody."""

    seat: Seat
    overdue: list[Agreed]
    open: list[Agreed]
    words: str
    by_mail: bool
    """Whether it can go out from here."""

    @property
    def asked(self) -> int:
        """How often they were asked again, all together."""
        return sum(one.times_chased for one in (*self.overdue, *self.open))


def is_overdue(one: Agreed, today: date) -> bool:
    """Past its day; past a fortnight after the meeting where no day was said."""
    return one.answer in ASKED_AFTER and (one.by_when or one.meeting.on + PATIENCE) < today


def open_now() -> list[Agreed]:
    """Whatever meetings that are closed agreed of people whom the one who asks may see, and what is open; one query."""
    rows = Agreed.objects.filter(answer__in=STILL_OPEN, meeting__closed_at__isnull=False, listed__withdrawn_at__isnull=True)
    return list(rows.select_related("seat__staff", "meeting__series", "person").order_by("seat__name", "by_when", "at"))


@page(roles=tuple(TEAM_ROLES))
def to_chase(request: Request) -> HttpResponse:
    """Everybody with something overdue first, then whatever else is open; counted."""
    today, rows = today_of(request), open_now()
    if rows:
        leave_a_look(request, SAME_TEAM, *dict.fromkeys(one.person_id for one in rows))
    by_seat: dict[UUID, list[Agreed]] = {}
    for one in rows:
        by_seat.setdefault(one.seat_id, []).append(one)
    asked = [_to_ask(request, several, today) for several in by_seat.values()]
    context = {
        "to_ask": sorted(asked, key=lambda one: (not one.overdue, one.seat.name)),
        "many": len(rows),
        "overdue": sum(len(one.overdue) for one in asked),
        "asked": sum(one.asked for one in asked),
        "not_told": not_told(request, today),
        "cannot": sum(1 for one in rows if one.answer == "cannot"),
    }
    return render(request, "desk/meetings/to_chase.html", context)


def not_told(request: Request, today: date) -> list[Listed]:
    """Of whom a meeting spoke that is closed, and who was not told yet what it said; the oldest first."""
    rows = Listed.objects.filter(meeting__closed_at__isnull=False, meeting__on__gt=today - LATELY, withdrawn_at__isnull=True, told__isnull=True)
    found = list(rows.select_related("meeting__series", "person").order_by("meeting__on", "at"))
    if found:
        leave_a_look(request, SAME_TEAM, *dict.fromkeys(one.person_id for one in found))
    return found


def _to_ask(request: Request, several: list[Agreed], today: date) -> ToAsk:
    seat = several[0].seat
    seat.series = several[0].meeting.series
    overdue = [one for one in several if is_overdue(one, today)]
    url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(seat.reference)]))
    words = _(
        "Hello %(name)s, at “%(meeting)s” you took something on that was to be done by now. By your link you say in a moment what became of it: %(url)s "
        "“Not yet” and “it cannot be” help as well. Thank you!"
    ) % {"name": seat.name, "meeting": seat.series.name, "url": url}
    open_link = seat.link_ended_at is None and seat.link_until > today
    return ToAsk(seat, overdue, [one for one in several if one not in overdue], words if open_link else "", open_link and bool(actions.writes_to(seat)))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def asked_all(request: Request, seat_id: UUID) -> HttpResponse:
    """They were asked again after all of theirs that is overdue."""
    today = today_of(request)
    theirs = [one for one in open_now() if one.seat_id == seat_id and is_overdue(one, today)]
    if not theirs:
        raise Http404
    actions.chase_all(theirs, by=request.actor, at=request.now)
    seat, series = theirs[0].seat, theirs[0].meeting.series
    left = [seat]
    if "by_mail" in request.POST:
        url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(seat.reference)]))
        left = actions.tell_seats(series, "agreed at a meeting", [seat], link=lambda _seat: url, by=request.actor, at=request.now)
    messages.success(request, _("It is kept that you asked again.") if left else _("It is in the outbox, and kept that you asked again."))
    return see_other(reverse("desk:to chase"))


def _agreed_there(request: Request, agreed_id: UUID, rows: Iterable[Agreed]) -> Agreed:
    found = next((one for one in rows if one.id == agreed_id), None)
    if found is None:
        raise Http404
    leave_a_look(request, SAME_TEAM, found.person_id)
    return found


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def heard(request: Request, agreed_id: UUID) -> HttpResponse:
    """What became of it, as one of the team heard it, or that nobody has to do it any more."""
    one = _agreed_there(request, agreed_id, open_now())
    sheet = Sheet(
        title=_("What became of “%(words)s”?") % {"words": one.words},
        back=reverse("desk:to chase"),
        kept=_("It is kept what became of it."),
        draft=f"heard/{one.id}",
        person_id=one.person_id,
        lead=_("%(who)s took it on, for %(name)s.") % {"who": str(one.seat), "name": str(one.person)},
    )

    def do(said: dict[str, str]) -> None:
        actions.answer_for(one, said["answer"], because_of=said["because_of"], by=request.actor, at=request.now)

    return written(request, HeardForm, sheet, do)
