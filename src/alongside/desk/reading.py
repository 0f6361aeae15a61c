"""Somebody's page, read in two questions however long their story is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.functional import cached_property

from .wishes_said import wish_in

A_PAGE = 25
"""Lines of a story shown at once."""

_MARKS = {"rung": "connection", "change": "change", "introduction": "introduction", "agreement": "agreement", "level": "level", "part ended": "agreement"}
_MARKED = {kind: f" moj-timeline__item--{mark}" for kind, mark in _MARKS.items()}
_UNDONE = ("step ended", "accepted", "wait ended", "look back", "level")
_THEIR_WORDS = ("good life", "change", "part ended", "their words")


@dataclass(frozen=True)
class Others:
    """With whom else a visit was: those whom the reader may see, and how many they may not."""

    named: list[dict[str, str]]
    unnamed: int
    was_nameless: bool = False


def _others(given: str) -> Others:
    found = json.loads(given)
    named = found["named"] or []
    return Others(named, max(found["of_them"] - 1 - len(named), 0), found["was"])


@dataclass(frozen=True)
class Moment:
    """One line of a story: what kind, when, by whom, and its words; of a change also whose doing it was and how much would have come anyway."""

    kind: str
    id: UUID
    on: date
    at: datetime
    by: str
    by_id: UUID
    words: str
    detail: str
    more: str
    whose: str
    anyway: str
    amended: bool
    others: Others | None = None
    """Of a note: with whom else it was."""
    differs: list[dict[str, Any]] = field(default_factory=list)
    """What they say is not right with it, as far as it stands."""

    @property
    def marked(self) -> str:
        """The style of its kind on the line; a plain note has none of its own."""
        return _MARKED.get(self.kind, "")

    @property
    def might_be_undone(self) -> bool:
        """Whether it is of a kind of which something can be taken back; `_undo.html` says what, and asks whose it is."""
        return self.kind in _UNDONE or (self.others is not None and self.others.was_nameless)

    @property
    def rung(self) -> str:
        """How far a connection has got, in a line that tells it."""
        return self.more

    @property
    def waited_since(self) -> date:
        """When a wait that has ended began."""
        return date.fromisoformat(self.whose)

    @property
    def by_when(self) -> date | None:
        """By when a step was to be done, if they said."""
        return date.fromisoformat(self.anyway) if self.anyway else None

    @property
    def waited(self) -> int:
        """How many days a wait lasted."""
        return (self.on - self.waited_since).days

    @cached_property
    def wished_for(self) -> str:
        """The sentence of a note that says what they would like, if one does."""
        return wish_in(self.words, ()) if self.kind == "note" else ""

    @property
    def has_more_beneath(self) -> bool:
        """Whether anything is beneath its words: most lines end there."""
        return bool(self.differs or self.might_be_undone or self.wished_for)

    @property
    def voice(self) -> str:
        """The style of its words: theirs, or ours."""
        return "in-their-words" if self.kind in _THEIR_WORDS else "as-written"


_NEVER = datetime.max.replace(tzinfo=UTC)
_LAST_KEY = UUID(int=(1 << 128) - 1)


def _moment(*row: Any) -> Moment:
    *told, others, differs = row
    made = Moment(*told)
    if differs:
        made = replace(made, differs=json.loads(differs, object_hook=with_dates))
    return replace(made, others=_others(others)) if others else made


@dataclass(frozen=True)
class Place:
    """Where in a story to read on: everything before this line."""

    on: date = date.max
    at: datetime = _NEVER
    id: UUID = _LAST_KEY

    def __str__(self) -> str:
        return f"{self.on.isoformat()}~{self.at.isoformat()}~{self.id}"


def place_from(text: str) -> Place:
    """The place that a "show earlier" link names; the beginning when it names none."""
    try:
        on, at, key = text.split("~")
        moment = datetime.fromisoformat(at).astimezone(UTC)
        return Place(date.fromisoformat(on), moment, UUID(key))
    except (ValueError, OverflowError):
        return Place()


@dataclass(frozen=True)
class Story:
    """A page of somebody's story, and where to read on if there is more."""

    moments: list[Moment]
    earlier: str

    @property
    def named_beside(self) -> list[UUID]:
        """Everybody else whose name stands in it."""
        return sorted({UUID(other["id"]) for moment in self.moments if moment.others for other in moment.others.named})


_STORY = "SELECT t.*, mine_not_right(%s, t.id)::text FROM desk_timeline(%s, %s, %s, %s, %s, %s::text[]) t"


def story_of(person_id: UUID, before: Place, *, kinds: list[str] | None = None, many: int = A_PAGE) -> Story:
    """The next lines of a story, newest first, of these kinds or of all; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STORY, [person_id, person_id, before.on, before.at, before.id, many + 1, kinds])
        rows = [_moment(*row) for row in cursor.fetchall()]
    shown = rows[:many]
    last = shown[-1] if len(rows) > many else None
    return Story(shown, str(Place(last.on, last.at, last.id)) if last else "")


_DATES = {"accepted_on", "not_before", "next_visit", "since", "agreed_on", "by_when", "on", "until", "look_again_on", "sent_on", "told_on"}
_MOMENTS = {"at", "pack_until", "answer_by"}


def with_dates(given: dict[str, Any]) -> dict[str, Any]:
    """A JSON object with its days and moments as such."""
    return {
        key: date.fromisoformat(value)
        if key in _DATES and value
        else datetime.fromisoformat(value)
        if key in ("at", "pack_until", "answer_by") and value
        else value
        for key, value in given.items()
    }


def beside(person_id: UUID) -> dict[str, Any]:
    """All that stands beside the story, by name (`sql/beside.sql`); one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_beside(%s)", [person_id])
        (found,) = cursor.fetchone()
    known: dict[str, Any] = json.loads(found, object_hook=with_dates)
    return known | known.pop("also")


def looked_back(person_id: UUID) -> dict[str, Any]:
    """What there is to look back at besides, by name (`sql/looked_back.sql`); one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_looked_back(%s)", [person_id])
        (found,) = cursor.fetchone()
    known: dict[str, Any] = json.loads(found, object_hook=with_dates)
    return known
