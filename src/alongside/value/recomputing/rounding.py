"""Rounding exact figures, and writing them down to the last digit that they have."""

from __future__ import annotations

from fractions import Fraction

LONGEST, MOST = 40, 400
"""Decimal places written out, and digits in all: a longer figure is told by its size."""
SHOWN = 6
"""Decimal places of a figure that never ends."""


def rounded(of: Fraction, places: int) -> Fraction:
    """To so many decimal places (below nought: tens, hundreds), a half away from nought, as people round."""
    unit = Fraction(10) ** -places
    whole, rest = divmod(abs(of) / unit, 1)
    up = (whole + (rest >= Fraction(1, 2))) * unit
    return -up if of < 0 else up


def rounded_to_even(of: Fraction, places: int) -> Fraction:
    """The same, a half to the even neighbour, as some programs round."""
    unit = Fraction(10) ** -places
    return round(of / unit) * unit


def written(of: Fraction, places: int | None = None) -> str:
    """In figures: with so many decimal places, or exact to its last digit where it ends, and with “…” where it goes on."""
    if places is not None:
        return _fixed(rounded(of, places), max(places, 0))
    ends = _places_until_it_ends(of)
    if ends is not None and ends <= LONGEST:
        return _fixed(of, ends)
    return f"{_fixed(_cut(of), SHOWN)}…"


def _cut(of: Fraction) -> Fraction:
    """The digits that are shown of a figure that goes on."""
    whole = abs(of) * 10**SHOWN // 1
    return Fraction(-whole if of < 0 else whole, 10**SHOWN)


def _fixed(of: Fraction, places: int) -> str:
    scaled = abs(of) * 10**places
    size = int(scaled).bit_length() * 3 // 10
    if size > MOST:
        return f"{'-' if of < 0 else ''}about 10 to the {size - places}"
    digits = str(int(scaled)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if of < 0 else ''}{whole}{f'.{part}' if part else ''}"


def _places_until_it_ends(of: Fraction) -> int | None:
    """How many decimal places it has; None where it never ends."""
    rest, twos, fives = of.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
