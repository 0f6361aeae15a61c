"""One figure that follows, or does not, from a sum: `expr`, or `numerator` over `denominator`, beside `published`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from alongside.foundation.refusals import Refused

from . import sentences
from .comparing import Allowed, Found, compared, told_between
from .evaluating import Span, as_rounded, as_rounded_widely, is_a_plain_sum, span, value
from .fields import EXPRESSION, PUBLISHED, PUT_IN, Given, bounds, figure, first, noted, places, published_figure, shown, tolerance
from .grammar import Applied, Tree, parse
from .reading import Named, NoNumber, safe
from .rounding import rounded, written
from .verdicts import Judged, Verdict

READ_AS_ROUNDED = ("range", "ratio", "rounded", "interval", "")
"""Kinds whose decimal figures are read as rounded; in every other kind the figures are exact as printed."""
A_MISMATCH = "mismatch"
ABOVE = ("numerator", "value", "benefits", "benefit", "impact")
BELOW = ("denominator", *PUT_IN)


def kind_of(case: Named) -> str:
    """What the case calls itself, in small letters."""
    return str(case.get("kind") or "").strip().casefold()


def judge_expression(case: Named, name: str) -> Judged:
    """A case with `expr`."""
    text = first(case, EXPRESSION)
    if text is None or not isinstance(text[1], str) or isinstance(text[1], NoNumber):
        raise Refused(sentences.NO_FIGURE, name=text[0] if text else "expr", given=shown(text[1] if text else None))
    tree = parse(text[1], text[0])
    return _judge(case, name, safe(text[1], 400), tree, Found(value(tree), as_rounded(tree) if _may_be_rounded(tree) else None), as_rounded_widely)


def judge_ratio(case: Named, name: str) -> Judged:
    """A case with `numerator` and `denominator`; each may give bounds of its own."""
    above, below = _named_figure(case, ABOVE), _named_figure(case, BELOW)
    tree = Applied("/", above.tree, below.tree)
    rounded_ = _quotient(above.span, below.span)
    found = Found(value(tree), rounded_)
    return _judge(case, name, f"{_bracketed(above)}/{_bracketed(below)}", tree, found, lambda _tree: _quotient(above.wide, below.wide))


def _named_figure(case: Named, names: Sequence[str]) -> Given:
    found = first(case, names)
    if found is None:
        raise Refused(sentences.NO_FORM)
    return figure(found[1], found[0])


def judge_interval(case: Named, name: str) -> Judged:
    """A case with nothing but an interval: the published figure lies in it or it does not."""
    own, said = bounds(case), first(case, PUBLISHED)
    if own is None or said is None or said[1] is None:
        raise Refused(sentences.NO_FORM)
    published = published_figure(said[1], said[0])
    between = f"{written(own.lo)} to {written(own.hi)}"
    if own.holds(published.value):
        return Judged(name, Verdict.WITHIN_ROUNDING, f"{published.text} lies in {between}, which the file gives without a working{noted(case)}")
    return Judged(name, Verdict.DOES_NOT_FOLLOW, f"{published.text} does not lie in {between}, which the file gives without a working{noted(case)}")


def _may_be_rounded(tree: Tree) -> bool:
    """Whether reading its decimals as rounded makes sense; where that might divide by nought it does not."""
    try:
        as_rounded(tree)
    except Refused as refused:
        if refused.said is sentences.MAYBE_BY_NOUGHT:
            return False
        raise
    return True


def _quotient(above: Span, below: Span) -> Span:
    if below.lo <= 0 <= below.hi:
        why = sentences.BY_NOUGHT if below.lo == below.hi else sentences.MAYBE_BY_NOUGHT
        raise Refused(why, name="denominator")
    corners = [one / other for one in (above.lo, above.hi) for other in (below.lo, below.hi)]
    return Span(min(corners), max(corners))


def _bracketed(one: Given) -> str:
    return f"({one.text})" if isinstance(one.tree, Applied) else one.text


def _judge(case: Named, name: str, text: str, tree: Tree, found: Found, widely: Callable[[Tree], Span]) -> Judged:
    working = f"{text} = {written(found.value)}"
    said = first(case, PUBLISHED)
    if said is None:
        mend = f"Write the figure that was published, or null where none was; {working}."
        raise Refused(sentences.MISSING, name="published", mend=mend)
    if said[1] is None:
        return Judged(name, Verdict.NOTHING_PUBLISHED, f"{working}{_any_figure(found, places(case))}{noted(case)}")
    published = published_figure(said[1], said[0])
    kind = kind_of(case)
    as_read = found if kind in READ_AS_ROUNDED else Found(found.value)
    allowed = Allowed(places(case), tolerance(case, published.value), _own_interval(case, tree, widely))
    verdict, why = compared(as_read, published, allowed)
    told = [f"{working}, {why}"]
    if verdict is Verdict.DOES_NOT_FOLLOW:
        told += _remarks(tree, found, published, allowed)
    elif kind == A_MISMATCH:
        told.append("the file expected that it would not")
    if claimed := _claimed(case, found.value, allowed.places):
        told.append(claimed)
    return Judged(name, verdict, f"{'; '.join(told)}{noted(case)}")


def _any_figure(found: Found, to: int | None) -> str:
    if found.span is None or found.span.lo == found.span.hi:
        return "; it can only be worked out, not checked"
    shown_to = 2 if to is None else max(to, 0)
    return f"; any figure from {told_between(found.span, shown_to)} agrees within rounding"


def _own_interval(case: Named, tree: Tree, widely: Callable[[Tree], Span]) -> Span | None:
    """The interval that the file gives, as long as rounding every figure at its last digit explains it: an interval of any width would prove anything."""
    own = bounds(case)
    if own is None:
        return None
    try:
        most = widely(tree)
    except Refused:
        return None
    unit = Fraction(10) ** -(places(case) or 0) if places(case) is not None else abs(own.hi - own.lo) / 100
    return own if own.within(Span(most.lo - unit, most.hi + unit)) else None


def _remarks(tree: Tree, found: Found, published: Given, allowed: Allowed) -> list[str]:
    """What helps to see why it does not follow."""
    told: list[str] = []
    to = published.places if allowed.places is None else allowed.places
    if isinstance(tree, Applied) and is_a_plain_sum(tree):
        apart = abs(published.value - found.value)
        told.append(f"{written(apart)} {'missing' if found.value < published.value else 'too many'}")
    if found.span and found.span.lo < found.span.hi:
        lies = "lies in it" if found.span.meets(published.as_printed) else "does not lie in it"
        told.append(f"were its decimals rounded, {told_between(found.span, max(to, 0))} would follow, and {published.text} {lies}")
    coarser = next((digits for digits in range(to - 1, -1, -1) if rounded(found.value, digits) == published.value), None)
    if coarser is not None:
        told.append(f"rounded to {'a whole number' if coarser == 0 else f'{coarser} decimal places'} it is {published.text}")
    if isinstance(tree, Applied) and tree.sign == "/":
        below = span(tree.right, "expr", lambda _figure: Fraction(0)).lo
        told.append(f"for {published.text} the figure above the line would have to be {written(published.value * below)}")
    return told


def _claimed(case: Named, ours: Fraction, to: int | None) -> str:
    """What the file itself says that it comes to, where that is something else."""
    if case.get("computed") is None:
        return ""
    claimed = published_figure(case["computed"], "computed")
    places_ = claimed.places if to is None else to
    if claimed.value in (ours, rounded(ours, places_)):
        return ""
    return f"the file says it comes to {claimed.text}, which does not follow either"
