"""A county's meetings of one team, written at once: sixty series, twenty-five meetings each, and whoever was spoken of at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from alongside.access.models import Choice
from alongside.foundation.actor import Role
from alongside.foundation.keys import new_key
from alongside.meetings.links import new_reference
from alongside.meetings.models import Agreed, Discussed, Listed, Meeting, Present, Seat, Series, ToldBack
from alongside.teams.models import Membership, Staff, Team

from .many_groups import people_of, write

SERIES, MEETINGS, EACH = 60, 25, 14
"""Series of the team, meetings of each a fortnight apart (the newest is open), and people on most lists."""
AT_A_TABLE = ("GP", "community nurse", "social worker", "housing officer", "occupational therapist", "voluntary sector")
OPEN, UNTOLD = 2, 3
"""Of the meeting before: how much is open still, and how many were not told yet."""
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Filled:
    """What was written, by number, and by whose link it can be opened."""

    series: int
    meetings: int
    items: int
    gp: UUID
    seat: str
    """A housing officer's reference, at the first table."""


def fill(many: int, *, today: date) -> Filled:
    """Meetings of the first team, with its people on their lists, each with their yes; a GP signs in and sits at every tenth table."""
    seat = Membership.objects.using("owner").select_related("team").get(staff__email="colleague0@example.org")
    by = {"by_id": seat.staff_id, "at": timezone.make_aware(datetime.combine(today - timedelta(days=1), time(9)))}
    gp = Staff.objects.create(email="gp@example.org", name="Dr Anjali Rao")
    Membership.objects.create(staff=gp, team=seat.team, role=Role.PARTNER, since=date(2020, 1, 6))
    people = people_of(seat.team)
    rows: dict[type[models.Model], list[Any]] = {model: [] for model in (Series, Seat, Meeting, Present, Listed, Discussed, Agreed, ToldBack, Choice)}
    rows[Choice] = [Choice(id=new_key(), person_id=key, audience="meeting", answer="yes", on=today - A_YEAR, how="aloud", **by) for key in people]
    for number in range(many):
        _series(rows, number, seat.team, gp, people, by, today)
    write(rows)
    housing = next(one for one in rows[Seat] if one.profession == "housing officer")
    return Filled(many, len(rows[Meeting]), len(rows[Listed]), gp.id, housing.reference)


def _series(rows: dict[type[models.Model], list[Any]], number: int, team: Team, gp: Staff, people: list[UUID], by: dict[str, Any], today: date) -> None:
    began = today - timedelta(days=14 * (MEETINGS - 1))
    rule = {"starts_on": began, "rule": "FREQ=WEEKLY;INTERVAL=2", "starts_at": time(10), "may_tell": "What each person agreed."}
    made = Series(id=new_key(), team=team, name=f"Practice number {number}", kind="practice", **rule, **by)
    rows[Series].append(made)
    seats = []
    for profession in AT_A_TABLE:
        who = {"staff": gp, "name": gp.name} if profession == "GP" and number % 10 == 0 else {"name": f"{profession} of table {number}"}
        link = {"reference": new_reference(), "since": began, "link_until": today + A_YEAR}
        seats.append(Seat(id=new_key(), series=made, profession=profession, organisation="Fernshire", email="seat@example.org", **who, **link, **by))
    rows[Seat] += seats
    for back in range(MEETINGS):
        sent = {"sent_at": by["at"], "sent_by_id": by["by_id"]}
        over = {"closed_at": by["at"], "closed_by_id": by["by_id"]} if back else {}
        meeting = Meeting(id=new_key(), series=made, on=today - timedelta(days=14 * back), **sent, **over)
        rows[Meeting].append(meeting)
        rows[Present] += [Present(id=new_key(), meeting=meeting, seat=one) for one in seats[:4]]
        for place in range(EACH if back % 3 else EACH - 1):
            _item(rows, meeting, people[(number * 31 + back * 7 + place) % len(people)], seats[place % len(seats)], (back, place), by)


def _item(rows: dict[type[models.Model], list[Any]], meeting: Meeting, person: UUID, seat: Seat, at: tuple[int, int], by: dict[str, Any]) -> None:
    back, place = at
    here = {"meeting": meeting, "person_id": person, **by}
    listed = Listed(
        id=new_key(), matters="Her garden.", extract="The stairs are hard for her.", asks="A flat?", ground="their yes", how_they_agreed="aloud", **here
    )
    rows[Listed].append(listed)
    said = {"situation": "At home, and wishes to stay.", "so_far": "Called twice.", "update": "A rail is fitted."}
    rows[Discussed].append(Discussed(id=new_key(), listed=listed, **said, **here))
    answer = "" if back == 0 or (back == 1 and place < OPEN) else "done"
    rows[Agreed].append(Agreed(id=new_key(), listed=listed, seat=seat, words="Ring them", by_when=meeting.on + timedelta(days=7), answer=answer, **here))
    if back and not (back == 1 and place < UNTOLD):
        rows[ToldBack].append(ToldBack(id=new_key(), listed=listed, person_id=person, on=meeting.on, how="aloud", words="They know.", **by))
