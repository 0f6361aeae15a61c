"""A figure as somebody wrote it: its exact value, and how far it may lie from the truth if it is rounded where its digits end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from alongside.foundation.refusals import Refused

from . import sentences

MOST_DIGITS, MOST_POWER = 400, 300
SIZES = {"k": 3, "m": 6, "bn": 9}
"""Thousands, millions, thousand millions, as reports write them: £6.47m."""
_NUMBER = re.compile(r"(?P<whole>[0-9][0-9,]*)?(?:\.(?P<part>[0-9]*))?(?:[eE](?P<power>[+-]?[0-9]+)|(?P<size>bn|[km])(?![A-Za-z0-9]))?")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")


@dataclass(frozen=True)
class Figure:
    """A figure: `value` is exact; `half` is half a unit of its last written decimal place, nought for a whole number, which counts."""

    text: str
    value: Fraction
    half: Fraction
    places: int

    @property
    def widest_half(self) -> Fraction:
        """Half a unit of its last place that is not nought, for a whole number too: 552000 may stand for anything from 551500 on."""
        if self.half:
            return self.half
        if not self.value:
            return Fraction(1, 2)
        unit = Fraction(1)
        while (self.value / (unit * 10)).denominator == 1:
            unit *= 10
        return unit / 2


def figure_at(text: str, at: int, name: str) -> tuple[Figure, int] | None:
    """The figure that begins here and where it ends, or None where none begins."""
    found = _NUMBER.match(text, at)
    if found is None or not (found["whole"] or found["part"]):
        return None
    whole, part, power = found["whole"] or "", found["part"] or "", found["power"] or str(SIZES.get(found["size"], 0))
    if "," in whole and not _GROUPED.fullmatch(whole):
        raise Refused(sentences.BAD_THOUSANDS, name=name, what=f"“{whole[:40]}”")
    digits = whole.replace(",", "") + part
    if len(digits) > MOST_DIGITS or len(power) > 4 or abs(int(power)) > MOST_POWER:
        raise Refused(sentences.TOO_MANY_DIGITS, name=name, most=MOST_DIGITS, power=MOST_POWER)
    ten = Fraction(10) ** int(power)
    places = len(part) - int(power)
    half = ten / 10 ** len(part) / 2 if found["part"] is not None and part else Fraction(0)
    return Figure(found[0], Fraction(int(digits), 10 ** len(part)) * ten, half, places), found.end()
