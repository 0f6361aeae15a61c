"""A whole social return, row by row: reckoned by the same engine as any valuation of ours, and held against what was published."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from alongside.foundation.refusals import Refused

from ..discounting import Discounting, at_rate
from ..estimates import certain
from ..reckoning import Reckoned, reckon
from ..valued import Input, Outcome, Valuation
from . import sentences
from .comparing import Allowed, Found, compared
from .fields import HI, LO, PUBLISHED, PUT_IN, TOLERANCES, figure, first, noted, places, published_figure, shown, tolerance, yes_or_no
from .reading import Named, Written, safe
from .rounding import written
from .verdicts import Judged, Verdict

ROWS = ("outcomes", "rows", "sroi")
_NAME = ("name", "outcome", "label", "id")
_QUANTITY = ("quantity", "qty", "people", "number", "count", "n", "units")
_PROXY = ("proxy", "proxy_value", "financial_proxy", "unit_value", "unit_cost", "value", "price")
_DURATION = ("duration", "years", "duration_years")
_SHARES = {
    "deadweight": ("deadweight",),
    "displacement": ("displacement",),
    "attributable_to_others": ("attributable_to_others", "attribution_to_others", "attribution"),
    "drop_off": ("drop_off", "dropoff", "drop-off"),
}
"""“attribution” alone is read as the share due to others, as in the Cabinet Office's guide; the line says so."""
_TO_US = ("attributable_to_us", "attribution_to_us")
_RATE = ("discount_rate", "discount", "rate")
_FIRST_YEAR = ("first_year_discounted", "discount_first_year", "year_1_discounted", "discount_year_1", "discount_year1")
_TOLD = ("note", "source", "unit", "scope", "stakeholder", "comment", "description", "change", "whose")
_MEASURES = {"ratio": "ratio", "sroi": "ratio", "net": "net_ratio", "net_ratio": "net_ratio", "net_sroi": "net_ratio"}
_VALUES = ("value", "present_value", "pv", "impact", "total_value")
_KNOWN = {*_NAME, *_QUANTITY, *_PROXY, *_DURATION, *_TO_US, *_TOLD, *(one for names in _SHARES.values() for one in names)}

_OF_A_CASE = {*ROWS, *PUBLISHED, *PUT_IN, *TOLERANCES, *LO, *HI, *_RATE, *(f"{one}_pct" for one in _RATE), *_KNOWN, *(f"{one}_pct" for one in _KNOWN)} | {
    *_FIRST_YEAR, "id", "kind", "round", "computed", "measure", "of", "cases", "year"
}  # fmt: skip


def judge_rows(case: Named, name: str) -> Judged:
    """Rows, inputs and a rate; where the case does not say whether the first year is discounted, both are tried and the one that fits is named."""
    rows = first(case, ROWS)
    if rows is None or not isinstance(rows[1], list) or not rows[1]:
        raise Refused(sentences.NO_ROWS, name=rows[0] if rows else "outcomes")
    _knows_what_was_put_in(case)
    outcomes = tuple(_outcome(row, f"row {number}", case) for number, row in enumerate(rows[1], 1))
    said = first(case, PUBLISHED)
    if said is None:
        raise Refused(sentences.MISSING, name="published", mend="Write the ratio that was published, or null where none was.")
    tried = [(_timing(one), reckon(Valuation(outcomes, _inputs(case), one))) for one in _discountings(case)]
    if said[1] is None:
        told = "; ".join(f"{timing}, {_working(found, case)}" for timing, found in tried)
        return Judged(name, Verdict.NOTHING_PUBLISHED, f"{_rows_told(tried[0][1])}; {told}")
    published = published_figure(said[1], said[0])
    allowed = Allowed(places(case), tolerance(case, published.value))
    judged = [(timing, found, *compared(Found(_measured(found, case)), published, allowed)) for timing, found in tried]
    best = next((one for one in judged if one[2] is not Verdict.DOES_NOT_FOLLOW), None)
    if best:
        return Judged(name, best[2], f"{_rows_told(best[1])}; {best[0]}, {_working(best[1], case)}, {best[3]}{noted(case)}")
    told = "; ".join(f"{timing}, {_working(found, case)}, {why}" for timing, found, _verdict, why in judged)
    return Judged(name, Verdict.DOES_NOT_FOLLOW, f"{_rows_told(tried[0][1])}; {told}{noted(case)}")


def _knows_what_was_put_in(case: Named) -> None:
    """A case without inputs is held against its value: unless some figure in it bears a name that we do not know, which may be what was put in."""
    if first(case, PUT_IN) is not None:
        return
    strange = next(
        (name for name, given in case.items() if name not in _OF_A_CASE and (isinstance(given, Written) or not isinstance(given, str | bool | None))), None
    )
    if strange is not None:
        raise Refused(sentences.UNKNOWN_IN_CASE, name=safe(strange, 60))


def _outcome(row: Any, called: str, case: Named) -> Outcome:
    if not isinstance(row, Named):
        raise Refused(sentences.NO_CASE, what=shown(row))
    if row.twice:
        raise Refused(sentences.NAME_TWICE, name=row.twice[0])
    strange = next((one for one in row if one.removesuffix("_pct") not in _KNOWN), None)
    if strange is not None:
        raise Refused(sentences.UNKNOWN_IN_ROW, row=called, name=safe(strange, 60), known=", ".join(["name", "quantity", "proxy", *_SHARES, "duration"]))
    named = first(row, _NAME)
    quantity, proxy = first(row, _QUANTITY), first(row, _PROXY)
    if quantity is None:
        raise Refused(sentences.ROW_LACKS, row=called, name="quantity", mend="Write how many changes there were.")
    if proxy is None:
        raise Refused(sentences.ROW_LACKS, row=called, name="proxy", mend="Write what one is worth.")
    shares = {part: certain(_share((row, case), names, called)) for part, names in _SHARES.items()}
    if to_us := first(row, _TO_US):
        shares["attributable_to_others"] = certain(1 - _share((row,), (to_us[0],), called))
    return Outcome(
        f"{called} {safe(named[1], 60)}" if named else called,
        certain(_decimal(quantity[1], f"{called}.{quantity[0]}")),
        certain(_decimal(proxy[1], f"{called}.{proxy[0]}")),
        deadweight=shares["deadweight"],
        displacement=shares["displacement"],
        attributable_to_others=shares["attributable_to_others"],
        drop_off=shares["drop_off"],
        duration=certain(_duration((row, case), called)),
    )


def _share(where: Sequence[Named], names: Sequence[str], called: str) -> Decimal:
    """A share by any of its names, of the row or for all rows: 0.4, “40%”, or name_pct: 40."""
    for place in where:
        for name in names:
            for written_as, by in ((name, 1), (f"{name}_pct", 100)):
                given = place.get(written_as)
                if given is None:
                    continue
                found = _decimal(given, f"{called}.{written_as}") / by
                if not 0 <= found <= 1:
                    raise Refused(sentences.NO_SHARE, name=name, row=called, given=shown(given))
                return found
    return Decimal(0)


def _duration(where: Sequence[Named], called: str) -> Decimal:
    found = next((given for place in where if (given := first(place, _DURATION)) is not None and given[1] is not None), None)
    return Decimal(1) if found is None else _decimal(found[1], f"{called}.{found[0]}")


def _decimal(given: Any, name: str) -> Decimal:
    """A figure that ends, as a decimal."""
    text = written(figure(given, name).value)
    if text.endswith("…"):
        raise Refused(sentences.NO_FIGURE, name=name, given=shown(given))
    return Decimal(text)


def _inputs(case: Named) -> tuple[Input, ...]:
    found = first(case, PUT_IN)
    if found is None:
        return ()
    name, given = found
    listed = given if isinstance(given, list) else [Named({"name": key, "value": one}) for key, one in given.items()] if _by_name(given) else [given]
    return tuple(_input(one, f"{name}[{number}]") for number, one in enumerate(listed))


def _by_name(given: Any) -> bool:
    return isinstance(given, Named) and first(given, ("value", "amount", "pounds")) is None


def _input(given: Any, called: str) -> Input:
    if not isinstance(given, Named):
        return Input(called, certain(_decimal(given, called)))
    amount = first(given, ("value", "amount", "pounds", "cost"))
    if amount is None:
        raise Refused(sentences.MISSING, name=f"{called}.value", mend="Write how many pounds were put in.")
    year = _decimal(given["year"], f"{called}.year") if given.get("year") is not None else Decimal(1)
    if year != int(year):
        raise Refused(sentences.NO_FIGURE, name=f"{called}.year", given=shown(given["year"]))
    return Input(f"{called} {safe(given.get('name') or '', 60)}", certain(_decimal(amount[1], f"{called}.{amount[0]}")), int(year))


def _discountings(case: Named) -> list[Discounting]:
    rate = _share((case,), _RATE, "the case")
    told = yes_or_no(case, _FIRST_YEAR)
    if not rate:
        return [at_rate(rate, first_year_discounted=False)]
    return [at_rate(rate, first_year_discounted=one) for one in ([told] if told is not None else [False, True])]


def _timing(one: Discounting) -> str:
    rate = one.rates[0].rate
    if not rate:
        return "not discounted"
    return f"at {written(Fraction(rate) * 100)} %, the first year {'discounted too' if one.first_year_discounted else 'not discounted'}"


def _measured(found: Reckoned, case: Named) -> Fraction:
    measure = str(case.get("measure") or case.get("of") or "").casefold()
    if measure in _VALUES or (not measure and first(case, PUT_IN) is None):
        return found.value
    return found.net_ratio if _MEASURES.get(measure) == "net_ratio" else found.ratio


def _working(found: Reckoned, case: Named) -> str:
    ours = _measured(found, case)
    value, put_in = written(found.value), written(found.inputs)
    if ours == found.value:
        return f"the value is {value}"
    above = value if ours == found.ratio else f"({value} - {put_in})"
    return f"{above}/{put_in} = {written(ours)}"


def _rows_told(found: Reckoned) -> str:
    told = [
        f"{one.outcome.name}: {written(Fraction(one.outcome.quantity.central))}*{written(Fraction(one.outcome.proxy.central))} = {written(one.gross)},"
        f" after adjustments {written(one.net)}, {written(Fraction(one.outcome.duration.central))} year(s)"
        for one in found.worths[:12]
    ]
    more = f"; and {len(found.worths) - 12} more rows" if len(found.worths) > 12 else ""
    return f"{'; '.join(told)}{more}"
