"""A figure as numbers: exact for those who answer for the team, held back and rounded for everybody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from alongside.foundation.periods import Period
from alongside.foundation.words import Word

from .adding_up import in_units, together
from .figures import UNITS, Figure
from .periods import Window, window

if TYPE_CHECKING:
    from .counting import Counts, Opened

LOCALITIES = "localities"
LISTED, KINDS = "reasons", "kinds"
"""What a figure's parts are called where they are the team's own: its localities, or the words on its list of reasons or of counted kinds."""


@dataclass(frozen=True)
class Table:
    """How many in each part, of how many in all; None for what is held back. `of_localities` where it may be told."""

    parts: dict[str, int | None]
    total: int | None
    of_localities: dict[str, int | None] | None
    exact: bool
    adds_up: bool = True
    several: bool = False
    behind: int | None = None
    """Of a sum: how many people it rests on, where that may be told."""
    by_part: bool = True
    """Whether it is divided; sums of a quarter leave whole."""


@dataclass(frozen=True)
class Counted:
    """What the engine found for one figure over one window."""

    parts: dict[str, int]
    total: int
    of_localities: dict[str, int]


def words_of(figure: Figure) -> tuple[Word, ...]:
    """The words a figure can be counted under, in their room's order and then our own."""
    room, _, name = figure.parts.partition(".")
    own: tuple[Word, ...] = getattr(import_module(f"alongside.{room}.words"), name) if name else ()
    others: tuple[Word, ...] = import_module("alongside.evidence.words").OTHER_PARTS
    return own + tuple(word for stored in figure.other_parts for word in others if word.stored == stored)


Own = Mapping[str, Sequence[str]]
"""The keys of what is the team's own: `LOCALITIES`, and the words of its lists (`LISTED`, `KINDS`)."""


def count(extract: Opened, figure: Figure, over: Window, own: Own, locality: str = "") -> Counted:
    """Count one figure: every part it can have is there, nought or not; in one locality when it is given."""
    found = _only(extract.counts(figure.expression, over), locality)
    out_of = _only(extract.counts(figure.out_of, over), locality) if figure.out_of else found
    parts = Counter(dict.fromkeys(_parts_of(figure, own), 0))
    homes = Counter(dict.fromkeys([locality] if locality else [*own[LOCALITIES], "elsewhere", "not shown"], 0))
    for (_home, part), n in found.items():
        parts[part] += n
    for (home, _part), n in (out_of if figure.several else found).items():
        homes[home] += n
    return Counted(dict(parts), sum(out_of.values()), dict(homes))


def _parts_of(figure: Figure, own: Own) -> list[str]:
    return [*own.get(figure.parts, ()), *(word.stored for word in words_of(figure))]


def _only(found: Counts, locality: str) -> Counts:
    return {key: n for key, n in found.items() if locality in ("", key[0])}


def exact(extract: Opened, figure: Figure, period: Period, own: Own, *, extracted_on: date, locality: str = "") -> Table:
    """The numbers as they are, for a manager of the team on the screen."""
    over = window(period, extracted_on=extracted_on)
    if figure.adds:
        amounts = amounts_of(extract, figure, over, own, locality)
        whole, unit = together(list(amounts.values())), UNITS[figure.adds]
        parts = {part: in_units(sum(by.values()), unit, leaves=False) for part, by in amounts.items()}
        return Table(parts, in_units(sum(whole.values()), unit, leaves=False), None, exact=True, behind=sum(1 for amount in whole.values() if amount))
    found = count(extract, figure, over, own, locality)
    apart: dict[str, int | None] | None = dict(found.of_localities) if not (figure.on_the_day or locality) else None
    adds_up = figure.several or sum(found.parts.values()) == found.total
    return Table(dict(found.parts), found.total, apart, exact=True, adds_up=adds_up, several=figure.several)


def amounts_of(extract: Opened, figure: Figure, over: Window, own: Own, locality: str = "") -> dict[str, dict[int, int]]:
    """How much of each part came from each person."""
    by_part: dict[str, dict[int, int]] = {part: {} for part in _parts_of(figure, own)}
    for (home, part, person), amount in extract.amounts(figure.expression, over).items():
        if locality in ("", home):
            by_part[part][person] = amount
    return by_part
