"""From gross to net, step by step: each bar begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence

from ..waterfall import Step
from .picture import NARROWEST, ROW, TEXT, Box, Fill, Line, Picture, Words, pounds, scale, to_the_penny


def waterfall_picture(steps: Sequence[Step], put_in: int, *, wide: int = 720) -> Picture:
    """The steps, the value they lead to, and what was put in (in pence) as a dashed line through them."""
    wide = max(wide, NARROWEST)
    levels = [0, put_in, *(one.left for one in steps)]
    at = scale(min(levels), max(levels), wide)
    boxes, words, before = [], [], 0
    shown = [(one.name, one.pence, before_, one.left) for one, before_ in zip(steps, [0, *(step.left for step in steps)], strict=False)]
    for number, (name, change, before, left) in enumerate([*shown, ("social value", steps[-1].left, 0, steps[-1].left)]):
        y = number * ROW
        whole = number in (0, len(steps))
        words += [Words(14, y + TEXT, name), Words(wide - 10, y + TEXT, pounds(change), "end")]
        fill = Fill.WHOLE if whole else Fill.TAKES if change < 0 else Fill.ADDS
        boxes.append(Box(min(at(before), at(left)), y + TEXT + 6, max(abs(at(left) - at(before)), 1), 16, fill))
    high = (len(steps) + 1) * ROW
    words.append(Words(wide - 10, high + TEXT, f"dashed: put in, {pounds(put_in)}", "end"))
    title = f"Of {pounds(steps[0].left)} gross, {pounds(steps[-1].left)} is left after every adjustment, for {pounds(put_in)} put in"
    return Picture(
        title,
        wide,
        high + TEXT + 8,
        tuple(boxes),
        (Line(at(0), 0, high), Line(at(put_in), 0, high, dashed=True)),
        tuple(words),
        ("step", "changes it by", "left"),
        tuple((one.name, to_the_penny(one.pence), to_the_penny(one.left)) for one in steps),
    )
