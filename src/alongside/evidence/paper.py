"""The committee paper: every report that was chosen, as it may leave, set once and written as a tagged PDF and for Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.web.printing import as_pdf
from alongside.web.templatetags.components import long_moment

from .asking import Asking
from .laying_out import Laid
from .saying import Line, Shown
from .saying_reports import Told
from .saying_small import small_numbers, small_sums

_HERE = Path(__file__).parent


def paper_of(asking: Asking, reports: Sequence[Told]) -> dict[str, Any]:
    """All that the paper says, in its order; nothing in it is a person's."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    counted: dict[str, Shown | Laid] = {}
    for report in reports:
        counted |= {one.key: one for one in report.figures} | {one.key: one for one in report.laid}
    return {
        "title": _("What was done, and what changed: %(team)s") % {"team": asking.team.name},
        "lead": asking.period_said,
        "from": f"{asking.team.name}, {asking.team.organisation.name}",
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "says": {"heading": _("What this paper says"), "lines": [_labelled(report.name, report.leads.message) for report in reports if report.leads]},
        "parts": [_part(report) for report in reports],
        "counted": {
            "heading": _("How each number is counted"),
            "lines": [
                _labelled(_("Small numbers"), small_numbers()),
                _labelled(_("Sums"), small_sums()),
                _labelled(_("Made from the records on"), f"{long_moment(asking.made.made_at)}, {asking.made.digest[:12]}"),
            ],
            "each": [{"name": one.name, "lines": definition_of(one)} for one in counted.values()],
        },
    }


def definition_of(one: Shown | Laid) -> list[dict[str, str]]:
    """A figure's definition, line by line."""
    return [
        _labelled(_("What it counts"), one.sentence),
        _labelled(_("Counted when"), one.window),
        _labelled(_("Of whom"), one.cohort),
        _labelled(_("Left out"), one.exclusions),
    ]


def paper_as_pdf(paper: dict[str, Any]) -> bytes:
    """PDF/UA-1, with a heading for each part and a table for each figure."""
    return as_pdf(_HERE / "paper.typ", paper)


def _labelled(label: str, says: str) -> dict[str, str]:
    return {"label": label, "says": says}


def _part(report: Told) -> dict[str, Any]:
    return {
        "heading": f"{report.report.number}. {report.name}",
        "asks": report.asks,
        "figures": [_figure(one) for one in report.figures],
        "laid": [_laid(one) for one in report.laid],
        "lacks": report.lacks,
    }


def _figure(one: Shown) -> dict[str, Any]:
    return {
        "message": one.message,
        "name": one.name,
        "by": one.by,
        "how_many": _("How many"),
        # Where there is nothing at all the message says so; a column of noughts would say no more.
        "rows": [] if one.table.total == 0 else [_row(line) for line in one.lines],
        "total": _labelled(_("Total"), _number(one.table.total)),
        "drawn": _("%(name)s, as bars") % {"name": one.name},
        "pairs": [_labelled(label, says) for label, says in one.pairs],
        "notes": list(_notes(one)),
    }


def _laid(one: Laid) -> dict[str, Any]:
    columns = [{"wide": _wide(head, [row[place] for row in one.rows]), "number": number} for place, (head, number) in enumerate(one.headed)]
    return {"message": one.message, "name": one.name, "heads": list(one.heads), "rows": [list(row) for row in one.rows], "columns": columns, **_bars(one)}


def _bars(one: Laid) -> dict[str, Any]:
    """The bars of each of its rows, the same as rows of a chart, and what they are called by whoever cannot see them."""
    draws, numbers = one.defined.draws, one.numbers
    charted = [
        {"label": _called(row, draws, numbers) + (f": {one.heads[column]}" if len(draws) > 1 else ""), "n": row[column], "bar": bar}
        for row, bars in one.drawn
        for column, bar in zip(draws, bars, strict=False)
    ]
    return {"bars": one.bars, "charted": charted, "drawn": _("%(name)s, as bars") % {"name": one.name}}


def _called(row: Sequence[str], draws: Sequence[int], numbers: Sequence[bool]) -> str:
    """A row by its words: what stands before the first number that is drawn, and is no number itself."""
    return ", ".join(cell for place, cell in enumerate(row[: draws[0]]) if place == 0 or not numbers[place])


_WIDEST = 44
"""Letters that a column is given at most: what is longer goes on in the next line."""
_BETWEEN = 3
"""As many letters as the room between two columns takes."""


def _wide(head: str, cells: Sequence[str]) -> int:
    """How wide a column is beside the others, in letters, so that no word is torn and long words get the room."""
    said = [cell for cell in cells if cell]
    longest_word = max(len(word) for cell in (head, *said) for word in cell.split() or [""])
    return max([longest_word, min(max(map(len, said), default=0), _WIDEST), min(len(head), _WIDEST) // 2]) + _BETWEEN


def _row(line: Line) -> dict[str, Any]:
    return {"label": line.label, "n": _number(line.n), "bar": line.bar or 0}


def _number(n: int | None) -> str:
    return _("held back") if n is None else str(n)


def _notes(one: Shown) -> Iterable[str]:
    """What has to stand beside a table, or it would say more than it knows."""
    if not one.table.adds_up:
        yield _("The parts do not add up to the total: something in the records contradicts itself.")
    if one.table.several:
        yield _("Somebody may stand under several of these: they may add up to more than the total, and shares to more than 100%.")
    if one.figure.adds and not one.table.by_part:
        yield _("A sum leaves by its parts for a whole financial year.")
    if one.leaves_some_out:
        yield (
            _("Some people known to the team said no to evaluation (held back how many), and are not counted here.")
            if one.said_no is None
            else _("About %(n)s people known to the team said no to evaluation, and are not counted here.") % {"n": one.said_no}
        )
