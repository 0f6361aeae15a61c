"""What a sum comes to: exactly, as a fraction; or, its figures read as rounded, from where to where.

The span treats each figure as free within half a unit of its last place, so a figure that stands twice is free twice: never too narrow, sometimes too wide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from alongside.foundation.refusals import Refused

from . import sentences
from .grammar import Applied, Hundredth, Minus, Tree
from .literals import Figure

MOST_POWER, MOST_BITS = 1_000, 20_000
"""Further than any published figure goes: a power of a year count, a number of six thousand digits."""


@dataclass(frozen=True)
class Span:
    """From a figure up to another, both with it."""

    lo: Fraction
    hi: Fraction

    def holds(self, one: Fraction) -> bool:
        """Whether a figure lies in it."""
        return self.lo <= one <= self.hi

    def meets(self, other: Span) -> bool:
        """Whether the two have a figure in common."""
        return self.lo <= other.hi and other.lo <= self.hi

    def within(self, other: Span) -> bool:
        """Whether all of it lies in the other."""
        return other.lo <= self.lo and self.hi <= other.hi


def value(tree: Tree, name: str = "expr") -> Fraction:
    """The exact value."""
    return span(tree, name, lambda _figure: Fraction(0)).lo


def as_rounded(tree: Tree, name: str = "expr") -> Span:
    """From where to where, each decimal figure rounded at its last place; whole numbers are counts and stay."""
    return span(tree, name, lambda figure: figure.half)


def as_rounded_widely(tree: Tree, name: str = "expr") -> Span:
    """The same, whole numbers rounded too, at their last digit that is not nought."""
    return span(tree, name, lambda figure: figure.widest_half)


def span(tree: Tree, name: str, half: Callable[[Figure], Fraction]) -> Span:
    """The sum by interval arithmetic; of spans without width it is plain arithmetic."""
    if isinstance(tree, Figure):
        return Span(tree.value - half(tree), tree.value + half(tree))
    if isinstance(tree, Minus):
        of = span(tree.of, name, half)
        return Span(-of.hi, -of.lo)
    if isinstance(tree, Hundredth):
        of = span(tree.of, name, half)
        return Span(of.lo / 100, of.hi / 100)
    if tree.sign == "**":
        return _checked(_raised(span(tree.left, name, half), value(tree.right, name), name), name)
    # A long sum leans to the left, term on term: it is walked down, not called down, so that its length costs no depth.
    terms: list[Applied] = []
    first: Tree = tree
    while isinstance(first, Applied) and first.sign != "**":
        terms.append(first)
        first = first.left
    so_far = span(first, name, half)
    for term in reversed(terms):
        so_far = _checked(_apply(term.sign, so_far, span(term.right, name, half), name), name)
    return so_far


def _apply(sign: str, left: Span, right: Span, name: str) -> Span:
    if sign == "+":
        return Span(left.lo + right.lo, left.hi + right.hi)
    if sign == "-":
        return Span(left.lo - right.hi, left.hi - right.lo)
    if sign == "/":
        right = _turned_over(right, name)
    corners = [one * other for one in (left.lo, left.hi) for other in (right.lo, right.hi)]
    return Span(min(corners), max(corners))


def _turned_over(of: Span, name: str) -> Span:
    if of.lo == of.hi == 0:
        raise Refused(sentences.BY_NOUGHT, name=name)
    if of.holds(Fraction(0)):
        raise Refused(sentences.MAYBE_BY_NOUGHT, name=name)
    return Span(1 / of.hi, 1 / of.lo)


def _raised(of: Span, power: Fraction, name: str) -> Span:
    if power.denominator != 1 or abs(power) > MOST_POWER:
        raise Refused(sentences.NO_POWER, name=name, power=_short(power), most=MOST_POWER)
    times = abs(int(power))
    if max(_bits(of.lo), _bits(of.hi)) * times > MOST_BITS:
        raise Refused(sentences.TOO_GREAT, name=name, most=f"{MOST_BITS * 3 // 10:,}")
    if power < 0:
        of = _turned_over(of, name)
    ends = sorted((of.lo**times, of.hi**times))
    through_nought = times and times % 2 == 0 and of.holds(Fraction(0))
    return Span(Fraction(0) if through_nought else ends[0], ends[1])


def _checked(of: Span, name: str) -> Span:
    if max(_bits(of.lo), _bits(of.hi)) > MOST_BITS:
        raise Refused(sentences.TOO_GREAT, name=name, most=f"{MOST_BITS * 3 // 10:,}")
    return of


def _bits(of: Fraction) -> int:
    return max(of.numerator.bit_length(), of.denominator.bit_length())


def _short(power: Fraction) -> str:
    text = str(power) if _bits(power) < 200 else "…"
    return text if len(text) <= 20 else f"{text[:20]}…"


def is_a_plain_sum(tree: Tree) -> bool:
    """Whether it only adds figures up."""
    while isinstance(tree, Applied) and tree.sign == "+" and isinstance(tree.right, Figure):
        tree = tree.left
    return isinstance(tree, Figure)
