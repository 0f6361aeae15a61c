"""Who changed how much: a row a person, a column an outcome; and all that is kept of it for drawing the same people again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import count
from math import fsum
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from alongside.foundation.refusals import Refused

from .. import words
from ..estimates import Number, certain, exact
from ..valued import Valuation
from .chance import Floats


@dataclass(frozen=True, eq=False)
class Changes:
    """Changes by person. Who told of no change of an outcome has nought there; whoever was never asked belongs in no row, for not measured is not nought.

    `table` is people × outcomes, in an order of its own, so that no sum depends on the order in which people came, not in its last digit.
    """

    outcomes: tuple[str, ...]
    table: Floats = field(repr=False)

    @property
    def people(self) -> int:
        """How many people."""
        return len(self.table)

    @cached_property
    def quantities(self) -> dict[str, Decimal]:
        """The sum of each outcome, exact for whole numbers."""
        if _as_small_whole_numbers(self.table) is not None:
            return {name: Decimal(repr(total)) for name, total in zip(self.outcomes, self.table.sum(axis=0).tolist(), strict=True)}
        return {name: Decimal(repr(fsum(self.table[:, number]))) for number, name in enumerate(self.outcomes)}

    @cached_property
    def touched(self) -> dict[str, int]:
        """For how many people each outcome changed."""
        return dict(zip(self.outcomes, (self.table != 0).sum(axis=0).tolist(), strict=True))

    def both(self, one: str, other: str) -> int:
        """For how many people two outcomes changed at once."""
        first, second = (self.table[:, self.outcomes.index(name)] != 0 for name in (one, other))
        return int((first & second).sum())


def changes(outcomes: Sequence[str], table: npt.ArrayLike) -> Changes:
    """Changes from a table of numbers, a row a person."""
    read = np.asarray(table, np.float64)
    if read.ndim != 2 or read.shape[1] != len(outcomes):
        raise Refused(words.NO_TABLE, shape=" × ".join(map(str, read.shape)), many=len(outcomes))
    if not np.isfinite(read).all():
        raise Refused(words.NO_CHANGE, row=int(np.argmin(np.isfinite(read).all(axis=1))) + 1)
    # Small whole numbers, which changes nearly always are, are sorted into the same order in a tenth of the time.
    whole = _as_small_whole_numbers(read)
    # Adding nought makes −0 into 0: the two are one number and would be two rows.
    return Changes(tuple(outcomes), np.ascontiguousarray((read + 0.0)[np.lexsort((read if whole is None else whole).T)]))


def _as_small_whole_numbers(table: Floats) -> npt.NDArray[np.int16] | None:
    """The same in 16 bits, where all of it fits; sums of these are exact in any order."""
    if not table.size or np.abs(table).max() >= 2**15:
        return None
    whole = table.astype(np.int16)
    return whole if (whole == table).all() else None


def changes_of(rows: Iterable[tuple[Hashable, str, Number]], outcomes: Sequence[str], people: Iterable[Hashable] = ()) -> Changes:
    """Changes from rows of (person, outcome, how much); several rows of one person and outcome add up. `people` names also those for whom nothing changed."""
    told = list(rows)
    places: dict[Hashable, int] = defaultdict(count().__next__)
    for person in people:
        places[person]
    columns = {name: number for number, name in enumerate(outcomes)}
    try:
        at = _each(places, told, 0) * len(columns) + _each(columns, told, 1)
    except KeyError as strange:
        raise Refused(words.UNKNOWN_OUTCOME, name=strange.args[0], known=", ".join(outcomes)) from None
    given: list[Number] = list(map(itemgetter(2), told))
    numbers = _numbers(given, at, outcomes)
    table = np.zeros(len(places) * len(outcomes))
    table[at] = numbers
    if np.bincount(at, minlength=1).max() > 1:
        several: dict[int, list[float]] = {}
        for one, number in zip(at.tolist(), numbers.tolist(), strict=True):
            several.setdefault(one, []).append(number)
        for one, found in several.items():
            # Rounded once, so that the order in which somebody's rows came does not matter either.
            table[one] = fsum(found)
    return changes(outcomes, table.reshape(len(places), len(outcomes)))


def _each(number: Mapping[Any, int], rows: list[tuple[Hashable, str, Number]], column: int) -> npt.NDArray[np.intp]:
    """What number the entries of one column have: a column at once, for row by row takes half as long again."""
    return np.fromiter(map(number.__getitem__, map(itemgetter(column), rows)), np.intp, len(rows))


def _numbers(given: list[Number], at: npt.NDArray[np.intp], outcomes: Sequence[str]) -> Floats:
    """As floats: at once where all are numbers, and one by one where some are written otherwise or are no numbers."""
    if set(map(type, given)) <= {int, float}:
        numbers = np.array(given, np.float64)
        if np.isfinite(numbers).all():
            return numbers
    named = (outcomes[place % len(outcomes)] for place in at)
    return np.array([float(exact(one, f"A change of “{outcome}”")) for one, outcome in zip(given, named, strict=True)], np.float64)


def told_by(valuation: Valuation, changed: Changes) -> Valuation:
    """The valuation with the quantities that people told; outcomes that the table does not have stay as they are."""
    if strange := [name for name in changed.outcomes if name not in {one.name for one in valuation.outcomes}]:
        raise Refused(words.UNKNOWN_OUTCOME, name=strange[0], known=", ".join(one.name for one in valuation.outcomes))
    outcomes = tuple(
        replace(one, quantity=certain(changed.quantities[one.name], source=f"told by {changed.people} people")) if one.name in changed.quantities else one
        for one in valuation.outcomes
    )
    return replace(valuation, outcomes=outcomes)
