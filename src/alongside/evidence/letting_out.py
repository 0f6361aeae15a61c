"""What leaves of a team's figures, period by period: counted once when a period is over, kept, and from then on as it left.

A record that is written late, or put right, changes the team's own figures and nothing that has left: whoever holds the first copy cannot lay a second
beside it. Figures with one total are held back together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alongside.foundation.periods import Period

from .adding_up import as_sums_leave, in_units, together
from .figures import AS_IT_IS, UNITS, Figure, every_figure, sharing_a_total
from .leaving import TOTAL, Breakdowns, Leaving, as_it_leaves
from .payers import NOBODY_PAYS, Payers, of_streams_as_shown
from .periods import is_over, quarters_of, window, year_of
from .tables import Own, Table, amounts_of, count

if TYPE_CHECKING:
    from .counting import Opened

LOCALITY, POST, STREAM = "by locality", "by post", "by stream"
"""The breakdowns by locality, by post and by who pays that a year's figures have besides their own; a stream is told by its posts."""
CONTRADICTS = "contradicts"
"""Marks the breakdowns whose parts do not add up; nothing is counted in it."""

Left = Mapping[tuple[str, date, date], Leaving]
"""What has left: by the total that is divided, from which day up to, not including, which; each breakdown's parts, None where held back."""


@dataclass(frozen=True)
class Leaver:
    """Who lets figures out: an extract open for counting, what is the team's own, the day it was made, and what has left before."""

    extract: Opened
    own: Own
    on: date
    left: Left = field(default_factory=dict)
    paid: Callable[[Period], Payers] = lambda _period: NOBODY_PAYS
    """Which stream pays for which posts in a period."""

    def of(self, total: str, period: Period) -> Leaving:
        """What has left of a total in a period; nothing where nothing has."""
        return self.left.get((total, period.since, period.until or date.max), {})


def everything_that_leaves(leaver: Leaver) -> dict[tuple[str, date, date], Leaving]:
    """Every figure of this financial year's quarters that are over, of the last year, and once of each year before it, with their quarters."""
    found: dict[tuple[str, date, date], Leaving] = {}
    this_year = year_of(leaver.on)
    for year in (*years_before(leaver), last_year(leaver.on), this_year):
        for figures in families():
            for period, leaves in family_leaves(leaver, figures, year).items():
                found[figures[0].total, period.since, period.until or date.max] = leaves
    return found


MOST_YEARS_BEFORE = 4
"""Before the last: a committee asks for five years at most, and each is counted once, when it first leaves."""


def last_year(on: date) -> Period:
    """The financial year that was over last."""
    return year_of(year_of(on).since - timedelta(days=1))


def years_before(leaver: Leaver) -> list[Period]:
    """Financial years before the last in which somebody was known already, and of which nothing has left: what has left stays, and is not counted again."""
    first, years = leaver.extract.first_day(), [last_year(leaver.on)]
    while first is not None and len(years) <= MOST_YEARS_BEFORE and years[-1].since > first:
        years.append(last_year(years[-1].since))
    gone = {(since, until) for _total, since, until in leaver.left}
    return [year for year in years[1:] if (year.since, year.until) not in gone]


def families() -> Iterable[tuple[Figure, ...]]:
    """Figures by what they divide up."""
    return {figure.total: sharing_a_total(figure) for figure in every_figure().values()}.values()


def family_leaves(leaver: Leaver, figures: tuple[Figure, ...], year: Period) -> dict[Period, Leaving]:
    """What leaves of some figures with one total: each quarter of a year that is over, and the year once it is."""
    quarters = [quarter for quarter in quarters_of(year) if is_over(quarter, on=leaver.on)]
    over = is_over(year, on=leaver.on)
    if figures[0].adds:
        return _sums_leave(leaver, figures[0], year, quarters, over)
    if figures[0].leaves == AS_IT_IS:
        periods = [*quarters, year] if over else quarters
        return {period: _as_it_is(leaver, figures, period, by_locality=period == year) for period in periods}
    several = frozenset(one.key for one in figures if one.several)
    adding = frozenset(one.key for one in figures if one.over_time)
    before = [leaver.of(figures[0].total, quarter) for quarter in quarters]
    counted = [_breakdowns(leaver, figures, quarter) for quarter in quarters]
    whole = _breakdowns(leaver, figures, year, by_locality=True) if over else None
    over_time = adding | {TOTAL} if adding else adding
    left, shown = as_it_leaves(counted, whole, over_time=over_time, several=several, before=before, year_before=leaver.of(figures[0].total, year))
    leaves = dict(zip(quarters, left, strict=True))
    if whole is not None and shown is not None:
        by_stream = (
            {} if POST not in shown else {STREAM: of_streams_as_shown(shown[POST], leaver.paid(year)) | leaver.of(figures[0].total, year).get(STREAM, {})}
        )
        counted, leaves = [*counted, whole], leaves | {year: shown | by_stream}
    for (period, shown_then), numbers in zip(list(leaves.items()), counted, strict=True):
        wrong = {one.key: 1 for one in figures if not one.several and sum(numbers[one.key].values()) != numbers[TOTAL][TOTAL]}
        leaves[period] = shown_then | {CONTRADICTS: leaver.of(figures[0].total, period).get(CONTRADICTS, dict(wrong))}
    return leaves


def leaving(leaver: Leaver, figure: Figure, period: Period) -> Table:
    """One figure as it may leave: for a quarter or a financial year that is over, and for the whole team."""
    year = year_of(period.since)
    quarters = [quarter for quarter in quarters_of(year) if is_over(quarter, on=leaver.on)]
    if figure.on_the_day and period not in quarters:
        # How things stood at the end of a year is how they stood at the end of its last quarter.
        period = quarters[-1]
    shown = leaver.of(figure.total, period)
    if figure.key not in shown:
        shown = family_leaves(leaver, sharing_a_total(figure), year)[period]
    if figure.adds:
        whole = period not in quarters
        return Table(dict(shown[figure.key]) if whole else {}, shown[TOTAL][TOTAL], None, exact=False, by_part=whole)
    adds_up = figure.key not in shown.get(CONTRADICTS, {})
    return Table(
        dict(shown[figure.key]),
        shown[TOTAL][TOTAL],
        shown.get(LOCALITY),
        exact=False,
        of_posts=shown.get(POST),
        of_streams=shown.get(STREAM),
        adds_up=adds_up,
        several=figure.several,
    )


def _as_it_is(leaver: Leaver, figures: tuple[Figure, ...], period: Period, *, by_locality: bool) -> Leaving:
    now: Leaving = {by: dict(parts) for by, parts in _breakdowns(leaver, figures, period, by_locality=by_locality).items()}
    return _kept_first(leaver.of(figures[0].total, period), now)


def _kept_first(kept: Leaving, shown: Leaving) -> Leaving:
    return {by: parts | kept.get(by, {}) for by, parts in shown.items()}


def _breakdowns(leaver: Leaver, figures: tuple[Figure, ...], period: Period, *, by_locality: bool = False) -> Breakdowns:
    of_people = by_locality and figures[0].leaves != AS_IT_IS
    over = window(period, extracted_on=leaver.on)
    each = {one.key: count(leaver.extract, one, over, leaver.own, by_post=of_people and one is figures[0]) for one in figures}
    first = each[figures[0].key]
    apart = {LOCALITY: first.of_localities} if by_locality else {}
    if of_people:
        apart |= {POST: first.of_posts}
    return {TOTAL: {TOTAL: first.total}, **apart, **{key: found.parts for key, found in each.items()}}


def _sums_leave(leaver: Leaver, figure: Figure, year: Period, quarters: list[Period], over: bool) -> dict[Period, Leaving]:
    """A sum as it may leave: a quarter whole, a year by its parts."""
    unit = UNITS[figure.adds]

    def amounts(period: Period) -> dict[str, dict[int, int]]:
        return amounts_of(leaver.extract, figure, window(period, extracted_on=leaver.on), leaver.own)

    whole = amounts(year) if over else None
    found = as_sums_leave([together(list(amounts(quarter).values())) for quarter in quarters], whole)
    now = [in_units(total, unit, leaves=True) for total in found.quarters]
    then = [leaver.of(figure.total, quarter).get(TOTAL, {TOTAL: total})[TOTAL] for quarter, total in zip(quarters, now, strict=True)]
    leaves: dict[Period, Leaving] = {quarter: {TOTAL: {TOTAL: total}, figure.key: {}} for quarter, total in zip(quarters, then, strict=True)}
    if whole is None:
        return leaves
    if then != now:
        # What was written since would be what is left over: then a year is no more than what has left already.
        known = None if None in then else sum(total or 0 for total in then)
        of_year: Leaving = {TOTAL: {TOTAL: known}, figure.key: {part: None if any(by.values()) else 0 for part, by in whole.items()}}
    else:
        parts = {part: in_units(amount, unit, leaves=True) for part, amount in found.parts.items()}
        of_year = {TOTAL: {TOTAL: in_units(found.year, unit, leaves=True)}, figure.key: parts}
    return leaves | {year: _kept_first(leaver.of(figure.total, year), of_year)}
