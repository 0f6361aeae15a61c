"""What somebody gave and received, and a statement of it for them to keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.connections.actions import giving as actions
from alongside.connections.giving import Told, statement
from alongside.connections.models import Contribution
from alongside.connections.queries import giving_of
from alongside.directory.queries import named_exactly
from alongside.web.hours import hours_said
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .forms.giving import GivingForm

MONTHS = {"3": 91, "12": 365}
"""Days that a statement can reach back, by the months that its page offers; anything else is from the beginning."""


@page(methods=WRITING)
def giving(request: Request, person_id: UUID) -> HttpResponse:
    """What they gave and received, newest first, and a form for one more."""
    opened = open_person(request, person_id)
    rows = giving_of(opened.id)
    sheet = sheet_of(
        opened,
        _("What %(name)s gives and receives") % {"name": opened.called},
        _("It is kept."),
        draft="giving",
        at="giving",
        given=rows,
        statement=statement((row.way, row.minutes) for row in rows),
    )
    here = reverse("desk:giving", args=[opened.id])

    return written(
        request,
        GivingForm,
        replace(sheet, template="desk/giving.html", then=here),
        lambda said: actions.contribute(opened.person, _told(said), by=request.actor, at=request.now),
        initial={"way": "gave"},
        giver=opened.id,
    )


def _told(said: dict[str, Any]) -> Told:
    entry = named_exactly(said["whom"]) if said["kind"] == "a group" else None
    return Told(
        way=said["way"],
        words=said["words"],
        kind=said["kind"],
        on=said["on"],
        # Somebody whom we know is said by their own row, to whoever may see it.
        whom="" if said["other"] else said["whom"],
        other_id=said["other"].id if said["other"] else None,
        entry_id=entry.id if entry else None,
        minutes=said["hours"],
    )


@page(methods=WRITING)
def put_right(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """What was written of it, as it should have been."""
    opened = open_person(request, person_id)
    row = about(Contribution, opened, row_id)
    here = reverse("desk:giving", args=[opened.id])
    lead = _("It stands on the page of the other as well, and is put right on both.") if row.exchange else ""
    sheet = sheet_of(opened, _("Put right what was given"), _("It is put right. What it said before is kept too."), draft=f"amended giving/{row.id}", lead=lead)

    def do(said: dict[str, Any]) -> None:
        told = Told(row.way, said["words"], said.get("kind", row.kind), said["on"], said.get("whom", row.whom), minutes=said["hours"])
        actions.amend_contribution(row, told, by=request.actor, at=request.now)

    initial = {name: getattr(row, name) for name in ("words", "kind", "whom", "on", "way")} | {"hours": hours_said(row.minutes) if row.minutes else ""}
    return written(request, GivingForm, replace(sheet, back=here, then=here), do, stands=initial, giver=opened.id, linked=bool(row.exchange))


@page(methods=("POST",))
def never_given(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.never_given(about(Contribution, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:giving", args=[opened.id]))


@page()
def giving_statement(request: Request, person_id: UUID) -> HttpResponse:
    """A sheet for them to keep: what they gave and received, and how long where they said so."""
    opened = open_person(request, person_id)
    today = timezone.localdate(request.now)
    months = request.GET.get("months", "3")
    since = _since(months, today)
    rows = [row for row in giving_of(opened.id) if since is None or row.on >= since]
    ways = [(way, [row for row in rows if row.way == way]) for way in ("gave", "received")]
    context = {"person": opened, "today": today, "since": since, "months": months, "ways": ways, "statement": statement((row.way, row.minutes) for row in rows)}
    return render(request, "desk/giving_statement.html", context)


def _since(months: str, today: date) -> date | None:
    days = MONTHS.get(months)
    return today - timedelta(days=days) if days else None
