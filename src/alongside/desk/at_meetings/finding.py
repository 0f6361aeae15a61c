"""Which meeting a page is about, and whom of its list the one who asks may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from alongside.access.opening import leave_a_look
from alongside.foundation.refusals import Refused
from alongside.meetings.actions.lists import stands_on
from alongside.meetings.because import SEEN, because_of
from alongside.meetings.calling import series_of_ours
from alongside.meetings.models import Agreed, Brought, Discussed, Listed, Meeting, Series, ToldBack
from alongside.meetings.queries import names_of_seats, places_open
from alongside.meetings.rules import Stands
from alongside.people.models import Person
from alongside.web.pages import Request

from .rows import asked, each_of, made_of

AT_THE_TABLE = SEEN


@dataclass(frozen=True)
class Sitting:
    """One day of a series; the meeting is none where nobody was put on its list yet."""

    series: Series
    on: date
    meeting: Meeting | None
    stands: Stands

    @property
    def url(self) -> str:
        """The team's page of this day."""
        return reverse("desk:meeting", args=[self.series.id, self.on.isoformat()])


def sitting_there(request: Request, series_id: UUID, day: str) -> Sitting:
    """One of a series' days, or no such page."""
    series = series_of_ours(request, series_id)
    try:
        on = date.fromisoformat(day)
        meeting = Meeting.objects.select_related("sent_by", "closed_by").filter(series=series, on=on).first()
        stands = stands_on(series, on, meeting)
    except (ValueError, Refused):
        raise Http404 from None
    return Sitting(series, on, meeting, stands)


@dataclass(frozen=True)
class Item:
    """Somebody on a list, with what was said of them and agreed."""

    listed: Listed
    discussed: Discussed | None
    agreed: list[Agreed]
    told: list[ToldBack]
    brought: list[Brought]

    @property
    def called(self) -> str:
        """As the table knows them."""
        return str(self.listed.person)


def items_of(request: Request, meeting: Meeting | None, because: str, *, one: UUID | None = None) -> list[Item]:
    """Those of a list whom the one who asks may see, with a line in the trail for each (`sql/at_meetings.sql`); one query, however many."""
    if meeting is None:
        return []
    found = [_item(row, meeting) for row in asked("SELECT desk_list(%s, %s)", meeting.id, one) or ()]
    if because == AT_THE_TABLE:
        shown_at_a_table(request, [(meeting.id, item.listed.ground, item.listed.person_id) for item in found])
    elif found:
        leave_a_look(request, because, *(item.listed.person_id for item in found))
    return found


def shown_at_a_table(request: Request, shown: Iterable[tuple[UUID, str, UUID]]) -> None:
    """The lines that say who was shown because of which meeting, and on what ground they were on its list."""
    people: dict[tuple[UUID, str], dict[UUID, None]] = {}
    for meeting_id, ground, person_id in shown:
        people.setdefault((meeting_id, ground), {})[person_id] = None
    for (meeting_id, ground), theirs in people.items():
        leave_a_look(request, because_of(meeting_id, ground), *theirs)


def _item(row: dict[str, Any], meeting: Meeting) -> Item:
    person = made_of(Person, row["person"])
    listed = made_of(Listed, row["listed"], person=person, meeting=meeting)
    discussed = made_of(Discussed, row["discussed"]) if row["discussed"] else None
    return Item(listed, discussed, each_of(Agreed, row["agreed"]), each_of(ToldBack, row["told"]), each_of(Brought, row["brought"]))


def item_there(request: Request, sitting: Sitting, listed_id: UUID, because: str) -> Item:
    """One of them, or no such page."""
    found = items_of(request, sitting.meeting, because, one=listed_id)
    if not found:
        raise Http404
    return found[0]


def is_shown(listed_id: UUID) -> bool:
    """Whether the table of the one who asks may see them now."""
    meeting_id = Listed.objects.filter(id=listed_id).values_list("meeting_id", flat=True).first()
    return meeting_id is not None and listed_id in places_open(meeting_id)


def next_steps(item: Item) -> list[tuple[str, Agreed]]:
    """What was agreed of them, each beside whoever does it, by name and profession; whoever left the table since still has a name."""
    names = names_of_seats({one.seat_id for one in item.agreed if one.seat_id})
    return [(names.get(one.seat_id, "") if one.seat_id else "", one) for one in item.agreed]


def today_of(request: Request) -> date:
    """The day by the house's calendar."""
    return timezone.localdate(request.now)
