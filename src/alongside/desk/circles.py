"""Somebody's circle as a page shows it: numbered lines, and pictures of the start and of now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.words import Vocabulary
from alongside.people import rings
from alongside.people.models import InTheirLife, Person
from alongside.people.queries import circle_of, held, looks_at_circle
from alongside.people.words import RINGS
from alongside.web.vocabulary import say_word

from .picture import EDGES, MIDDLE, Dot, Standing, dots

_ORDER = {word.stored: place for place, word in enumerate(RINGS)}


@dataclass(frozen=True)
class Line:
    """Somebody in the table: on which ring at the start and now; None where they were not there."""

    number: int
    one: InTheirLife
    start: str | None
    now: str | None
    known: bool
    """Whether `one.known_here` is in sight of whoever reads."""

    @property
    def came_since(self) -> bool:
        """Whether they came after the start."""
        return self.now is not None and self.start is None


@dataclass(frozen=True)
class Picture:
    """One circle, drawn; `words` say all of it to those who do not see it."""

    key: str
    title: str
    words: list[tuple[str, str]]
    dots: list[Dot]
    off: list[str]
    """Those who stand on no ring yet."""


@dataclass(frozen=True)
class Circle:
    """A circle at the start and now."""

    lines: list[Line]
    begun: date | None
    compared: bool
    looked: date | None
    """When it was last gone through as a whole, after the start."""
    at_start: rings.Numbers
    now: rings.Numbers
    edges: list[tuple[str, float, float]]
    """Each ring, from the outermost, with how far it reaches and where its name stands."""

    def picture(self, key: str, title: str, vocabulary: Vocabulary) -> Picture:
        """The start (`start`) or now (`now`)."""
        standing = [(line, line.start if key == "start" else line.now) for line in self.lines]
        there = [(line, ring) for line, ring in standing if ring is not None]
        words = [(say_word(word, vocabulary, capital=True), ", ".join(line.one.name for line, ring in there if ring == word.stored)) for word in RINGS]
        drawn = dots([Standing(line.number, line.one.name, ring, key == "now" and self.compared and line.came_since) for line, ring in there])
        return Picture(key, title, [pair for pair in words if pair[1]], drawn, [line.one.name for line, ring in there if not ring])


def circle_now(person_id: UUID, today: date) -> Circle:
    """Everybody in their life, those of today first from the closest outwards; four queries."""
    everybody, looks = circle_of(person_id), looks_at_circle(person_id)
    begun = looks[0] if looks else None
    told = [(one, held(one)) for one in everybody]
    keys = {one.known_here_id for one in everybody if one.known_here_id}
    in_sight = set(Person.objects.filter(id__in=keys).values_list("id", flat=True)) if keys else set()
    found = [
        (one, had.first_ring if begun and had.at_start(begun) else None, had.ring_on(today) if had.on(today) else None, one.known_here_id in in_sight)
        for one, had in told
    ]
    found.sort(key=lambda line: (line[2] is None, _ORDER.get(line[2] or "", len(_ORDER))))
    every = [had for _, had in told]
    return Circle(
        [Line(number, *line) for number, line in enumerate(found, start=1)],
        begun,
        rings.start_is_over(begun, today),
        next((look for look in reversed(looks) if begun and look >= begun + rings.START), None),
        rings.numbers_at_start(every, begun) if begun else rings.Numbers(0, 0),
        rings.numbers_on(every, today),
        [(ring, far, MIDDLE - far + 13) for ring, far in reversed(EDGES.items())],
    )


def with_pictures(circle: Circle, titles: dict[str, str], vocabulary: Vocabulary) -> dict[str, Any]:
    """What the page needs of a circle."""
    shown = ("start", "now") if circle.compared else ("now",)
    return {"circle": circle, "pictures": [circle.picture(key, titles[key], vocabulary) for key in shown]}
