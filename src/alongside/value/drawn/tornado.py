"""Which assumption moves the result most: a bar each, from the ratio at its low to the ratio at its high, the longest on top."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..tornado import Swing
from . import saying
from .picture import BAR, GAP, LETTER, NARROWEST, ROW, TEXT, Box, Fill, Picture, Words, beside_bars, for_each_pound, scale, shortened
from .saying import Says, in_english, named


def tornado_picture(swings: Sequence[Swing], central: Fraction, *, wide: int = 720, most: int = 12, say: Says = in_english) -> Picture:
    """The first so many, hatched at the assumption's low and plain at its high, about the central ratio. Dashed: as much comes of it as is put in."""
    wide = max(wide, NARROWEST)
    shown = list(swings[:most])
    ends = [float(central), 1.0, *(float(end) for one in shown for end in (one.at_low, one.at_high))]
    at = scale(min(ends), max(ends), wide)
    boxes, words, tops, y = [], [], [], 0
    for one in shown:
        name = shortened(named(one.assumption, say), wide - 2 * GAP)
        swing = say(saying.FROM_TO, low=for_each_pound(one.at_low), high=for_each_pound(one.at_high))
        words.append(Words(GAP, y + TEXT, name))
        if LETTER * (len(name) + len(swing)) + 3 * GAP > wide:
            y += TEXT + 2
        words.append(Words(wide - GAP, y + TEXT, swing, "end"))
        tops.append(y + TEXT + 6)
        for end, fill in ((one.at_low, Fill.TAKES), (one.at_high, Fill.ADDS)):
            left, right = sorted((at(float(central)), at(float(end))))
            boxes.append(Box(left, tops[-1], round(right - left, 2), BAR, fill))
        y += ROW
    words += [
        Words(GAP, y + TEXT, say(saying.LINE_AND_DASHED, central=for_each_pound(central))),
        Words(GAP, y + 2 * TEXT + 4, say(saying.HATCHED_AND_PLAIN)),
    ]
    return Picture(
        _title(shown, central, say),
        wide,
        y + 2 * TEXT + 14,
        tuple(boxes),
        (*beside_bars(at(float(central)), tops), *beside_bars(at(1.0), tops, dashed=True)),
        tuple(words),
        tuple(say(one) for one in (saying.ASSUMPTION, saying.LOW, saying.HIGH, saying.AT_ITS_LOW, saying.AT_ITS_HIGH)),
        tuple(
            (
                named(one.assumption, say),
                f"{one.assumption.estimate.low:f}",
                f"{one.assumption.estimate.high:f}",
                for_each_pound(one.at_low),
                for_each_pound(one.at_high),
            )
            for one in swings
        ),
    )


def _title(shown: Sequence[Swing], central: Fraction, say: Says) -> str:
    if not shown:
        return say(saying.NOTHING_MOVES, central=for_each_pound(central))
    low, high = sorted((shown[0].at_low, shown[0].at_high))
    return say(saying.MOVES_MOST, name=named(shown[0].assumption, say), low=for_each_pound(low), high=for_each_pound(high))
