"""Distance travelled on each question of each measure, from an extract: the first asking of everybody beside their last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

from .travelled import Asked, Travelled, travelled

Rows = list[tuple[str, ...]]


def measures_of(team_id: UUID) -> dict[str, Measure]:
    """Those that come with us, and those that the team added."""
    return shipped() | {one.file.key: measure_of(one.file.key, one.file.text) for one in offered_by(team_id)}


def how_far(
    measures: Mapping[str, Measure], askings: Iterable[Sequence[Any]], answers: Iterable[Sequence[Any]], until: date
) -> list[tuple[Measure, str, Travelled]]:
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
                found.append((measure, _called(measure, first.key), travelled(asked, more_is_better=first.better is Better.MORE)))
    return found


def in_rows(found: Iterable[tuple[Measure, str, Travelled]], vocabulary: Vocabulary) -> Rows:
    """A line for each: how many at each point, how it changed, who is missing."""
    return [
        (
            f"{measure.short}: {called}",
            _("%(began)s, %(again)s, %(pairs)s") % {"began": one.began, "again": one.asked_again, "pairs": one.pairs},
            _("not known") if one.median is None else _signed(one.median),
            _mean(one, vocabulary),
            f"{one.better}, {one.same}, {one.worse}",
            _missing(one),
        )
        for measure, called, one in found
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
