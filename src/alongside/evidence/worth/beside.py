"""WELLBYs beside a valuation: counted from the same extract and year, as a page, a version and a paper tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from alongside.evidence.models import Extract
from alongside.evidence.pairs import ENOUGH_FOR_A_MEAN, Mean
from alongside.evidence.periods import year_of
from alongside.evidence.travelled import NOBODY_AGAIN, TOO_FEW, Asked, travelled
from alongside.foundation.words import Vocabulary
from alongside.value.beside import YEARS, Satisfied, holds_again, read_satisfied
from alongside.value.drawn.picture import pounds
from alongside.value.estimates import Estimate, between
from alongside.value.models import Version
from alongside.value.own import everything_in
from alongside.value.reckoning import Level, pence
from alongside.value.sheet import Sheet
from alongside.value.valued import Part
from alongside.web.vocabulary import say

from .beginning import said_of_changes
from .counted import over
from .reading import A_THOUSAND, said, to_the_nearest
from .words import HELD_BACK, KEPT_BEFORE, MEAN_OF_PAIRS, TOO_FEW_TOLD, WORTH_OF_ONE


def counted_beside(extract: Extract, year: int) -> Satisfied:
    """Everybody's first answer beside their last, of those who were asked again in the year."""
    from alongside.evidence.counting import opened

    window = over(extract, year)
    with opened(bytes(extract.payload or b"")) as counting:
        found = counting.satisfied(window)
        anyway, others = said_of_changes(counting, window)
    told = travelled([Asked(before, after if again else None) for before, after, again in found], more_is_better=True)
    own = everything_in(Path(settings.PROXIES) if settings.PROXIES else None)
    return Satisfied(
        told.began,
        told.pairs,
        told.better,
        told.same,
        told.worse,
        _mean(told.mean),
        own.priced("wellby", f"{year}/{(year + 1) % 100:02d}"),
        anyway,
        others,
        earlier=sum(after is not None and not again for _before, after, again in found),
        whole_year=year_of(extract.made_on).since.year > year,
    )


def _mean(one: Mean | None) -> Estimate | None:
    """To a ten-thousandth of a point: no answer is finer than a whole one."""
    if one is None:
        return None
    low, central, high = (Decimal(str(round(figure, 4))) for figure in (one.low, one.mean, one.high))
    return between(low, central, high, source=MEAN_OF_PAIRS.lac)


@dataclass(frozen=True)
class SaidLine:
    """One thing that WELLBYs rest on, as `_lines.html` shows an assumption."""

    label: str
    figures: str
    estimate: Estimate


@dataclass(frozen=True)
class BesideSaid:
    """WELLBYs as they are shown; `why_not` where they are not."""

    why_not: str = ""
    began: int = 0
    pairs: int = 0
    missing: int = 0
    change: str = ""
    wellbys: str = ""
    central: str = ""
    low: str = ""
    high: str = ""
    lines: Sequence[SaidLine] = ()
    again: Sequence[str] = ()


def said_beside(one: Satisfied | None, sheet: Sheet, *, exact: bool, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> BesideSaid:
    """As a page says them. Whoever sees no exact numbers is told them of a whole year, where no small group shows, and rounded."""
    if one is None:
        return BesideSaid(say(KEPT_BEFORE, vocabulary))
    if one.mean is None:
        if not one.pairs:
            return BesideSaid(say(NOBODY_AGAIN, vocabulary))
        return BesideSaid(say(TOO_FEW, vocabulary, enough=ENOUGH_FOR_A_MEAN, pairs=one.pairs) if exact else say(TOO_FEW_TOLD, vocabulary))
    if not exact and not one.may_leave:
        return BesideSaid(say(HELD_BACK, vocabulary))
    shown = one if exact else one.leaving
    came = {level: _pounds(worth, exact=exact) for level, worth in shown.pounds.items()}
    lines = [
        SaidLine(say(WORTH_OF_ONE, vocabulary), _figures(shown.worth, "£{:,.0f}"), shown.worth),
        SaidLine(said(Part.DEADWEIGHT), _figures(shown.anyway, "{:.2f}"), shown.anyway),
        SaidLine(said(Part.ATTRIBUTABLE_TO_OTHERS), _figures(shown.others, "{:.2f}"), shown.others),
        SaidLine(said(Part.DURATION), "1", YEARS),
    ]
    return BesideSaid(
        "",
        shown.began,
        shown.pairs,
        shown.began - shown.pairs,
        _signed(shown.change),
        _range(*(_plain(shown.wellbys[level]) for level in Level)),
        came[Level.CENTRAL],
        came[Level.LOW],
        came[Level.HIGH],
        lines,
        holds_again(one, sheet.valuation(dict.fromkeys((each.counted for each in sheet.outcomes), 1)).outcomes),
    )


def kept_beside(version: Version, *, exact: bool) -> Satisfied | None:
    """As a version kept them. What has left of a team's year stays as it left: every later version tells whoever sees no exact numbers the same."""
    if version.beside is None:
        return None
    own = read_satisfied(version.beside)
    if exact:
        return own
    left = Version.objects.filter(team_id=version.team_id, of__year=version.of.year, at__lt=version.at, beside__isnull=False).order_by("at")
    return next((one for one in map(read_satisfied, left.values_list("beside", flat=True)) if one.may_leave), own)


def comes_out_the_same(version: Version) -> bool:
    """Whether WELLBYs, worked out again from what was kept, are what was told."""
    return version.beside is None or read_satisfied(version.beside).kept == version.beside["told"]


def _pounds(of: Fraction, *, exact: bool) -> str:
    return pounds(pence(of) if exact else to_the_nearest(A_THOUSAND, pence(of)))


def _figures(one: Estimate, how: str) -> str:
    central = how.format(one.central)
    return central if one.is_certain else f"{central} ({how.format(one.low)} {_('to')} {how.format(one.high)})"


def _signed(one: Estimate) -> str:
    return _range(*(f"{'+' if figure > 0 else '−' if figure < 0 else ''}{_plain(abs(figure))}" for figure in (one.low, one.central, one.high)))


def _range(low: str, central: str, high: str) -> str:
    return _("%(central)s (%(low)s to %(high)s)") % {"central": central, "low": low, "high": high}


def _plain(of: Fraction | Decimal) -> str:
    return str(number_format(round(float(of), 1), 1))
