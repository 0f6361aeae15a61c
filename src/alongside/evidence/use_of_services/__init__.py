"""Use of services before and after, told so that anyone can check: what fell, what would have fallen anyway, and beside whom. No Django here."""

from .before_after import BeforeAfter, before_and_after
from .by_month import ByMonth, Told, by_month
from .claiming import Beside, Claim, claim_of
from .counting import Counted, LeftOut, Seen, Span, counted
from .differences import Difference, difference, matched
from .regression import Anyway, anyway
from .staggered import Staggered, staggered

__all__ = [
    "Anyway", "BeforeAfter", "Beside", "ByMonth", "Claim", "Counted", "Difference", "LeftOut", "Seen", "Span", "Staggered", "Told",
    "anyway", "before_and_after", "by_month", "claim_of", "counted", "difference", "matched", "staggered",
]  # fmt: skip
