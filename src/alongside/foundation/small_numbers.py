"""Numbers small enough to point at somebody, and how a number leaves: 1 to 7 held back, all else to the nearest 5, nought shown.

The rule is the one for hospital statistics in England.
"""

from __future__ import annotations

SMALL = range(1, 8)
"""Numbers of people or events that could point at somebody."""
NEAREST = 5
SLACK = NEAREST // 2


def rounded(count: int) -> int | None:
    """The number as it may leave by itself: None when it is held back."""
    return None if count in SMALL else (count + SLACK) // NEAREST * NEAREST
