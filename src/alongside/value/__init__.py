"""What it was worth, and how sure we are: a social return of which every pound opens. No Django, no database."""

from .discounting import Discounting, at_rate, discounting
from .estimates import Estimate, Shape, between, certain
from .reckoning import Level, Reckoned, Worth, pence, reckon
from .valued import Input, Outcome, Part, Scope, Valuation

__all__ = [
    "Discounting",
    "Estimate",
    "Input",
    "Level",
    "Outcome",
    "Part",
    "Reckoned",
    "Scope",
    "Shape",
    "Valuation",
    "Worth",
    "at_rate",
    "between",
    "certain",
    "discounting",
    "pence",
    "reckon",
]
