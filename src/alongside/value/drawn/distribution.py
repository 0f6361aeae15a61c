"""What ten thousand draws came to: a column for each stretch of the ratio."""

from __future__ import annotations

from ..drawing import Distribution
from .picture import NARROWEST, TEXT, Box, Fill, Line, Picture, Words, for_each_pound, scale

HIGH = 180
BOXES = 40


def distribution_picture(spread: Distribution, *, wide: int = 720) -> Picture:
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
    under = spread.share_under(1)
    below = f"; {_percent(under)} of draws are under £1.00" if under else "; no draw is under £1.00"
    return Picture(
        f"{for_each_pound(spread.low)} to {for_each_pound(spread.high)} for each pound, in the middle {for_each_pound(spread.median)}{below}",
        wide,
        HIGH + 4 * TEXT + 14,
        boxes,
        (*(Line(at(one), 0, HIGH + TEXT) for one in spread.shown), Line(at(1.0), 0, HIGH + TEXT, dashed=True)),
        (
            Words(10, HIGH + 2 * TEXT + 4, f"lines: {', '.join(for_each_pound(one) for one in spread.shown)}"),
            Words(10, HIGH + 3 * TEXT + 8, f"of {len(spread.draws):,} draws 95 in 100 lie between the outer two"),
        ),
        ("from", "up to", "draws"),
        tuple((for_each_pound(since), for_each_pound(until), f"{many:,}") for since, until, many in counted),
    )


def _percent(share: float) -> str:
    return "less than 1 %" if share < 0.01 else f"{share:.0%}".replace("%", " %")
