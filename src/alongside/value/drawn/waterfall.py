"""From gross to net, step by step: each bar begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence

from ..waterfall import Step
from . import saying
from .picture import BAR, NARROWEST, ROW, TEXT, Box, Fill, Picture, Words, beside_bars, pounds, scale, to_the_penny
from .saying import Says, in_english


def waterfall_picture(steps: Sequence[Step], put_in: int, *, wide: int = 720, say: Says = in_english) -> Picture:
    """The steps, the value they lead to, and what was put in (in pence) as a dashed line through them."""
    wide = max(wide, NARROWEST)
    levels = [0, put_in, *(one.left for one in steps)]
    at = scale(min(levels), max(levels), wide)
    boxes, words = [], []
    shown = [(say(one.said), one.pence, before, one.left) for one, before in zip(steps, [0, *(step.left for step in steps)], strict=False)]
    for number, (name, change, before, left) in enumerate([*shown, (say(saying.SOCIAL_VALUE), steps[-1].left, 0, steps[-1].left)]):
        y = number * ROW
        whole = number in (0, len(steps))
        words += [Words(14, y + TEXT, name), Words(wide - 10, y + TEXT, pounds(change), "end")]
        fill = Fill.WHOLE if whole else Fill.TAKES if change < 0 else Fill.ADDS
        boxes.append(Box(min(at(before), at(left)), y + TEXT + 6, max(abs(at(left) - at(before)), 1), BAR, fill))
    rows = len(steps) + 1
    tops = [number * ROW + TEXT + 6 for number in range(rows)]
    words.append(Words(wide - 10, rows * ROW + TEXT, say(saying.DASHED_PUT_IN, put_in=pounds(put_in)), "end"))
    return Picture(
        say(saying.OF_GROSS, gross=pounds(steps[0].left), left=pounds(steps[-1].left), put_in=pounds(put_in)),
        wide,
        rows * ROW + TEXT + 8,
        tuple(boxes),
        (*beside_bars(at(0), tops), *beside_bars(at(put_in), tops, dashed=True)),
        tuple(words),
        (say(saying.STEP), say(saying.CHANGES_IT_BY), say(saying.LEFT)),
        tuple((say(one.said), to_the_penny(one.pence), to_the_penny(one.left)) for one in steps),
    )
