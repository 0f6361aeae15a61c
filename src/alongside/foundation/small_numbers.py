"""Numbers small enough to point at somebody, and how a number leaves: 1 to 7 held back, all else to the nearest 5, nought shown.

The rule is the one for hospital statistics in England. Whoever runs the house may set another (docs/guide/running.md), once for all that leaves.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

MOST_SMALL, MOST_NEAREST = 20, 20


def _set(given: Mapping[str, str], name: str, usual: int, most: int) -> int:
    """What is set, within sense; a house that cannot read its own rule does not start."""
    said = given.get(name, str(usual))
    if not said.isdecimal() or not 1 <= int(said) <= most:
        raise SystemExit(f"{name} is a whole number from 1 to {most}; “{said}” is none.")
    return int(said)


SMALL = range(1, _set(os.environ, "ALONGSIDE_SMALL_UP_TO", 7, MOST_SMALL) + 1)
"""Numbers of people or events that could point at somebody."""
NEAREST = _set(os.environ, "ALONGSIDE_NEAREST", 5, MOST_NEAREST)
SLACK = NEAREST // 2
"""How far below what is shown a number can be; above, by one less where numbers are rounded to an even one."""
ABOVE = NEAREST - 1 - SLACK
if SMALL.stop <= SLACK:
    raise SystemExit("ALONGSIDE_NEAREST is more than twice ALONGSIDE_SMALL_UP_TO: a number that is shown would be rounded to nought.")


def rounded(count: int) -> int | None:
    """The number as it may leave by itself: None when it is held back."""
    return None if count in SMALL else (count + SLACK) // NEAREST * NEAREST
