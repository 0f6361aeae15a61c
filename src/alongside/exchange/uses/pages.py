"""A practice's table of visits: its rows looked at first, and kept whole, for those whom the team knows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import Role
from alongside.foundation.folding import fold
from alongside.foundation.refusals import NotYours, Refused
from alongside.outcomes import actions
from alongside.outcomes.models import BroughtUses
from alongside.outcomes.words import SERVICES_USED
from alongside.people.models import Holding
from alongside.teams.queries import run_by
from alongside.web.boxes import Form, line
from alongside.web.forms import DateParts
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal, say_word
from alongside.web.writing import see_other

from ..series.reading import as_table
from .reading import COLUMNS, Line, by_person, read_uses

MOST_BYTES = 500_000
SHOWN = 200
"""Rows that are shown before a table is kept; what is wrong comes first."""


class UsesForm(Form):
    """A table of a practice's, and what it tells of."""

    practice = line(_("Which practice is it from?"), ask=_("Write which practice the table is from."), required=True)
    services = forms.MultipleChoiceField(
        label=_("What does the table tell of?"),
        help_text=_("Whoever stands in it without one of these is then known to have had none. What it does not tell of stays not known."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick what the table tells of.")},
    )
    known_from = DateParts(label=_("From which day does it tell?"))
    known_to = DateParts(label=_("Up to and with which day?"))
    table = forms.CharField(
        label=_("The table"),
        help_text=_("Copy the rows out of your spreadsheet, the one with the names of the columns first, and put them in here."),
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("A CSV file, or an Excel workbook (.xlsx)."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
        error_messages={"empty": _("There is nothing in this file.")},
    )

    def __init__(self, *args: Any, vocabulary: Any, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.fields["services"].choices = [(word.stored, say_word(word, vocabulary, capital=True)) for word in SERVICES_USED]

    def clean(self) -> dict[str, Any]:
        """Something has to be there."""
        said = super().clean() or {}
        if not said.get("table", "").strip() and not said.get("file") and not self.errors:
            self.add_error("table", _("Put the table in, or choose a file."))
        return said


def _team_id(request: Request) -> UUID:
    team = run_by(request.actor)
    if team is None:
        raise Http404
    return team.id


@page(roles=(Role.MANAGER,), methods=WRITING, takes_a_file_of=MOST_BYTES)
def uses(request: Request) -> HttpResponse:
    """A table is put in, looked at row by row, mended in its box, and kept by a press; and those that were kept."""
    team_id = _team_id(request)
    if request.method != "POST":
        return _shown(request, team_id, UsesForm(vocabulary=request.actor.vocabulary))
    form, lines = UsesForm(request.POST, request.FILES, vocabulary=request.actor.vocabulary), []
    if form.is_valid():
        said = form.cleaned_data
        try:
            brought = said["file"]
            table = as_table(brought.read(), brought.name) if brought else said["table"]
            form.data = form.data.copy()
            form.data["table"] = table
            until = said["known_to"] + timedelta(days=1)
            lines = read_uses(table.encode(), "table.csv", people=_people(team_id), since=said["known_from"], until=until)
            if "keep" in request.POST and not brought and not any(one.wrong or one.reason for one in lines):
                found = actions.FromPractice(said["practice"], said["known_from"], until, by_person(lines, said["services"]))
                kept = actions.bring_uses(team_id, found, by=request.actor, at=request.now)
                messages.success(request, _g("Kept: %(uses)s visits and stays of %(people)s people.") % {"uses": kept.uses, "people": kept.people})
                return see_other(reverse("exchange:uses"))
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else "table", say_refusal(refused, request.actor.vocabulary))
    return _shown(request, team_id, form, lines, status=422 if form.errors else 200)


def _people(team_id: UUID) -> dict[tuple[str, date], list[UUID]]:
    found: dict[tuple[str, date], list[UUID]] = {}
    held = Holding.objects.filter(team_id=team_id, person__date_of_birth__isnull=False)
    for key, name, born in held.values_list("person_id", "person__name", "person__date_of_birth"):
        found.setdefault((fold(name), born), []).append(key)
    return found


def _shown(request: Request, team_id: UUID, form: UsesForm, lines: list[Line] | None = None, status: int = 200) -> HttpResponse:
    rows = [_row(request, one) for one in lines or ()]
    rows.sort(key=lambda row: (not row["wrong"], not row["unknown"], row["number"]))
    if whom := sorted({one.person for one in lines or () if one.person}):
        leave_a_look(request, "figures", *whom)
    context = {
        "form": form,
        "rows": rows[:SHOWN],
        "all_rows": len(rows),
        "wrong": sum(1 for row in rows if row["wrong"]),
        "unknown": sum(1 for row in rows if row["unknown"]),
        "whom": len(whom),
        "columns": [aliases[0] for aliases in COLUMNS.values()],
        "brought": BroughtUses.objects.filter(team_id=team_id).select_related("by").order_by("-at"),
    }
    return render(request, "exchange/uses.html", context, status=status)


def _row(request: Request, one: Line) -> dict[str, Any]:
    wrong = [one.reason] if one.reason else [say_refusal(refused, request.actor.vocabulary) for refused in one.wrong]
    unknown = say_refusal(one.unknown, request.actor.vocabulary) if one.unknown else ""
    return {"number": one.number, "name": one.name, "service": one.service, "on": one.on, "wrong": wrong, "unknown": unknown}


@page(roles=(Role.MANAGER,), methods=("POST",))
def take_back(request: Request, brought_id: UUID) -> HttpResponse:
    """It was the wrong table: none of it counts any more."""
    found = get_object_or_404(BroughtUses, id=brought_id, team_id=_team_id(request))
    actions.take_back_table(found, by=request.actor, at=request.now)
    messages.success(request, _g("The table is taken back. Nothing counts any row of it."))
    return see_other(reverse("exchange:uses"))
