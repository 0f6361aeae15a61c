"""What a table says, in a word: never more than its numbers bear."""

from __future__ import annotations

from dataclasses import dataclass

from .rules import Sum, could_be
from .tables import Table

ENOUGH = 20
"""Below this, one or two people change the answer, so nothing is said to stand out and no percentage is given."""
_TOTAL = ("the total",)


@dataclass(frozen=True)
class Message:
    """Which sentence of the definition fits (`most`, `more`, `level`, `few` or `none`), and the part it is about."""

    kind: str
    part: str = ""


def message(table: Table) -> Message:
    """What stands out, if anything does. Of numbers held back only what a reader could know is used."""
    if table.total == 0:
        return Message("none")
    if table.total is None or table.total < ENOUGH:
        return Message("few")
    if table.exact:
        could: dict[object, tuple[int, int]] = {part: (n or 0, n or 0) for part, n in table.parts.items()} | {_TOTAL: (table.total, table.total)}
    else:
        could = dict(could_be(dict(table.parts) | {_TOTAL: table.total}, [Sum(_TOTAL, tuple(table.parts))]))
    first = max(table.parts, key=lambda part: table.parts[part] or 0)
    least = could[first][0]
    if 2 * least > could[_TOTAL][1]:
        return Message("most", first)
    if least > max((could[part][1] for part in table.parts if part != first), default=0):
        return Message("more", first)
    return Message("level")


def percent(n: int | None, total: int | None) -> int | None:
    """A whole percentage of an exact total, halves up; None where there are too few for one."""
    if n is None or total is None or total < ENOUGH:
        return None
    return (200 * n + total) // (2 * total)
