"""How much of what is read may be wrong before none of it is taken."""

from __future__ import annotations

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

FEW = 20
"""Services that may be wrong before it is asked how many are."""
MOST_WRONG = 0.2
WRONG_SCHEMA = Sentence("%(many)s of %(all)s services are not as Open Referral has them, so nothing was loaded. The first of them: %(first)s")


def enough_is_right(wrong: int, right: int, first: str) -> None:
    """Refuses what is wrong in more than a fifth; `first`: why the first of them is."""
    if wrong > (0 if not right else FEW) and wrong > MOST_WRONG * (wrong + right):
        raise Refused(WRONG_SCHEMA, many=wrong, all=wrong + right, first=first)
