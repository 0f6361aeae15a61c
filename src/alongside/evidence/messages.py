"""What a table says, in a word: never more than its numbers bear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import comb, exp, lgamma, log

from .leaving import IN_NONE
from .rules import Sum, Union, could_be
from .tables import Table

ENOUGH = 20
"""Below this, one or two people change the answer, so nothing is said to stand out and no percentage is given."""
ONE_IN = 20
"""How rarely chance alone may make a difference as large as one that a title speaks of: once in twenty times, or less."""
MANY = 1_000
"""Coins up to which the sign test is reckoned in whole numbers: of hundreds of thousands those have more digits than anybody waits for."""
_TOTAL = ("the total",)


@dataclass(frozen=True)
class Message:
    """Which sentence of the definition fits (`most`, `more`, `two`, `level`, `few` or `none`), and the parts it is about."""

    kind: str
    part: str = ""
    second: str = ""


def message(table: Table) -> Message:
    """What stands out, if anything does: one part when it is beyond chance larger than the next, else the two largest when
    the second is so against the third. Of numbers held back only what a reader could know is used.
    """
    if table.total == 0:
        return Message("none")
    if table.total is None or table.total < ENOUGH:
        return Message("few")
    if table.exact:
        could: dict[object, tuple[int, int]] = {part: (n or 0, n or 0) for part, n in table.parts.items()} | {_TOTAL: (table.total, table.total)}
    else:
        adds = Union if table.several else Sum
        could = dict(could_be(dict(table.parts) | {_TOTAL: table.total}, [adds(_TOTAL, tuple(table.parts))]))
    # Whoever said nothing gave no answer: a title is about answers, and says beside it how many gave none.
    answers = [part for part in table.parts if not (table.several and part in IN_NONE)]
    by_size = sorted(answers, key=lambda part: table.parts[part] or 0, reverse=True)
    if not by_size:
        return Message("level")
    first, second = by_size[0], by_size[1] if len(by_size) > 1 else ""
    if _beyond_chance(could, first, by_size[1:]):
        return Message("most" if 2 * could[first][0] > could[_TOTAL][1] else "more", first)
    if any(could[part][1] for part in by_size[2:]) and _beyond_chance(could, second, by_size[2:]):
        return Message("two", first, second)
    return Message("level")


def _beyond_chance(could: dict[object, tuple[int, int]], part: str, others: list[str]) -> bool:
    """Whether the least this part could be is more, beyond chance, than the most that any of the others could be."""
    return is_beyond_chance(could[part][0], max((could[other][1] for other in others), default=0))


@cache
def is_beyond_chance(larger: int, smaller: int) -> bool:
    """Whether two counts differ by more than two coins thrown as often would, once in twenty times (7 and 6: no; 15 and 5: yes).

    The sign test: an exact two-sided binomial test of the larger against one half of both (W. J. Dixon and A. M. Mood,
    "The statistical sign test", Journal of the American Statistical Association 41, 1946, 557-566). The two were picked because
    they are the largest, so this errs towards saying something: it keeps a title from resting on one or two, and proves nothing.
    """
    if larger <= smaller:
        return False
    both = larger + smaller
    if both > MANY:
        return 2 * _as_far(larger, both) * ONE_IN <= 1
    return bool(2 * sum(comb(both, n) for n in range(larger, both + 1)) * ONE_IN <= 2**both)


def _as_far(larger: int, both: int) -> float:
    """How rarely so many coins fall at least so far to one side, from 0 to 1. Each number of them is to the one before it as the coins left are to those
    that fell; the first by logarithms, whose error stays under a millionth of the share up to ten million coins."""
    at = exp(lgamma(both + 1) - lgamma(larger + 1) - lgamma(both - larger + 1) - both * log(2))
    found = 0.0
    for n in range(larger, both + 1):
        found += at
        at *= (both - n) / (n + 1)
        if at < found * 1e-12:
            break
    return found


def percent(n: int | None, total: int | None) -> int | None:
    """A whole percentage of an exact total, halves up; None where there are too few for one."""
    if n is None or total is None or total < ENOUGH:
        return None
    return (200 * n + total) // (2 * total)
