"""What tables took on and have not answered: whom to ask again, in kind words, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES
from alongside.meetings import actions
from alongside.meetings.forms import HeardForm
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Meeting, Seat, Series
from alongside.meetings.words import ASKED_AFTER, STILL_OPEN
from alongside.people.models import Person
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .day import SAME_TEAM
from .finding import today_of
from .rows import asked, made_of

LATELY = timedelta(days=180)
"""How far back those are looked for who were not told."""
PATIENCE = timedelta(days=14)
"""How long nobody is asked again after something for which no day was said."""
AT_ONCE, LONGEST = 20, 6
"""Seats, and people not told yet, that are shown at once; and digits of the number of such a part, of which no list has so many."""


@dataclass(frozen=True)
class ToAsk:
    """Somebody at a table, what of theirs is overdue, what is open beside that, and kind words that name nobody."""

    seat: Seat
    overdue: list[Agreed]
    open: list[Agreed]
    words: str
    by_mail: bool
    """Whether it can go out from here."""


@dataclass(frozen=True)
class Part:
    """A part of one of the page's two lists: which one, which part of the other is shown beside it, and how many the whole has."""

    number: int
    beside: int
    many: int

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return -(-self.many // AT_ONCE)

    @property
    def before(self) -> int:
        """The part before; none is nought."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The part after; none is nought."""
        return self.number + 1 if self.number < self.parts else 0


def is_overdue(one: Agreed, today: date) -> bool:
    """Past its day; past a fortnight after the meeting where no day was said."""
    return one.answer in ASKED_AFTER and (one.by_when or one.meeting.on + PATIENCE) < today


def open_now() -> QuerySet[Agreed]:
    """Whatever meetings that are closed agreed of people whom the one who asks may see, and what is open."""
    rows = Agreed.objects.filter(answer__in=STILL_OPEN, seat__isnull=False, meeting__closed_at__isnull=False, listed__withdrawn_at__isnull=True)
    return rows.select_related("seat__staff", "meeting__series", "person").order_by("by_when", "at")


def _number(request: Request, name: str) -> int:
    """Which part of a list is asked for, counted from one."""
    given = request.GET.get(name, "")
    return max(int(given), 1) if given.isascii() and given.isdigit() and len(given) < LONGEST else 1


@page(roles=tuple(TEAM_ROLES))
def to_chase(request: Request) -> HttpResponse:
    """Everybody with something overdue first, then whatever else is open, some at once; counted, all of it."""
    today = today_of(request)
    seats, untold = _number(request, "seats"), _number(request, "untold")
    found = asked("SELECT desk_open_at_tables(%s, %s, %s, %s)", today, PATIENCE.days, (seats - 1) * AT_ONCE, AT_ONCE)
    waiting = asked("SELECT desk_untold(%s, %s, %s)", today - LATELY, (untold - 1) * AT_ONCE, AT_ONCE)
    by_seat: dict[str, list[dict[str, Any]]] = {}
    for row in found["shown"] or ():
        by_seat.setdefault(row["seat"]["id"], []).append(row)
    not_told = [one | {"on": date.fromisoformat(one["on"])} for one in waiting["shown"] or ()]
    shown = {UUID(one["person"]) for one in not_told} | {UUID(row["person"]["id"]) for row in found["shown"] or ()}
    if shown:
        leave_a_look(request, SAME_TEAM, *sorted(shown))
    context = {
        "to_ask": sorted((_to_ask(request, several, today) for several in by_seat.values()), key=lambda one: (not one.overdue, one.seat.name)),
        "counted": found,
        "not_told": not_told,
        "untold": waiting["many"],
        "of_seats": Part(seats, untold, found["seats"]),
        "of_untold": Part(untold, seats, waiting["many"]),
    }
    return render(request, "desk/meetings/to_chase.html", context)


def _to_ask(request: Request, several: list[dict[str, Any]], today: date) -> ToAsk:
    first = several[0]
    seat = made_of(Seat, first["seat"], series=made_of(Series, first["series"]))
    rows = []
    for row in several:
        meeting = made_of(Meeting, row["meeting"], series=seat.series)
        rows.append(made_of(Agreed, row["agreed"], seat=seat, meeting=meeting, person=made_of(Person, row["person"])))
    overdue = [one for one, row in zip(rows, several, strict=True) if row["late"]]
    url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(seat.reference)]))
    words = _(
        "Hello %(name)s, at “%(meeting)s” you took something on that was to be done by now. By your link you say in a moment what became of it: %(url)s "
        "“Not yet” and “it cannot be” help as well. Thank you!"
    ) % {"name": seat.name, "meeting": seat.series.name, "url": url}
    open_link = seat.link_ended_at is None and seat.link_until > today
    return ToAsk(seat, overdue, [one for one in rows if one not in overdue], words if open_link else "", open_link and bool(seat.email or first["email"]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def asked_all(request: Request, seat_id: UUID) -> HttpResponse:
    """They were asked again after all of theirs that is overdue."""
    today = today_of(request)
    theirs = [one for one in open_now().filter(seat=seat_id) if is_overdue(one, today)]
    if not theirs:
        raise Http404
    actions.chase_all(theirs, by=request.actor, at=request.now)
    seat, series = theirs[0].seat, theirs[0].meeting.series
    left = [seat]
    if "by_mail" in request.POST:
        url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(seat.reference)]))
        left = actions.tell_seats(series, "asked again", [seat], link=lambda _seat: url, by=request.actor, at=request.now)
    messages.success(request, _("It is kept that you asked again.") if left else _("It is in the outbox, and kept that you asked again."))
    return see_other(reverse("desk:to chase"))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def heard(request: Request, agreed_id: UUID) -> HttpResponse:
    """What became of it, as one of the team heard it, or that nobody has to do it any more."""
    one = open_now().filter(id=agreed_id).first()
    if one is None:
        raise Http404
    leave_a_look(request, SAME_TEAM, one.person_id)
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
