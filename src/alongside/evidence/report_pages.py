"""The pages of the reports, and the committee paper made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Vocabulary
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page

from . import permissions
from .asking import Asking, ask
from .files import reports_as_csv, reports_as_xlsx
from .paper import paper_as_pdf, paper_of
from .paper_for_word import paper_as_docx
from .reports import Report, every_report
from .saying_reports import Told, tell
from .words import NOTHING_TO_PRINT, ONLY_WHAT_IS_OVER


@page(roles=permissions.SEE_FIGURES)
def all_reports(request: Request) -> HttpResponse:
    """Every report, with its message and what it does not tell."""
    asking = ask(request)
    if not asking.is_clear:
        return render(request, "evidence/reports.html", {"asking": asking}, status=422)
    return render(request, "evidence/reports.html", {"asking": asking, "reports": tell(asking, every_report().values())})


@page(roles=permissions.SEE_FIGURES)
def report(request: Request, key: str) -> HttpResponse:
    """One report: its message, and each figure with its table and its definition."""
    asked, asking = report_called(key), ask(request)
    status = 200 if asking.is_clear else 422
    found = tell(asking, [asked])[0] if asking.is_clear else None
    return render(request, "evidence/report.html", {"asking": asking, "report": found}, status=status)


@page(roles=permissions.SEE_FIGURES)
def report_as_csv(request: Request, key: str) -> HttpResponse:
    """A report's figures, one under the other, as they may leave."""
    asked, asking = report_called(key), leaving(request)
    return sent(request, asking, key, reports_as_csv(tell(asking, [asked]), asking), "text/csv; charset=utf-8", "csv")


@page(roles=permissions.SEE_FIGURES)
def report_as_xlsx(request: Request, key: str) -> HttpResponse:
    """The same as a workbook, a sheet for each figure."""
    asked, asking = report_called(key), leaving(request)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return sent(request, asking, key, reports_as_xlsx(tell(asking, [asked]), asking), kind, "xlsx")


@page(roles=permissions.SEE_FIGURES)
def paper(request: Request) -> HttpResponse:
    """Which reports a committee paper is to have, and over which period."""
    asking = ask(request, leaving=True)
    words = Vocabulary(asking.team.vocabulary)
    context = {"asking": asking, "reports": [Told(one, words, []) for one in every_report().values()], "wanted": [one.key for one in _wanted(request)]}
    return render(request, "evidence/paper.html", context, status=200 if asking.is_clear else 422)


@page(roles=permissions.SEE_FIGURES)
def paper_pdf(request: Request) -> HttpResponse:
    """The committee paper as a tagged PDF."""
    return _paper(request, paper_as_pdf, "application/pdf", "pdf")


@page(roles=permissions.SEE_FIGURES)
def paper_docx(request: Request) -> HttpResponse:
    """The same for Word."""
    return _paper(request, paper_as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")


def report_called(key: str) -> Report:
    """One report by its key; there is no page for another."""
    try:
        return every_report()[key]
    except KeyError:
        raise Http404 from None


def leaving(request: Request) -> Asking:
    """What was asked for, as it may leave; refused where nothing may yet."""
    asking = ask(request, leaving=True)
    if not asking.is_clear or asking.extract is None:
        raise Refused(ONLY_WHAT_IS_OVER)
    return asking


def sent(request: Request, asking: Asking, name: str, written: str | bytes, kind: str, ending: str) -> HttpResponse:
    """A file that leaves, and its line in the trail."""
    leave_trace("took a report", about=f"report {name} of extract {asking.made.id}", purpose="figures", at=request.now)
    answer = HttpResponse(written, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{slugify(asking.team.name)}-{name}-{asking.period.since}.{ending}"'
    return answer


def _wanted(request: Request) -> list[Report]:
    """The reports that were ticked, all where none was."""
    ticked = request.GET.getlist("report")
    return [one for key, one in every_report().items() if not ticked or key in ticked]


def _paper(request: Request, write: Callable[[dict[str, Any]], bytes], kind: str, ending: str) -> HttpResponse:
    asking, wanted = leaving(request), _wanted(request)
    if not wanted:
        raise Refused(NOTHING_TO_PRINT)
    found: list[Told] = tell(asking, wanted)
    return sent(request, asking, "paper", write(paper_of(asking, found)), kind, ending)
