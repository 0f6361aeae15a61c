"""A circle as a picture: rings around a person, everybody on theirs, each with the number by which the table below knows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

SIZE = 400
"""Units of the picture, both ways; the person stands in the middle."""
MIDDLE = SIZE / 2
RINGS = {"closest": 66.0, "close": 108.0, "know": 148.0, "paid": 183.0}
"""How far from the middle those of each ring stand."""
EDGES = {"closest": 88.0, "close": 129.0, "know": 168.0, "paid": 199.0}
"""How far each ring reaches."""
NAMED = {"closest": 5, "close": 9, "know": 12, "paid": 14}
"""How many of a ring can have their name beside their number; where there are more, the table says who they are."""
LONGEST = 11
"""Letters of a name in the picture."""
TURNED = {"closest": 0.0, "close": 0.27, "know": 0.6, "paid": 0.12}
"""How far each ring is turned, as a part of the whole: so that those alone on theirs do not all stand below one another."""
GAP = pi / 3
"""The angle left free at the top of each ring, for what it is called."""


@dataclass(frozen=True)
class Standing:
    """Somebody to be drawn: their number, name and ring, and whether they came after the start."""

    number: int
    name: str
    ring: str
    came_since: bool = False


@dataclass(frozen=True)
class Dot:
    """Where somebody stands in the picture."""

    number: int
    name: str
    x: float
    y: float
    paid: bool
    came_since: bool

    @property
    def left(self) -> float:
        """Of the square of somebody who is paid."""
        return round(self.x - 10, 1)

    @property
    def top(self) -> float:
        """Of the same square."""
        return round(self.y - 10, 1)

    @property
    def around_left(self) -> float:
        """Of the line around it, for whoever came since."""
        return round(self.x - 14, 1)

    @property
    def around_top(self) -> float:
        """Of the same line."""
        return round(self.y - 14, 1)

    @property
    def number_at(self) -> float:
        """Where the number stands."""
        return round(self.y + 4.5, 1)

    @property
    def name_at(self) -> float:
        """Where the name stands."""
        return round(self.y + (26 if self.came_since else 22), 1)


def dots(circle: Sequence[Standing]) -> list[Dot]:
    """Everybody who stands on a ring, spread over it in the order of their numbers."""
    drawn: list[Dot] = []
    for ring, far in RINGS.items():
        here = [one for one in circle if one.ring == ring]
        named = len(here) <= NAMED[ring]
        for place, one in enumerate(here):
            angle = -pi / 2 + GAP / 2 + (2 * pi - GAP) * (((place + 0.5) / len(here) + TURNED[ring]) % 1)
            x, y = MIDDLE + far * cos(angle), MIDDLE + far * sin(angle)
            drawn.append(Dot(one.number, _short(one.name) if named else "", round(x, 1), round(y, 1), ring == "paid", one.came_since))
    return drawn


def _short(name: str) -> str:
    """As much of a name as there is room for."""
    words = name.split()
    first = words[0] if words else ""
    if first.lower().rstrip(".") in {"mr", "mrs", "ms", "miss", "dr", "the", "her", "his", "their", "my", "father", "sister"} and len(words) > 1:
        first = f"{first} {words[1]}"
    return first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"
