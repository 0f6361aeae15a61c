"""A valuation as a page shows it: what came out, its pictures, and every assumption with where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from alongside.evidence.letting_out import last_year
from alongside.evidence.models import Extract
from alongside.evidence.periods import LAST_YEAR, OWN, year_named
from alongside.evidence.queries import years_left
from alongside.foundation.words import Vocabulary
from alongside.value import Step, all_at_once, break_even, flags, tornado, waterfall
from alongside.value.drawn import as_svg, distribution_picture, tornado_picture, waterfall_picture
from alongside.value.drawn.picture import Picture, for_each_pound, pounds
from alongside.value.drawn.saying import named
from alongside.value.estimates import Estimate
from alongside.value.reckoning import Level, pence, reckon
from alongside.value.sheet import SET, Rows, Sheet, touched_by
from alongside.value.valued import Part, Valuation
from alongside.web.vocabulary import say, say_word

from .words import PARTS, PUT_IN

if TYPE_CHECKING:
    from alongside.value.drawing import Changes
    from alongside.value.telling import Told

NARROW, LESS_NARROW = 340, 440
"""Units of a picture that is read on a telephone; a wide one would shrink its letters. Names of assumptions need more."""


@dataclass(frozen=True)
class Drawing:
    """A picture in the page, and the table that says the same."""

    title: str
    svg: SafeString
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AssumptionLine:
    """One assumption, and the address at which it opens: a place in the sheet and a part."""

    place: int
    part: str
    label: str
    estimate: Estimate

    @property
    def figures(self) -> str:
        """`0.3 (0.2 to 0.4)`; alone where it is certain."""
        one = self.estimate
        return plain(one.central) if one.is_certain else f"{plain(one.central)} ({plain(one.low)} to {plain(one.high)})"


@dataclass(frozen=True)
class OutcomeLine:
    """One outcome: how many, of how many people, what it came to, and its assumptions; for whoever sees no exact numbers, rounded."""

    place: int
    name: str
    counted: str
    figure: str
    part: str
    opened_by: str
    """The question, as an address asks it, that shows the same figure of the same year; nothing where whoever reads may not ask it."""
    worse: bool
    quantity: int
    people: int | None
    """None for whoever sees no exact numbers: how many changes is what leaves."""
    gross: str
    value: str
    lines: list[AssumptionLine]


def said(part: Part | None) -> str:
    """A part of an outcome in words; without one, what was put in."""
    return say_word(PARTS[part] if part else PUT_IN, Vocabulary.LOCAL_AREA_COORDINATION)


def plain(one: Decimal) -> str:
    """`8,500`, `0.35`: without zeros that say nothing."""
    text = f"{one:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Result:
    """What came out, in pounds for each pound put in."""

    central: str
    low: str
    median: str
    high: str
    under_one: int
    spread: Drawing
    worst: str
    best: str
    """With every assumption at its worst, or at its best, at once; nothing where that puts nothing in."""


def result_of(told: Told) -> Result:
    """The headline and the picture of every draw."""
    spread = told.simulation.ratio()
    low, median, high = (for_each_pound(figure) for figure in spread.shown)
    picture = drawn(distribution_picture(spread, wide=NARROW, say=say))
    ends = (at_an_end(told.valuation, level) for level in (Level.LOW, Level.HIGH))
    return Result(for_each_pound(told.reckoned.ratio), low, median, high, round(100 * spread.share_under(1.0)), picture, *ends)


def at_an_end(valuation: Valuation, level: Level) -> str:
    """What would come of each pound with everything at one end at once; nothing where nothing would have been put in."""
    found = reckon(valuation, level)
    return for_each_pound(found.ratio) if found.inputs else ""


def drawn(picture: Picture) -> Drawing:
    """A picture of ours: `as_svg` escapes every word in it."""
    return Drawing(picture.title, mark_safe(as_svg(picture)), picture.heading, picture.rows)  # noqa: S308


def said_of(sheet: Sheet, told: Told, rows: Rows | None, *, opened_by: str) -> dict[str, Any]:
    """Everything that a page says of a valuation; without the people's rows, as it leaves."""
    from alongside.value.telling import changes_from

    exact = rows is not None
    return {
        "result": result_of(told),
        "outcomes": outcomes_of(sheet, told, rows, opened_by=opened_by),
        "pictures": pictures_of(told, exact=exact),
        "even": breaking_even(told.valuation) if exact else None,
        "scopes": by_scope(told, exact=exact),
        "twice": twice_in(told, changes_from(sheet, rows) if rows is not None else None),
    }


def outcomes_of(sheet: Sheet, told: Told, rows: Rows | None, *, opened_by: str) -> list[OutcomeLine]:
    """Every outcome with its assumptions."""
    exact, touched = rows is not None, touched_by(sheet, rows or ())
    found = []
    for place, (one, worth) in enumerate(zip(sheet.outcomes, told.reckoned.worths, strict=True)):
        figure, _slash, part = one.counted.partition("/")
        lines = [AssumptionLine(place, name.value, said(name), one.parts[name]) for name in SET]
        n, people = abs(int(worth.outcome.quantity.central)), touched[one.name] if exact else None
        gross, value = (_pounds(pence(money), exact=exact) for money in (worth.gross, worth.value))
        found.append(OutcomeLine(place, one.name, one.counted, figure, part, opened_by, one.worse, n, people, gross, value, lines))
    return found


def asked_of(team_id: UUID, year: int, extract: Extract | None, *, exact: bool) -> str:
    """How an address asks for a team's figures of a financial year. Whoever sees no exact numbers may ask for those alone that have left."""
    if exact:
        days = {"since_day": 1, "since_month": 4, "since_year": year, "until_day": 31, "until_month": 3, "until_year": year + 1}
        return urlencode({"team": team_id, "period": OWN, **days})
    if extract is None:
        return ""
    since = last_year(extract.made_on).since
    if since.year == year:
        return urlencode({"team": team_id, "period": LAST_YEAR})
    return urlencode({"team": team_id, "period": year_named(year)}) if year in years_left(team_id, before=since) else ""


def inputs_of(sheet: Sheet) -> list[AssumptionLine]:
    """What was put in, line by line."""
    return [AssumptionLine(place, PUT_IN.stored, one.name, one.pounds) for place, one in enumerate(sheet.inputs)]


def to_the_nearest(step: int, n: int) -> int:
    """`8` to the nearest 5 is `10`."""
    return step * round(n / step)


def _pounds(of: int, *, exact: bool) -> str:
    """`£1,234` of so many pence; to the nearest thousand for whoever sees no exact numbers."""
    return pounds(of if exact else to_the_nearest(A_THOUSAND, of))


A_THOUSAND = 100_000
"""Pence."""


def pictures_of(told: Told, *, exact: bool) -> dict[str, Drawing]:
    """From gross to value, and which assumption moves the result most."""
    valuation, reckoned = told.valuation, told.reckoned
    steps, put_in = waterfall(reckoned.worths), pence(reckoned.inputs)
    if not exact:
        left = [to_the_nearest(A_THOUSAND, step.left) for step in steps]
        steps = [Step(step.said, now - before, now) for step, before, now in zip(steps, [0, *left], left, strict=False)]
        put_in = to_the_nearest(A_THOUSAND, put_in)
    swings = [swing for swing in tornado(valuation) if swing.width] or tornado(valuation)[:1]
    return {
        "waterfall": drawn(waterfall_picture(steps, put_in, wide=NARROW, say=say)),
        "tornado": drawn(tornado_picture(swings, reckoned.ratio, wide=LESS_NARROW, most=8, say=say)),
    }


@dataclass(frozen=True)
class Even:
    """At what figures just as much would come of it as was put in; `more` where less comes of it now."""

    more: bool
    times: str
    rows: list[tuple[str, str, str]]
    """Each assumption, what it is, and what it would have to be; empty where no figure does it."""


def breaking_even(valuation: Valuation) -> Even | None:
    """By how much everything could be less (or would have to be more), and the same of each assumption alone. None where nothing comes of it at all."""
    times = all_at_once(valuation).times
    rows = [
        (named(one.assumption, say), plain(one.assumption.estimate.central), f"{float(one.at):,.2f}" if one.at is not None else "")
        for one in break_even(valuation)
        if not one.assumption.estimate.is_certain or one.assumption.part in (Part.PROXY, None)
    ]
    return Even(times < 1, f"{float(1 / times if times < 1 else times):.2f}", rows) if times > 0 else None


def by_scope(told: Told, *, exact: bool) -> Mapping[str, str]:
    """Pounds of each scope, which are never one sum of cash."""
    return {scope.value: _pounds(pence(found), exact=exact) for scope, found in told.reckoned.by_scope.items()}


def twice_in(told: Told, changed: Changes | None) -> list[tuple[str, str, str, int | None]]:
    """Pairs that a reader must be told of: which two, why, and how many people are in both where that may be told."""
    return [(*one.outcomes, say(one.flag.sentence), one.people) for one in flags(told.valuation, changed)]
