"""Opening somebody's page: seen only with a reason, and never without a line in the trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404

from alongside.foundation.keeping import Part
from alongside.people.models import Person
from alongside.trail.doing import leave_trace, lines_now, one_at_a_time
from alongside.web.pages import Request
from alongside.web.refusing import IsNowAt


@dataclass(frozen=True)
class Opened:
    """Somebody whose page is open, and the reason it may be."""

    id: UUID
    name: str
    likes_to_be_called: str
    date_of_birth: date | None
    because: str

    @property
    def called(self) -> str:
        """What they like to be called, else their name."""
        return self.likes_to_be_called or self.name

    @property
    def person(self) -> Person:
        """As actions take them."""
        return Person(id=self.id, name=self.name, likes_to_be_called=self.likes_to_be_called, date_of_birth=self.date_of_birth)

    def age(self, on: date) -> int | None:
        """In whole years on a day."""
        born = self.date_of_birth
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) if born else None


def open_person(request: Request, person_id: UUID, *, part: Part = Part.RECORD) -> Opened:
    """Who this is, for whoever may see this part of their record, with a line in the trail; to anybody else the page does not exist."""
    if request.method == "POST":
        # What is read from here on is what a form is held against, so two who save at once follow one another.
        one_at_a_time(person_id)
    opened = in_sight(person_id, part=part)
    leave_a_look(request, opened.because, opened.id)
    return opened


def in_sight(person_id: UUID, *, part: Part = Part.RECORD) -> Opened:
    """The same for a page that shows nothing and leads on to one that does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_open(%s, %s)", [person_id, part])
        row = cursor.fetchone()
    if row is None:
        _lead_on(person_id, part)
        raise Http404
    return Opened(*row)


def _lead_on(person_id: UUID, part: Part) -> None:
    """A record that was joined to another keeps its address: it leads to the one that holds all of it, for whoever may see that."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT o.id FROM desk_open(stands_for(%s), %s) o WHERE o.id <> %s", [person_id, part, person_id])
        row = cursor.fetchone()
    if row is not None:
        raise IsNowAt(str(person_id), str(row[0]))


def all_in_sight(people: Iterable[UUID]) -> list[Opened]:
    """Those of these people whose record the one who asks may see, by name; one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_open_all(%s::uuid[])", [list(people)])
        return [Opened(*row) for row in cursor.fetchall()]


def leave_a_look(request: Request, because: str, *people: UUID) -> None:
    """The line that says who was shown, on which page and because of what; also when the page refuses what was typed."""
    where: Any = request.resolver_match
    name = where.url_name if where else ""
    purpose = f"{because}: {name}"
    lines_now().purpose = purpose

    def look() -> None:
        leave_trace("looked at", *people, about=f"page {name}", purpose=purpose, at=request.now)

    look()
    # A refused answer leaves nothing of its transaction behind, but the look it gave stays recorded.
    request.afterwards.append(look)


def leave_names_shown(request: Request, because: str, people: Iterable[UUID]) -> None:
    """Whose names stand beside somebody's story because a visit was with them too: a look of its own, and no more than a name."""
    shown = tuple(people)

    def look() -> None:
        leave_trace("looked at", *shown, about="page named beside", purpose=f"{because}: named beside", at=request.now)

    if shown:
        look()
        request.afterwards.append(look)
