"""Many meetings that come again, from one table: looked at first, and kept whole or not at all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.folding import fold
from alongside.foundation.refusals import NotYours, Refused
from alongside.meetings import actions
from alongside.meetings.calling import localities_of
from alongside.meetings.days import Day, next_days
from alongside.meetings.models import Series
from alongside.web.actions import drop_draft
from alongside.web.boxes import Form
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .reading import COLUMNS, Line, as_table, read_series

MOST_BYTES = 2_000_000
DRAFT = "many meetings"
COMING = 2
"""Days to come that are shown of each before it is kept."""


class TableForm(Form):
    """A table, pasted or brought as a file."""

    table = forms.CharField(
        label=_("The table"),
        help_text=_("Copy the rows out of your spreadsheet, the one with the names of the columns first, and put them in here."),
        required=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("An Excel workbook (.xlsx) or a CSV file."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
        error_messages={"empty": _("There is nothing in this file.")},
    )

    def clean(self) -> dict[str, Any]:
        """Something has to be there."""
        said = super().clean() or {}
        if not said.get("table", "").strip() and not said.get("file") and not self.errors:
            self.add_error("table", _("Put the table in, or choose a file."))
        return said


@page(roles=tuple(TEAM_ROLES), methods=WRITING, takes_a_file_of=MOST_BYTES)
def many(request: Request) -> HttpResponse:
    """A table is put in, looked at row by row, mended in its box, and kept by a press when nothing is wrong with it."""
    if request.method != "POST":
        return _shown(request, TableForm(vocabulary=request.actor.vocabulary), draft=draft_of(DRAFT, None, by=request.actor))
    form = TableForm(request.POST, request.FILES, vocabulary=request.actor.vocabulary)
    lines: list[Line] = []
    if form.is_valid():
        try:
            brought = form.cleaned_data["file"]
            table = as_table(brought.read(), brought.name) if brought else form.cleaned_data["table"]
            form.data = form.data.copy()
            form.data["table"] = table
            lines = _read(request, table)
            if "keep" in request.POST and not brought:
                return _kept(request, lines)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else "table", say_refusal(refused, request.actor.vocabulary))
    return _shown(request, form, lines, status=422 if form.errors else 200)


def _read(request: Request, table: str) -> list[Line]:
    localities = {fold(place.name): place for place in localities_of(request)}
    taken = set(Series.objects.filter(team_id=request.actor.team_id).values_list("name", flat=True))
    return read_series(table.encode(), "table.csv", localities=localities, taken=taken)


def _kept(request: Request, lines: list[Line]) -> HttpResponse:
    made = actions.call_many([(line.called, line.seats) for line in lines], by=request.actor, at=request.now)
    drop_draft(DRAFT, None, by=request.actor)
    messages.success(request, ngettext("One meeting is kept.", "%(many)s meetings are kept.", len(made)) % {"many": len(made)}, extra_tags=f"{DRAFT}:")
    return see_other(reverse("meetings:all"))


def _shown(request: Request, form: TableForm, lines: list[Line] | None = None, *, draft: Any = None, status: int = 200) -> HttpResponse:
    rows = [_row(request, line) for line in lines or ()]
    context = {
        "form": form,
        "draft": draft,
        "rows": rows,
        "wrong": sum(1 for row in rows if row["wrong"]),
        "seats": sum(len(line.seats) for line in lines or ()),
        "columns": [aliases[0] for aliases in COLUMNS.values()],
    }
    return render(request, "exchange/many_meetings.html", context, status=status)


def _row(request: Request, line: Line) -> dict[str, Any]:
    """A row as it is shown: what it calls with its next days, or what to mend."""
    days: list[Day] = []
    if line.called:
        days = next_days(line.called.meets, line.called.nation, max(timezone.localdate(request.now), line.called.starts_on), COMING)
    wrong = [line.reason] if line.reason else [say_refusal(one, request.actor.vocabulary) for one in line.wrong]
    return {"number": line.number, "name": line.name, "called": line.called, "days": days, "seats": line.seats, "wrong": wrong}
