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

from .adding_up import as_sums_leave, in_units, together
from .figures import UNITS, Figure, sharing_a_total
from .leaving import TOTAL, Breakdowns, as_it_leaves
from .periods import Window, is_over, quarters_of, window, year_of

if TYPE_CHECKING:
    from .counting import Counts, Opened

LOCALITIES = "localities"
LISTED, KINDS = "reasons", "kinds"
"""What a figure's parts are called where they are the team's own: its localities, or the words on its list of reasons or of counted kinds."""
LOCALITY = "by locality"
"""The breakdown by locality that a year's figures have besides their own."""


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
        amounts = _amounts(extract, figure, over, own, locality)
        whole, unit = together(list(amounts.values())), UNITS[figure.adds]
        parts = {part: in_units(sum(by.values()), unit, leaves=False) for part, by in amounts.items()}
        return Table(parts, in_units(sum(whole.values()), unit, leaves=False), None, exact=True, behind=sum(1 for amount in whole.values() if amount))
    found = count(extract, figure, over, own, locality)
    apart: dict[str, int | None] | None = dict(found.of_localities) if not (figure.on_the_day or locality) else None
    adds_up = figure.several or sum(found.parts.values()) == found.total
    return Table(dict(found.parts), found.total, apart, exact=True, adds_up=adds_up, several=figure.several)


def _amounts(extract: Opened, figure: Figure, over: Window, own: Own, locality: str = "") -> dict[str, dict[int, int]]:
    """How much of each part came from each person."""
    by_part: dict[str, dict[int, int]] = {part: {} for part in _parts_of(figure, own)}
    for (home, part, person), amount in extract.amounts(figure.expression, over).items():
        if locality in ("", home):
            by_part[part][person] = amount
    return by_part


def leaving(extract: Opened, figure: Figure, period: Period, own: Own, *, extracted_on: date) -> Table:
    """The numbers as they may leave: for a quarter or a financial year that is over, and for the whole team.

    The whole year is held back together, with all the figures that divide up the same things.
    """
    year = year_of(period.since)
    quarters = [quarter for quarter in quarters_of(year) if is_over(quarter, on=extracted_on)]
    if figure.adds:
        return _sum_leaving(extract, figure, period, own, year, quarters, extracted_on)
    family = sharing_a_total(figure)
    several = frozenset(member.key for member in family if member.several)

    def breakdowns(of: Period, *, by_locality: bool) -> tuple[Breakdowns, bool]:
        each = {member.key: count(extract, member, window(of, extracted_on=extracted_on), own) for member in family}
        one = each[figure.key]
        apart = {LOCALITY: one.of_localities} if by_locality else {}
        adds_up = figure.several or sum(one.parts.values()) == one.total
        return {TOTAL: {TOTAL: one.total}, **apart, **{key: found.parts for key, found in each.items()}}, adds_up

    if figure.on_the_day and period not in quarters:
        # How things stood at the end of a year is how they stood at the end of its last quarter.
        period = quarters[-1]
    if period in quarters:
        found, adds_up = breakdowns(period, by_locality=False)
        left, _ = as_it_leaves([found], None, over_time=frozenset(), several=several)
        shown = left[0]
    else:
        whole, adds_up = breakdowns(year, by_locality=True)
        adding = frozenset(member.key for member in family if member.over_time)
        before = [breakdowns(quarter, by_locality=False)[0] for quarter in quarters]
        shown = as_it_leaves(before, whole, over_time=adding | {TOTAL} if adding else adding, several=several)[1] or {}
    return Table(shown[figure.key], shown[TOTAL][TOTAL], shown.get(LOCALITY), exact=False, adds_up=adds_up, several=figure.several)


def _sum_leaving(extract: Opened, figure: Figure, period: Period, own: Own, year: Period, quarters: list[Period], on: date) -> Table:
    """A sum as it may leave: a quarter whole, a year by its parts."""
    unit = UNITS[figure.adds]
    by_quarter = [_amounts(extract, figure, window(quarter, extracted_on=on), own) for quarter in quarters]
    whole = None if period in quarters else _amounts(extract, figure, window(year, extracted_on=on), own)
    left = as_sums_leave([together(list(amounts.values())) for amounts in by_quarter], whole)
    if whole is None:
        total = left.quarters[quarters.index(period)]
        return Table({}, in_units(total, unit, leaves=True), None, exact=False, by_part=False)
    parts = {part: in_units(amount, unit, leaves=True) for part, amount in left.parts.items()}
    return Table(parts, in_units(left.year, unit, leaves=True), None, exact=False)
