"""A figure as numbers: exact for those who answer for the team, held back and rounded for everybody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from alongside.foundation.periods import Period
from alongside.foundation.words import Word

from .figures import Figure, sharing_a_total
from .leaving import TOTAL, Breakdowns, as_it_leaves
from .periods import Window, is_over, quarters_of, window, year_of

if TYPE_CHECKING:
    from .counting import Counts, Opened

LOCALITIES = "localities"
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


def count(extract: Opened, figure: Figure, over: Window, localities: Sequence[str], locality: str = "") -> Counted:
    """Count one figure: every part it can have is there, nought or not; in one locality when it is given."""
    found = _only(extract.counts(figure.expression, over), locality)
    known = [*(localities if figure.parts == LOCALITIES else ()), *(word.stored for word in words_of(figure))]
    parts = Counter(dict.fromkeys(known, 0))
    homes = Counter(dict.fromkeys([locality] if locality else [*localities, "elsewhere", "not shown"], 0))
    for (home, part), n in found.items():
        parts[part] += n
        homes[home] += n
    out_of = _only(extract.counts(figure.out_of, over), locality) if figure.out_of else found
    return Counted(dict(parts), sum(out_of.values()), dict(homes))


def _only(found: Counts, locality: str) -> Counts:
    return {key: n for key, n in found.items() if locality in ("", key[0])}


def exact(extract: Opened, figure: Figure, period: Period, localities: Sequence[str], *, extracted_on: date, locality: str = "") -> Table:
    """The numbers as they are, for a manager of the team on the screen."""
    found = count(extract, figure, window(period, extracted_on=extracted_on), localities, locality)
    apart: dict[str, int | None] | None = dict(found.of_localities) if not (figure.on_the_day or locality) else None
    return Table(dict(found.parts), found.total, apart, exact=True, adds_up=sum(found.parts.values()) == found.total)


def leaving(extract: Opened, figure: Figure, period: Period, localities: Sequence[str], *, extracted_on: date) -> Table:
    """The numbers as they may leave: for a quarter or a financial year that is over, and for the whole team.

    The whole year is held back together, with all the figures that divide up the same things.
    """
    year = year_of(period.since)
    quarters = [quarter for quarter in quarters_of(year) if is_over(quarter, on=extracted_on)]
    family = sharing_a_total(figure)

    def breakdowns(of: Period, *, by_locality: bool) -> tuple[Breakdowns, bool]:
        each = {member.key: count(extract, member, window(of, extracted_on=extracted_on), localities) for member in family}
        one = each[figure.key]
        apart = {LOCALITY: one.of_localities} if by_locality else {}
        return {TOTAL: {TOTAL: one.total}, **apart, **{key: found.parts for key, found in each.items()}}, sum(one.parts.values()) == one.total

    if figure.on_the_day and period not in quarters:
        # How things stood at the end of a year is how they stood at the end of its last quarter.
        period = quarters[-1]
    if period in quarters:
        found, adds_up = breakdowns(period, by_locality=False)
        left, _ = as_it_leaves([found], None, over_time=frozenset())
        shown = left[0]
    else:
        whole, adds_up = breakdowns(year, by_locality=True)
        adding = frozenset(member.key for member in family if member.over_time)
        before = [breakdowns(quarter, by_locality=False)[0] for quarter in quarters]
        shown = as_it_leaves(before, whole, over_time=adding | {TOTAL} if adding else adding)[1] or {}
    return Table(shown[figure.key], shown[TOTAL][TOTAL], shown.get(LOCALITY), exact=False, adds_up=adds_up)
