"""Figures for other programs: the same definitions, counted and held back the same, as JSON. Whoever may see a page may ask for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from alongside.foundation.words import Vocabulary
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page

from . import permissions
from .asking import Asking, figure_called, shown
from .figures import Figure, every_figure
from .report_pages import leaving, report_called
from .reports import every_report
from .saying import Line, Shown, told
from .saying_reports import tell


@page(roles=permissions.SEE_FIGURES)
def all_as_json(request: Request) -> HttpResponse:
    """Every figure and report there is: what each is called, and where its numbers are."""
    asking = leaving(request)
    words = Vocabulary(asking.team.vocabulary)
    figures = [one for one in every_figure().values() if permissions.is_seen_by(request.actor, one)]
    return _sent(
        {
            **_around(asking),
            "figures": [_named(one, words) | {"numbers": f"{reverse('evidence:figure as json', args=[one.key])}?{asking.query}"} for one in figures],
            "reports": [
                {
                    "key": one.key,
                    "number": one.number,
                    "name": told(one.name, words),
                    "figures": [figure.key for figure in one.figures],
                    "tables": [table.key for table in one.laid],
                    "numbers": f"{reverse('evidence:report as json', args=[one.key])}?{asking.query}",
                }
                for one in every_report().values()
            ],
        }
    )


@page(roles=permissions.SEE_FIGURES)
def figure_as_json(request: Request, key: str) -> HttpResponse:
    """One figure as it may leave: its definition and its numbers, null where one is held back."""
    asked = figure_called(key)
    permissions.may_see(request.actor, asked)
    asking = leaving(request)
    leave_trace("took a figure", about=f"figure {key} of extract {asking.made.id}", purpose="figures", at=request.now)
    return _sent({**_around(asking), **_counted(shown(asking, [asked])[0])})


@page(roles=permissions.SEE_FIGURES)
def report_as_json(request: Request, key: str) -> HttpResponse:
    """One report as it may leave: what it asks and does not tell, its figures, and the tables that are worked out from them, as they are said."""
    asked, asking = report_called(key), leaving(request)
    leave_trace("took a report", about=f"report {key} of extract {asking.made.id}", purpose="figures", at=request.now)
    (found,) = tell(asking, [asked])
    tables = [
        {"key": one.key, "name": one.name, "message": one.message, "sentence": one.sentence, "window": one.window, "cohort": one.cohort,
         "exclusions": one.exclusions, "heads": list(one.heads), "rows": [list(row) for row in one.rows]}
        for one in found.laid
    ]  # fmt: skip
    said = {"key": key, "number": asked.number, "name": found.name, "asks": found.asks, "does_not_tell": found.lacks}
    return _sent({**_around(asking), **said, "figures": [_counted(one) for one in found.figures], "tables": tables})


def _around(asking: Asking) -> dict[str, Any]:
    """Of whom and over which days, and from which extract."""
    return {
        "team": asking.team.name,
        "since": asking.period.since.isoformat(),
        "until": asking.period.until.isoformat() if asking.period.until else None,
        "made": asking.made.made_at.isoformat(),
        "extract": asking.made.digest,
    }


def _named(figure: Figure, words: Vocabulary) -> dict[str, Any]:
    return {"key": figure.key, "name": told(figure.name, words), "sentence": told(figure.sentence, words)}


def _counted(one: Shown) -> dict[str, Any]:
    return {
        **_named(one.figure, one.vocabulary),
        "message": one.message,
        "window": one.window,
        "cohort": one.cohort,
        "exclusions": one.exclusions,
        "small_numbers": one.how_it_leaves,
        "by": one.by,
        "parts": [_part(line) for line in one.lines],
        "total": one.table.total,
        "adds_up": one.table.adds_up,
        "several": one.table.several,
        "localities": [_part(line) for line in one.homes],
        "posts": [_part(line) for line in one.posts],
        "streams": [_part(line) for line in one.streams],
        "pairs": [{"label": label, "says": says} for label, says in one.pairs],
        "said_no": one.said_no if one.figure.evaluates else None,
    }


def _part(line: Line) -> dict[str, Any]:
    return {"part": line.part, "label": line.label, "n": line.n}


def _sent(given: dict[str, Any]) -> JsonResponse:
    return JsonResponse(given, json_dumps_params={"ensure_ascii": False, "indent": 1})
