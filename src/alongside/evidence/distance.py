"""Distance travelled on each question of each measure, from an extract: the first asking of everybody beside their last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from alongside.foundation.words import Vocabulary
from alongside.outcomes.measuring import Measure, scored, shipped
from alongside.outcomes.measuring.measure import Better
from alongside.outcomes.queries import measure_of, offered_by
from alongside.web.vocabulary import say

from .leaving import TOTAL, Leaving, as_it_leaves
from .travelled import Asked, Travelled, travelled

Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class Distance:
    """One question or score of a measure, and how far people travelled on it."""

    measure: Measure
    item: str
    called: str
    told: Travelled

    @property
    def total(self) -> str:
        """Under which name it leaves and is kept as it left."""
        return f"{PREFIX}{self.measure.key} {self.item}"


PREFIX, CAME, MEAN = "travelled ", "what came of it", "mean in tenths"
"""How distance leaves: everybody who began, by what came of it; and the mean change with its interval."""


def as_distance_leaves(found: Iterable[Distance], kept: Callable[[str], Leaving]) -> dict[str, Leaving]:
    """Of each question what leaves for a financial year: everybody who began as better, the same, worse or not asked again; and of thirty pairs the mean.

    Small numbers are held back so that no sum gives them away; a mean and its interval leave to one decimal, where none of those counts is held back.
    """
    leaves: dict[str, Leaving] = {}
    for one in found:
        told, before = one.told, kept(one.total)
        came = {"better": told.better, "same": told.same, "worse": told.worse, "missing": told.began - told.pairs}
        _quarters, year = as_it_leaves([], {TOTAL: {TOTAL: told.began}, CAME: came}, over_time=frozenset(), year_before=before)
        shown: Leaving = year or {}
        mean = told.mean if None not in shown[CAME].values() else None
        tenths = {"mean": mean.mean, "low": mean.low, "high": mean.high} if mean else {}
        leaves[one.total] = shown | {MEAN: before.get(MEAN, {name: round(10 * value) for name, value in tenths.items()})}
    return leaves


def rows_that_left(measures: Mapping[str, Measure], left: Mapping[str, Leaving]) -> Rows:
    """A line for each question, as it left."""
    rows: Rows = []
    for total, shown in left.items():
        key, _space, item = total.removeprefix(PREFIX).partition(" ")
        if key in measures:
            came, mean = shown[CAME], shown[MEAN]
            told = [_held(came.get(name)) for name in ("better", "same", "worse")]
            tenths = [None if mean.get(name) is None else _signed((mean[name] or 0) / 10) for name in ("mean", "low", "high")]
            said = _("not told") if None in tenths else _("%(mean)s (%(low)s to %(high)s)") % dict(zip(("mean", "low", "high"), tenths, strict=True))
            rows.append(
                (f"{measures[key].short}: {_called(measures[key], item)}", _held(shown[TOTAL][TOTAL]), said, ", ".join(told), _held(came.get("missing")))
            )
    return sorted(rows)


def heads_that_left() -> tuple[str, ...]:
    """What stands above each column of those."""
    return (_("Question"), _("Began"), _("Mean change (95% interval)"), _("Better, same, worse"), _("Not asked again"))


def _held(n: int | None) -> str:
    return _("held back") if n is None else str(n)


def measures_of(team_id: UUID) -> dict[str, Measure]:
    """Those that come with us, and those that the team added."""
    return shipped() | {one.file.key: measure_of(one.file.key, one.file.text) for one in offered_by(team_id)}


def how_far(measures: Mapping[str, Measure], askings: Iterable[Sequence[Any]], answers: Iterable[Sequence[Any]], until: date) -> list[Distance]:
    """Every question and score of every measure that was answered before a day. What the person named is compared on their own page alone."""
    numbers: dict[tuple[int, str, int], dict[str, int]] = defaultdict(dict)
    for person, measure, nth, item, number in answers:
        if number is not None:
            numbers[person, measure, nth][item] = number
    times: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for person, measure, _version, on, _way, ended, nth in askings:
        if ended == "answered" and on < until and measure in measures:
            times[measure][person].append(nth)
    found = []
    for key, people in times.items():
        measure = measures[key]
        pairs = [(scored(measure, numbers[one, key, min(nths)]), scored(measure, numbers[one, key, max(nths)]), len(nths) > 1) for one, nths in people.items()]
        named = {item.key for item in measure.items if item.named}
        for place, first in enumerate(pairs[0][0]):
            if first.key not in named:
                asked = [Asked(_float(start[place].value), _float(last[place].value) if again else None, again) for start, last, again in pairs]
                important = _float(measure.important.get(first.key))
                told = travelled(asked, more_is_better=first.better is Better.MORE, important=important)
                found.append(Distance(measure, first.key, _called(measure, first.key), told))
    return found


def in_rows(found: Iterable[Distance], vocabulary: Vocabulary) -> Rows:
    """A line for each: how many at each point, how it changed, who is missing."""
    return [
        (
            f"{each.measure.short}: {each.called}",
            _("%(began)s, %(again)s, %(pairs)s") % {"began": one.began, "again": one.asked_again, "pairs": one.pairs},
            _("not known") if one.median is None else _signed(one.median),
            _mean(one, vocabulary),
            f"{one.better}, {one.same}, {one.worse}{_important(each)}",
            _missing(one),
        )
        for each in found
        for one in (each.told,)
    ]


def heads() -> tuple[str, ...]:
    """What stands above each column."""
    return (
        _("Question"),
        _("Began, asked again, pairs"),
        _("Median change"),
        _("Mean change (95% interval)"),
        _("Better, same, worse"),
        _("Who is missing"),
    )


def _important(each: Distance) -> str:
    """How many changed for the better by as much as matters, where a source says how much that is."""
    if each.told.important is None:
        return ""
    least = _plain(float(each.measure.important[each.item]))
    return "; " + _("better by %(least)s and more: %(n)s (%(source)s)") % {"least": least, "n": each.told.important, "source": each.measure.important_source}


def _mean(one: Travelled, vocabulary: Vocabulary) -> str:
    if one.mean is not None:
        return _("%(mean)s (%(low)s to %(high)s)") % {"mean": _signed(one.mean.mean), "low": _signed(one.mean.low), "high": _signed(one.mean.high)}
    said, parts = one.why_no_mean or (None, {})
    return say(said, vocabulary, **parts) if said else ""


def _missing(one: Travelled) -> str:
    if one.missing is None:
        return _("nobody")
    beside = _("nobody to hold beside") if one.missing.pairs_start is None else _plain(one.missing.pairs_start)
    return _("%(n)s, who began at %(start)s; the pairs: %(pairs)s") % {"n": one.missing.n, "start": _plain(one.missing.start), "pairs": beside}


def _called(measure: Measure, key: str) -> str:
    asks = {item.key: item.asks or item.key for item in measure.items} | {score.key: score.says or score.key for score in measure.scores}
    return asks[key]


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _plain(number: float) -> str:
    return str(number_format(round(number, 1), 1))


def _signed(number: float) -> str:
    return ("+" if number > 0 else "−" if number < 0 else "") + _plain(abs(number))
