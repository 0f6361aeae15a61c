"""Who pays for a post on which day: shares of funding streams that add up to the whole post, or show the gap and the day it bites.

A share is in parts, ten thousand of which are the whole post (so that 33.33 % is 3,333). Stretches of days are half-open; money is in pence.
No Django.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

from .pence import divided

WHOLE = 10_000
"""Parts of a post."""


@dataclass(frozen=True)
class Stretch:
    """From a day up to, not including, another; `until=None` goes on."""

    since: date
    until: date | None

    def overlap(self, other: Stretch) -> Stretch | None:
        """The days in both, if there are any."""
        since = max(self.since, other.since)
        ends = [end for end in (self.until, other.until) if end is not None]
        until = min(ends) if ends else None
        return Stretch(since, until) if until is None or since < until else None


@dataclass(frozen=True)
class Paid:
    """One funding stream pays so many parts of a post for a while."""

    stream: Hashable
    parts: int
    over: Stretch


@dataclass(frozen=True)
class Piece:
    """A stretch of days in which the same streams pay the same parts, the largest first."""

    over: Stretch
    paid: tuple[tuple[Hashable, int], ...]

    @property
    def gap(self) -> int:
        """Parts for which nobody pays."""
        return WHOLE - sum(parts for _stream, parts in self.paid)


def pieces(post: Stretch, shares: Iterable[Paid]) -> list[Piece]:
    """The whole life of a post, cut where anything about who pays changes, the earliest first; neighbours that are alike are one."""
    held = [(one.stream, one.parts, over) for one in shares if (over := one.over.overlap(post)) is not None]
    days = {post.since} | {over.since for *_one, over in held} | {over.until for *_one, over in held if over.until is not None}
    starts = sorted(day for day in days if post.until is None or day < post.until)
    found: list[Piece] = []
    for since, until in zip(starts, [*starts[1:], post.until], strict=True):
        paid: dict[Hashable, int] = {}
        for stream, parts, over in held:
            if over.since <= since and (over.until is None or since < over.until):
                paid[stream] = paid.get(stream, 0) + parts
        now = tuple(sorted(paid.items(), key=lambda one: (-one[1], str(one[0]))))
        if found and found[-1].paid == now:
            found[-1] = Piece(Stretch(found[-1].over.since, until), now)
        else:
            found.append(Piece(Stretch(since, until), now))
    return found


@dataclass(frozen=True)
class Gap:
    """Days on which a part of a post is paid by nobody."""

    over: Stretch
    parts: int


def gaps(post: Stretch, shares: Iterable[Paid]) -> list[Gap]:
    """Every gap of a post, the earliest first; who pays the rest may change within one."""
    found: list[Gap] = []
    for piece in pieces(post, shares):
        if piece.gap <= 0:
            continue
        if found and found[-1].over.until == piece.over.since and found[-1].parts == piece.gap:
            found[-1] = Gap(Stretch(found[-1].over.since, piece.over.until), piece.gap)
        else:
            found.append(Gap(piece.over, piece.gap))
    return found


def gaps_from(post: Stretch, shares: Iterable[Paid], *, on: date) -> list[Gap]:
    """Those that bite on a day or after it."""
    return [gap for gap in gaps(post, shares) if gap.over.until is None or gap.over.until > on]


def over_the_whole(post: Stretch, shares: Iterable[Paid]) -> Piece | None:
    """The first stretch on which streams would pay more than there is."""
    return next((piece for piece in pieces(post, shares) if piece.gap < 0), None)


@dataclass(frozen=True)
class Costs:
    """What a post costs in a year, on-costs and all, from a day on until the next of them."""

    since: date
    pence_a_year: int


def financial_year(day: date) -> int:
    """The year in whose April it began."""
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1


def days_in_year(year: int) -> int:
    """Days of the financial year that begins in April of this year."""
    return (date(year + 1, 4, 1) - date(year, 4, 1)).days


def _costed(costs: Sequence[Costs], over: Stretch) -> Iterator[tuple[int, Stretch]]:
    """Pence a year and the days on which they held, cut at each 1 April too; days before the first cost cost nothing known."""
    if over.until is None:
        raise ValueError("What a post costs is asked of days that end.")
    ordered = sorted(costs, key=lambda one: one.since)
    for one, after in zip(ordered, [*ordered[1:], None], strict=True):
        within = Stretch(one.since, after.since if after else None).overlap(over)
        if within is None:
            continue
        day = within.since
        assert within.until is not None  # noqa: S101 - the stretch asked of ends
        while day < within.until:
            ends = min(within.until, date(financial_year(day) + 1, 4, 1))
            yield one.pence_a_year, Stretch(day, ends)
            day = ends


def _exactly(costs: Sequence[Costs], over: Stretch) -> Fraction:
    """Each day costs a 365th of its year, or a 366th of a leap one: a whole financial year costs exactly what it says."""
    exact = Fraction(0)
    for pence, days in _costed(costs, over):
        assert days.until is not None  # noqa: S101
        exact += Fraction(pence * (days.until - days.since).days, days_in_year(financial_year(days.since)))
    return exact


def cost(post: Stretch, costs: Sequence[Costs], over: Stretch) -> int:
    """Pence that a post costs over some days. Months add up to their year: pence are counted from the post's first day, rounded down, and taken apart."""
    within = post.overlap(over)
    if within is None or within.until is None:
        return 0
    begins = Stretch(post.since, within.since)
    before = _exactly(costs, begins) if within.since > post.since else Fraction(0)
    return int(before + _exactly(costs, within)) - int(before)


@dataclass(frozen=True)
class Bill:
    """What a post costs over some days and who pays how much of it; `nobody` is the gap in money."""

    whole: int
    paid: dict[Hashable, int]
    nobody: int


def bill(post: Stretch, shares: Sequence[Paid], costs: Sequence[Costs], over: Stretch) -> Bill:
    """A post's cost over some days, divided in whole pence by who paid for how much of it on each of them."""
    whole, nobody = cost(post, costs, over), Fraction(0)
    weights: dict[Hashable, Fraction] = {}
    within = post.overlap(over)
    for piece in pieces(within, shares) if within and within.until else []:
        exact = _exactly(costs, piece.over)
        for stream, parts in piece.paid:
            weights[stream] = weights.get(stream, Fraction(0)) + exact * parts
        nobody += exact * piece.gap
    if not any(weights.values()) and not nobody:
        return Bill(whole, dict.fromkeys(weights, 0), whole)
    common = lcm(*(one.denominator for one in [*weights.values(), nobody]))
    *each, left = divided(whole, [int(one * common) for one in [*weights.values(), nobody]])
    return Bill(whole, dict(zip(weights, each, strict=True)), left)


def last_day(over: Stretch) -> date | None:
    """The last day on which it holds."""
    return over.until - timedelta(days=1) if over.until else None
