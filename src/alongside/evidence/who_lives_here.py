"""How many people live in each locality of a team: typed, or pasted from a spreadsheet, with year and source."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.places.actions import keep_residents
from alongside.places.queries import residents_of
from alongside.places.residents import read_residents, written_residents
from alongside.places.words import MANAGERS_SAY_RESIDENTS, NOBODYS_YEAR
from alongside.web.boxes import Form, line, long
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from . import permissions
from .asking import ask


class ResidentsForm(Form):
    """A line for each locality, the year, and where the numbers are from."""

    lines = long(
        _lazy("How many people live in each locality?"),
        hint=_lazy(
            "A line for each: Fernbrook: 9,120. Or paste two columns of a spreadsheet, the name and the number. Leave a number out where you do not know it."
        ),
        ask=_lazy("Write a line for each locality."),
        rows=8,
        most=5000,
    )
    year = forms.IntegerField(
        label=_lazy("Of which year are these numbers?"),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid"), NOBODYS_YEAR),
    )
    source = line(
        _lazy("Where do they come from?"),
        hint=_lazy("Such as: Office for National Statistics, mid-2024 estimates by ward, added up by us."),
        ask=_lazy("Write where the numbers come from: a reader cannot weigh them otherwise."),
        required=True,
    )


@page(roles=(Role.MANAGER,), methods=WRITING)
def residents(request: Request) -> HttpResponse:
    """The localities of one team, with how many live in each."""
    asking = ask(request)
    if not permissions.sees_exact_numbers(request.actor, asking.team.id):
        raise NotYours(MANAGERS_SAY_RESIDENTS)
    known = residents_of(asking.localities, year=request.now.year)
    newest = max(known.values(), key=lambda one: one.year, default=None)
    stands = {"lines": written_residents(asking.localities, {key: one.many for key, one in known.items()})}
    stands |= {"year": newest.year, "source": newest.source} if newest else {"year": "", "source": ""}
    sheet = Sheet(
        title=_("Who lives here"),
        back=f"{reverse('evidence:report', args=['coverage'])}?team={asking.team.id}",
        kept=_("It is kept. The report counts with it from now on."),
        lead=_("Numbers that somebody published, so that the report can say for how many residents each post is there. They name nobody."),
        page=f"{request.path}?team={asking.team.id}",
    )

    def do(said: dict[str, Any]) -> None:
        many = {UUID(key): n for key, n in read_residents(said["lines"], asking.localities).items()}
        keep_residents(many, year=said["year"], source=said["source"], by=request.actor, at=request.now)

    return written(request, ResidentsForm, sheet, do, stands=stands)
