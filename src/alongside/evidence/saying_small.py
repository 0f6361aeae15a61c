"""What is done to numbers before they leave, in words, by the rule that this house is set to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .figures import AS_IT_IS, Figure
from .rules import NEAREST, SMALL


def how_it_leaves(figure: Figure) -> str:
    """What is done to this figure."""
    return as_it_is() if figure.leaves == AS_IT_IS else small_sums() if figure.adds else small_numbers()


def as_it_is() -> str:
    """Nothing, where no number is of a person."""
    return _("It counts no people, so nothing in it is held back or rounded.")


def small_sums() -> str:
    """What was done to a sum before it left."""
    return _(
        "A sum is held back where 1 to %(most)s people are behind it, or one gave nearly all of it, and so are others that would give one away;"
        " to the nearest %(nearest)s."
    ) % {"most": SMALL.stop - 1, "nearest": NEAREST}


def small_numbers() -> str:
    """What was done to numbers before they left."""
    return _(
        "1 to %(most)s is held back, and others that would give one away; the rest is rounded to the nearest %(nearest)s, so parts need not add up."
        " Nought is nought."
    ) % {"most": SMALL.stop - 1, "nearest": NEAREST}
