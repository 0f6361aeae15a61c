"""What ten thousand draws came to: a column for each stretch of the ratio."""

from __future__ import annotations

from ..drawing import Distribution
from . import saying
from .picture import NARROWEST, TEXT, Box, Fill, Line, Picture, Words, for_each_pound, scale
from .saying import Says, in_english

HIGH = 180
BOXES = 40


def distribution_picture(spread: Distribution, *, wide: int = 720, say: Says = in_english) -> Picture:
    """Draws by ratio: those below £1 hatched, lines at the 2.5, 50 and 97.5 percentile, a dashed one at £1."""
    wide = max(wide, NARROWEST)
    counted = spread.counted(BOXES)
    tallest = max(many for _since, _until, many in counted)
    edges = [1.0, counted[0][0], counted[-1][1]]
    at = scale(min(edges), max(edges), wide)
    boxes = tuple(
        Box(
            at(since),
            TEXT + HIGH * (1 - many / tallest),
            max(round(at(until) - at(since), 2), 0.5),
            HIGH * many / tallest,
            Fill.TAKES if until <= 1 else Fill.ADDS,
        )
        for since, until, many in counted
        if many
    )
    low, median, high = (for_each_pound(one) for one in spread.shown)
    return Picture(
        _title(spread, say, low=low, median=median, high=high),
        wide,
        HIGH + 4 * TEXT + 14,
        boxes,
        (*(Line(at(one), 0, HIGH + TEXT) for one in spread.shown), Line(at(1.0), 0, HIGH + TEXT, dashed=True)),
        (
            Words(10, HIGH + 2 * TEXT + 4, say(saying.LINES_AT, low=low, median=median, high=high)),
            Words(10, HIGH + 3 * TEXT + 8, say(saying.OF_DRAWS, draws=f"{len(spread.draws):,}")),
        ),
        (say(saying.SINCE), say(saying.UP_TO), say(saying.DRAWS)),
        tuple((for_each_pound(since), for_each_pound(until), f"{many:,}") for since, until, many in counted),
    )


def _title(spread: Distribution, say: Says, **shown: str) -> str:
    under = spread.share_under(1)
    if not under:
        return say(saying.NONE_UNDER, **shown)
    return say(saying.SPREAD, share=say(saying.LESS_THAN_ONE, **shown) if under < 0.01 else f"{100 * under:.0f} %", **shown)
