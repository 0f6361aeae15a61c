"""Money in whole pence: read from what somebody types, said as it is written, and divided without a penny lost. No Django."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

MOST = 10_000_000_000
"""Pence: a hundred million pounds, far beyond any sum of ours; more is a slip of the finger."""
NOT_MONEY = Sentence("Write an amount in pounds, such as 25 or 25.50.")
NOTHING = Sentence("Write an amount of more than nothing.")
FAR_TOO_MUCH = Sentence("That is more than any sum here can be. Look at the figures again.")
_POUNDS = re.compile(r"£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")


def read_pounds(text: str, *, field: str = "pence", nothing_too: bool = False) -> int:
    """`£1,234.5` → 123450 pence."""
    found = _POUNDS.fullmatch(re.sub(r"\s", "", text))
    if found is None:
        raise Refused(NOT_MONEY, field=field)
    pence = int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
    if pence > MOST:
        raise Refused(FAR_TOO_MUCH, field=field)
    if not pence and not nothing_too:
        raise Refused(NOTHING, field=field)
    return pence


def in_pounds(pence: int) -> str:
    """`£1,234.50`; whole pounds without their noughts, and what is owed with a minus."""
    pounds, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{pounds:,}" + (f".{rest:02d}" if rest else "")


def divided(pence: int, weights: Sequence[int]) -> list[int]:
    """A sum in whole pence by weights, without loss: each has its share rounded down, and the pennies left go to the largest remainders.

    Of equal remainders the first goes first. Weights are not negative, and not all nought.
    """
    whole = sum(weights)
    shares = [pence * weight // whole for weight in weights]
    remainders = [(-(pence * weight % whole), number) for number, weight in enumerate(weights)]
    for _remainder, number in sorted(remainders)[: pence - sum(shares)]:
        shares[number] += 1
    return shares
