"""A picture before it is drawn: boxes, lines and words at places, and the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

NARROWEST = 280
ROW, TEXT, BAR, GAP = 46, 16, 16, 10
"""Heights, in the units of the picture: a row (its words above, its bar below), a line of words, a bar, and what is left free at each side."""
LETTER = 7
"""How wide a letter is, at most, on the mean."""


class Fill(StrEnum):
    """What a box says by its look: each differs in lightness and in pattern, so that it is told apart in print and by who sees no colours."""

    WHOLE = "whole"
    ADDS = "adds"
    TAKES = "takes"


@dataclass(frozen=True)
class Box:
    """A rectangle from its upper left corner."""

    x: float
    y: float
    wide: float
    high: float
    fill: Fill


@dataclass(frozen=True)
class Line:
    """An upright line; a dashed one marks a figure to hold others against."""

    x: float
    y: float
    high: float
    dashed: bool = False


@dataclass(frozen=True)
class Words:
    """Words that begin (or end, or stand in the middle) at a place, on their base line."""

    x: float
    y: float
    text: str
    at: str = "start"


@dataclass(frozen=True)
class Picture:
    """What is drawn, and the table beside it: `heading`, then `rows`."""

    title: str
    wide: int
    high: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    words: tuple[Words, ...]
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def beside_bars(x: float, tops: Iterable[float], *, dashed: bool = False) -> tuple[Line, ...]:
    """An upright line through bars that begin at these heights, which leaves out the words between them."""
    return tuple(Line(x, top - 3, BAR + 6, dashed) for top in tops)


def shortened(text: str, wide: float) -> str:
    """As much of a text as there is room for; the table beside the picture has the whole."""
    room = int(wide / LETTER)
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def scale(least: float, most: float, wide: int) -> Callable[[float], float]:
    """Where on the picture a figure lies, from left to right."""
    room = (wide - 2 * GAP) / ((most - least) or 1)
    return lambda figure: round(GAP + (figure - least) * room, 2)


def pounds(pence: int) -> str:
    """`£1,234`, and what is taken away with a minus: a picture has no room for pennies, its table has."""
    whole = (abs(pence) + 50) // 100
    return f"{'−' if pence < 0 else ''}£{whole:,}"


def to_the_penny(pence: int) -> str:
    """`−£1,234.50`."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{whole:,}.{rest:02d}"


def for_each_pound(ratio: Fraction | float) -> str:
    """`£1.44`."""
    found = float(ratio)
    return f"{'−' if round(found, 2) < 0 else ''}£{abs(found):.2f}"
