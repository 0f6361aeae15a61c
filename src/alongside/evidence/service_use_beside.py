"""What stands beside one source's before and after: what would have come anyway, people introduced later, a published series, and what a use costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .models import BesideAService
from .pairs import Mean
from .use_of_services import Anyway, BeforeAfter, Beside, Claim, Staggered, Told, by_month, claim_of, staggered

DAYS_A_YEAR = Decimal("365.25")
MONTHS = {4: 1, 13: 3, 26: 6, 52: 12}
"""Months of a window, by its weeks."""
SEED = 7


@dataclass(frozen=True)
class Series:
    """What others did meanwhile, each of them over a window: and how much more it changed for ours."""

    before: float
    after: float
    published_in: str
    by: Mean | None


@dataclass(frozen=True)
class Avoided:
    """How many uses fewer than beside others, of how many people, and what those would have cost: never what anybody has in hand."""

    people: int
    uses: tuple[float, float, float]
    pounds: tuple[int, int, int]
    may_be_none: bool


@dataclass(frozen=True)
class BesideIt:
    """All of it for one source of one service."""

    set: BesideAService | None
    anyway: float | None
    later: Staggered | None
    series: Series | None
    claim: Claim
    avoided: Avoided | None

    @property
    def maryland(self) -> int:
        """How far it can be trusted, from 1 to 5 on the Maryland scale."""
        return self.claim.level

    @property
    def pence_today(self) -> int | None:
        """What one use costs in today's prices."""
        return None if self.set is None or self.set.pence is None else round(self.set.pence * (self.set.uplift or 1))


def anyway_of(known: BesideAService | None, weeks: int) -> Anyway | None:
    """What regression to the mean rests on, over a window of so many weeks."""
    if known is None or known.everybody is None or known.again is None:
        return None
    return Anyway(_over(known.everybody, weeks), float(known.again), known.anyway_source)


def beside_it(found: BeforeAfter, told: Mapping[int, list[Told]], introduced: Mapping[int, date], known: BesideAService | None, weeks: int) -> BesideIt:
    """Whatever there is. People introduced later come first: they were ours, too, and were chosen alike."""
    later = _later(told, introduced, weeks)
    series = _series(found, known, weeks)
    beside = Beside.LATER if later and later.by else Beside.SERIES if series and series.by else Beside.NOBODY
    claim = claim_of(beside)
    by, people = (later.by, later.ours) if later and later.by else (series.by, found.n) if series and series.by else (None, 0)
    made = BesideIt(known, found.anyway, later, series, claim, None)
    if not claim.avoided or by is None or made.pence_today is None:
        return made
    uses = (-by.high * people, -by.mean * people, -by.low * people)
    pounds = tuple(round(one * made.pence_today / 100) for one in uses)
    return BesideIt(known, found.anyway, later, series, claim, Avoided(people, uses, (pounds[0], pounds[1], pounds[2]), may_be_none=uses[0] <= 0))


def _over(a_year: Decimal, weeks: int) -> float:
    return float(a_year * 7 * weeks / DAYS_A_YEAR)


def _series(found: BeforeAfter, known: BesideAService | None, weeks: int) -> Series | None:
    if known is None or known.others_before is None or known.others_after is None:
        return None
    before, after = _over(known.others_before, weeks), _over(known.others_after, weeks)
    change, theirs = found.change, after - before
    by = None if change is None else Mean(change.mean - theirs, change.low - theirs, change.high - theirs)
    return Series(before, after, known.others_source, by)


def _later(told: Mapping[int, list[Told]], introduced: Mapping[int, date], weeks: int) -> Staggered | None:
    """Only of days that are known: a number told for some weeks cannot be laid onto months."""
    months = by_month(told, introduced)
    return staggered(months.use, months.introduced, window=MONTHS[weeks], seed=SEED) if months.use else None
