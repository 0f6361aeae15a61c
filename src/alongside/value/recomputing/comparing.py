"""A figure that we worked out, held against the one that was published."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .evaluating import Span
from .fields import Given
from .rounding import SHOWN, rounded, rounded_to_even, written
from .verdicts import Verdict


@dataclass(frozen=True)
class Found:
    """What we worked out: exact, and from where to where if the figures it is made of are rounded (None: they are read as exact)."""

    value: Fraction
    span: Span | None = None


@dataclass(frozen=True)
class Allowed:
    """What a case says of how it was rounded, and how far apart the two may be."""

    places: int | None = None
    tolerance: tuple[Span, str] | None = None
    interval: Span | None = None


def compared(found: Found, published: Given, allowed: Allowed) -> tuple[Verdict, str]:
    """The verdict, and why: equal; equal once rounded; within what is allowed; within what rounded figures allow; or not."""
    if published.in_per_cent:
        in_hundredths = Found(found.value * 100, Span(found.span.lo * 100, found.span.hi * 100) if found.span else None)
        verdict, why = _compared(in_hundredths, published, allowed)
        if verdict is not Verdict.DOES_NOT_FOLLOW:
            return verdict, f"in per cent, {why}"
    return _compared(found, published, allowed)


def _compared(found: Found, published: Given, allowed: Allowed) -> tuple[Verdict, str]:
    value, said = found.value, published.value
    to_places = "" if allowed.places is None else f"{written(value, allowed.places)} {_to(allowed.places)}"
    if value == said:
        return Verdict.AGREES, "as published, to the last digit"
    if allowed.places is not None and said in (rounded(value, allowed.places), rounded_to_even(value, allowed.places)):
        return Verdict.AGREES, f"{to_places}, as published"
    if allowed.tolerance and allowed.tolerance[0].holds(value):
        return Verdict.AGREES, _within_tolerance(value, said, published, allowed.tolerance)
    if allowed.places is None and rounded(value, published.places) == said:
        return Verdict.WITHIN_ROUNDING, f"published as {published.text}, which stands for {told_between(published.as_printed)}"
    return _by_span(found, published, allowed, to_places)


def _by_span(found: Found, published: Given, allowed: Allowed, to_places: str) -> tuple[Verdict, str]:
    printed = published.as_printed if allowed.places is None else _around(published.value, allowed.places)
    places = _places_to_show(allowed, published)
    if found.span and found.span.lo < found.span.hi and found.span.meets(printed):
        return Verdict.WITHIN_ROUNDING, f"rounded figures give {told_between(found.span, places)}, and {published.text} lies in it"
    if allowed.interval and allowed.interval.holds(found.value) and allowed.interval.holds(published.value):
        return Verdict.WITHIN_ROUNDING, f"the file allows {told_between(allowed.interval)}, and both lie in it"
    told = [to_places] if to_places and allowed.places is not None and rounded(found.value, allowed.places) != found.value else []
    return Verdict.DOES_NOT_FOLLOW, ", ".join([*told, f"against {published.text} published, {difference(found.value, published, allowed.places)}"])


def difference(value: Fraction, published: Given, places: int | None = None) -> str:
    """By how much, and which is more."""
    ours = value if places is None else rounded(value, places)
    apart = ours - published.value
    return f"{written(abs(apart))} {'more' if apart > 0 else 'less'} than that"


def _within_tolerance(value: Fraction, said: Fraction, published: Given, tolerance: tuple[Span, str]) -> str:
    apart = f", {written(abs(value / said - 1) * 100, 4)} % apart" if said else ""
    return f"against {published.text} published{apart}; {tolerance[1]} is allowed, {told_between(tolerance[0])}"


def _around(said: Fraction, places: int) -> Span:
    half = Fraction(10) ** -places / 2
    return Span(said - half, said + half)


def _places_to_show(allowed: Allowed, published: Given) -> int:
    return max(published.places if allowed.places is None else allowed.places, 0)


def told_between(span: Span, places: int | None = None) -> str:
    """“3.66 to 3.69”: to so many places, and more where the two ends would look alike."""
    while places is not None and places < SHOWN and span.lo != span.hi and rounded(span.lo, places) == rounded(span.hi, places):
        places += 1
    return f"{written(span.lo, places)} to {written(span.hi, places)}"


def _to(places: int) -> str:
    if places > 0:
        return f"to {places} decimal place{'s' if places > 1 else ''}"
    return "to a whole number" if places == 0 else f"to the nearest {10**-places}"
