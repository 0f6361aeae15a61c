"""Parts that should add up to a total, and headlines of one programme that should say the same."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from alongside.foundation.refusals import Refused

from . import sentences
from .comparing import Allowed, Found, compared
from .evaluating import Span
from .fields import PUBLISHED, Given, figure, first, noted, places, published_figure, tolerance
from .reading import Named, safe
from .rounding import written
from .verdicts import Judged, Verdict

PARTS = ("parts", "components", "addends", "terms")
TOTAL = ("total", "sum", "whole", *PUBLISHED)
HEADLINES = ("headlines", "statements", "claims")


def judge_reconciliation(case: Named, name: str) -> Judged:
    """`parts` beside `total`: what is missing, or too many, is told."""
    named = first(case, PARTS)
    if named is None:
        raise Refused(sentences.NO_ROWS, name="parts")
    parts = _parts(named[1])
    said = first(case, TOTAL)
    if said is None or said[1] is None:
        raise Refused(sentences.MISSING, name="total", mend="Write the total that the parts should add up to.")
    total = published_figure(said[1], said[0])
    value = sum((one.value for one in parts), Fraction(0))
    span = Span(sum((one.span.lo for one in parts), Fraction(0)), sum((one.span.hi for one in parts), Fraction(0)))
    working = f"{_added(named[1], parts)} = {written(value)}"
    verdict, why = compared(Found(value, span), total, Allowed(places(case), tolerance(case, total.value)))
    if verdict is Verdict.DOES_NOT_FOLLOW:
        apart = written(abs(total.value - value))
        why = f"{why}; {apart} {'missing' if value < total.value else 'too many'}"
    return Judged(name, verdict, f"{working}, {why}{noted(case)}")


def _parts(given: Any) -> list[Given]:
    rows = list(given.values()) if isinstance(given, Named) else given
    if not isinstance(rows, list) or not rows:
        raise Refused(sentences.NO_ROWS, name="parts")
    return [figure(one, f"parts[{number}]") for number, one in enumerate(rows)]


def _added(given: Any, parts: list[Given]) -> str:
    names = list(given) if isinstance(given, Named) else [one.get("name") if isinstance(one, Named) else None for one in given]
    return safe(" + ".join(f"{part.text}{f' {name}' if name else ''}" for part, name in zip(parts, names, strict=True)), 600)


def judge_headlines(case: Named, name: str) -> Judged:
    """Several published figures of one programme: each stands only with its window and its comparator."""
    found = first(case, (*HEADLINES, *PUBLISHED))
    rows = found[1] if found else None
    if not isinstance(rows, list) or len(rows) < 2:
        raise Refused(sentences.FEW_HEADLINES)
    figures = [_headline(one, f"headlines[{number}]") for number, one in enumerate(rows)]
    told = "; ".join(_told(one, row) for one, row in zip(figures, rows, strict=True))
    values = {one.value for one in figures}
    windows = {str(row.get("window")) for row in rows if isinstance(row, Named)}
    if len(values) > 1:
        many = f"{len(values)} headlines of one programme, {_listed([one.text for one in figures])}, and none follows from another"
        return Judged(name, Verdict.DOES_NOT_FOLLOW, f"{many}: {told}; each stands only with its window and its comparator{noted(case)}")
    if len(windows) > 1:
        return Judged(name, Verdict.DOES_NOT_FOLLOW, f"one figure, {figures[0].text}, for {len(windows)} windows: {told}{noted(case)}")
    return Judged(name, Verdict.AGREES, f"all {len(figures)} say {figures[0].text}: {told}{noted(case)}")


def _headline(given: Any, name: str) -> Given:
    if isinstance(given, Named):
        said = first(given, (*PUBLISHED, "value", "figure"))
        if said is None:
            raise Refused(sentences.MISSING, name=f"{name}.published", mend="Write the figure of this headline.")
        return published_figure(said[1], name)
    return published_figure(given, name)


def _told(one: Given, row: Any) -> str:
    if not isinstance(row, Named):
        return f"{one.text}, with no window and no comparator"
    said = [f"{safe(row[part], 120)}" if row.get(part) else f"no {part} given" for part in ("window", "comparator")]
    return f"{one.text} ({', '.join([*said, *([safe(row['source'], 120)] if row.get('source') else [])])})"


def _listed(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}"
