"""Which assumption moves the result most: a bar each, from the ratio at its low to the ratio at its high, the longest on top."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..tornado import Swing
from .picture import NARROWEST, ROW, TEXT, Box, Fill, Line, Picture, Words, for_each_pound, scale


def tornado_picture(swings: Sequence[Swing], central: Fraction, *, wide: int = 720, most: int = 12) -> Picture:
    """The first so many, hatched at the assumption's low and plain at its high, about the central ratio. Dashed: as much comes of it as is put in."""
    wide = max(wide, NARROWEST)
    shown = list(swings[:most])
    ends = [float(central), 1.0, *(float(end) for one in shown for end in (one.at_low, one.at_high))]
    at = scale(min(ends), max(ends), wide)
    boxes, words = [], []
    for number, one in enumerate(shown):
        y = number * ROW
        words += [Words(10, y + TEXT, one.assumption.name), Words(wide - 10, y + TEXT, f"{for_each_pound(one.at_low)} to {for_each_pound(one.at_high)}", "end")]
        for end, fill in ((one.at_low, Fill.TAKES), (one.at_high, Fill.ADDS)):
            left, right = sorted((at(float(central)), at(float(end))))
            boxes.append(Box(left, y + TEXT + 6, round(right - left, 2), 16, fill))
    high = len(shown) * ROW
    words += [
        Words(10, high + TEXT, f"line: {for_each_pound(central)}; dashed: £1.00"),
        Words(10, high + 2 * TEXT + 4, "hatched: at its low; plain: at its high"),
    ]
    title = (
        f"{shown[0].assumption.name} moves the result most: from {for_each_pound(min(shown[0].at_low, shown[0].at_high))}"
        f" to {for_each_pound(max(shown[0].at_low, shown[0].at_high))} for each pound"
        if shown
        else f"Nothing moves the result: {for_each_pound(central)} for each pound"
    )
    return Picture(
        title[:1].upper() + title[1:],
        wide,
        high + 2 * TEXT + 14,
        tuple(boxes),
        (Line(at(float(central)), 0, high), Line(at(1.0), 0, high, dashed=True)),
        tuple(words),
        ("assumption", "low", "high", "ratio at its low", "ratio at its high"),
        tuple(
            (
                one.assumption.name,
                f"{one.assumption.estimate.low:f}",
                f"{one.assumption.estimate.high:f}",
                for_each_pound(one.at_low),
                for_each_pound(one.at_high),
            )
            for one in swings
        ),
    )
