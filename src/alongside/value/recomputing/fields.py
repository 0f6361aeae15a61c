"""What stands in a case's fields, by the names that people give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from alongside.foundation.refusals import Refused

from . import sentences
from .evaluating import Span, as_rounded, as_rounded_widely, value
from .grammar import Applied, Hundredth, Minus, Tree, parse
from .literals import Figure
from .reading import Named, NoNumber, Written, safe

PUBLISHED = ("published", "claimed", "reported", "stated", "total")
EXPRESSION = ("expr", "expression", "formula")
TOLERANCES = ("tol_pct", "tolerance_pct", "tol", "tol_abs", "tolerance")
PUT_IN = ("inputs", "input", "investment", "cost", "total_inputs", "total_input", "total_investment", "put_in")
LO, HI = ("lo", "low", "lower", "min"), ("hi", "high", "upper", "max")


@dataclass(frozen=True)
class Given:
    """A figure of a case: exact, and as far as its rounding reaches."""

    text: str
    tree: Tree
    value: Fraction
    span: Span
    wide: Span
    in_per_cent: bool = False
    """Written with a % at its end; `value` is then the figure before it."""

    @property
    def places(self) -> int:
        """Decimal places as it is written: how far a published figure was rounded."""
        of = self.tree.of if isinstance(self.tree, Minus) else self.tree
        return of.places if isinstance(of, Figure) else 0

    @property
    def as_printed(self) -> Span:
        """Every figure that would be printed like it."""
        half = Fraction(10) ** -self.places / 2
        return Span(self.value - half, self.value + half)


def first(case: Named, names: Sequence[str]) -> tuple[str, Any] | None:
    """The first of these names that the case has, with what it says."""
    return next(((name, case[name]) for name in names if name in case), None)


def shown(given: Any) -> str:
    """What stands there, short enough to be found again."""
    if given is None:
        return "null"
    if isinstance(given, bool):
        return "true" if given else "false"
    return "a list" if isinstance(given, list) else "names and values" if isinstance(given, dict) else f"“{safe(given, 60)}”"


def figure(given: Any, name: str) -> Given:
    """A number, a text that writes one (or a sum), or {“value”: …, “lo”: …, “hi”: …}."""
    if isinstance(given, Named):
        return _with_bounds(given, name)
    if isinstance(given, NoNumber):
        raise Refused(sentences.NO_NUMBER_AT_ALL, name=name, given=shown(given))
    if not isinstance(given, str) or (not isinstance(given, Written) and not given.strip()):
        raise Refused(sentences.NO_FIGURE, name=name, given=shown(given))
    text = given.strip()
    tree = parse(text, name)
    return Given(safe(text, 400), tree, value(tree, name), as_rounded(tree, name), as_rounded_widely(tree, name))


def published_figure(given: Any, name: str) -> Given:
    """A published figure: 72.6 and “72.6%” both say 72.6, and what is worked out is held against it in the same way."""
    found = figure(given, name)
    if isinstance(found.tree, Applied):
        raise Refused(sentences.NO_FIGURE, name=name, given=shown(given))
    if not isinstance(found.tree, Hundredth):
        return found
    inner = found.tree.of
    return Given(found.text, inner, value(inner, name), as_rounded(inner, name), as_rounded_widely(inner, name), in_per_cent=True)


def _with_bounds(given: Named, name: str) -> Given:
    main = first(given, ("value", "figure", "amount", "central"))
    if main is None:
        raise Refused(sentences.MISSING, name=f"{name}.value", mend="Write the figure itself.")
    found = figure(main[1], f"{name}.value")
    between = bounds(given)
    if between is None and (off := first(given, ("plus_minus", "half", "uncertainty"))):
        half = abs(figure(off[1], f"{name}.{off[0]}").value)
        between = Span(found.value - half, found.value + half)
    if between is None and (unit := _unit(given)):
        half = unit / 2
        between = Span(found.value - half, found.value + half)
    return found if between is None else Given(found.text, found.tree, found.value, between, between)


def _unit(given: Named) -> Fraction | None:
    """To what it was rounded: round: 1 is to a tenth, rounded_to: 1000 to thousands."""
    if given.get("rounded_to") is not None:
        return abs(figure(given["rounded_to"], "rounded_to").value)
    to = places(given)
    return None if to is None else Fraction(10) ** -to


def bounds(case: Named) -> Span | None:
    """The interval that a case itself gives, if it gives one whole."""
    lo, hi = first(case, LO), first(case, HI)
    if lo is None or hi is None:
        pair = first(case, ("interval", "range"))
        if pair is None or not isinstance(pair[1], list) or len(pair[1]) != 2:
            return None
        lo, hi = (f"{pair[0]}[0]", pair[1][0]), (f"{pair[0]}[1]", pair[1][1])
    if lo[1] is None or hi[1] is None:
        return None
    low, high = figure(lo[1], lo[0]), figure(hi[1], hi[0])
    if low.value > high.value:
        raise Refused(sentences.LOW_ABOVE_HIGH, lo=low.text, hi=high.text)
    return Span(low.value, high.value)


def places(case: Named) -> int | None:
    """To how many decimal places the published figure was rounded, where the case says so."""
    given = case.get("round")
    if given is None:
        return None
    try:
        found = int(str(given)) if isinstance(given, str) and not isinstance(given, NoNumber) else None
    except ValueError:
        found = None
    if found is None or not -15 <= found <= 15:
        raise Refused(sentences.NO_ROUND, given=shown(given))
    return found


def tolerance(case: Named, published: Fraction) -> tuple[Span, str] | None:
    """How far the two may be apart: tol_pct in per cent of the published figure, or tol in its own units."""
    for name in TOLERANCES:
        if case.get(name) is None:
            continue
        by = abs(published) / 100 if name.endswith("pct") else Fraction(1)
        if isinstance(case[name], Named) or (allowed := figure(case[name], name)).value < 0:
            raise Refused(sentences.NO_TOLERANCE, name=name, given=shown(case[name]))
        return Span(published - allowed.value * by, published + allowed.value * by), f"{allowed.text}{' %' if name.endswith('pct') else ''}"
    return None


def yes_or_no(case: Named, names: Sequence[str]) -> bool | None:
    """What a case says to a question of yes or no; None where it does not say."""
    found = first(case, names)
    if found is None or found[1] is None:
        return None
    if not isinstance(found[1], bool):
        raise Refused(sentences.YES_OR_NO, name=found[0], given=shown(found[1]))
    return found[1]


def noted(case: Named) -> str:
    """What the file notes beside a case, at the end of its line."""
    note = case.get("note")
    return f" (note: {safe(note)})" if isinstance(note, str) and note.strip() else ""
