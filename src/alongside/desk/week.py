"""What fills somebody's week: at the start and now, and what took the place of a service."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.connections.actions import week as actions
from alongside.connections.models import Activity
from alongside.connections.week import Doing
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .forms.week import ActivityForm, NoLongerForm, WeekForm
from .weeks import week_now


def _here(opened: Opened) -> str:
    return reverse("desk:week", args=[opened.id])


def _doing(said: dict[str, Any]) -> Doing:
    return Doing(
        said["words"] or "",
        tuple(int(day) for day in said["days"] or ()),
        tuple(said["parts"] or ()),
        said["with_whom"] or "",
        said["what_it_is"] or "own",
        said["takes_place_of"] or "",
        bool(said.get("there_before")),
    )


@page(methods=WRITING)
def week(request: Request, person_id: UUID) -> HttpResponse:
    """Their week, day by day, and room to write down several things they do."""
    opened = open_person(request, person_id)
    found = week_now(opened.id, timezone.localdate(request.now))
    sheet = sheet_of(opened, _("%(name)s’s week") % {"name": opened.called}, _("It is kept."), draft="week", at="week", week=found)
    return written(
        request,
        WeekForm,
        replace(sheet, template="desk/week.html", then=_here(opened)),
        lambda said: actions.write_week(opened.person, [_doing(row) for row in said["told"]], since=said["since"], by=request.actor, at=request.now),
        after_the_start=found.compared,
    )


@page()
def week_on_paper(request: Request, person_id: UUID) -> HttpResponse:
    """Their week in large letters, for the door of the fridge."""
    opened = open_person(request, person_id)
    today = timezone.localdate(request.now)
    return render(request, "desk/week_on_paper.html", {"person": opened, "today": today, "week": week_now(opened.id, today)})


@page(methods=WRITING)
def put_right(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """What was written of it, as it should have been."""
    opened = open_person(request, person_id)
    row = about(Activity, opened, row_id)
    found = week_now(opened.id, timezone.localdate(request.now))
    sheet = sheet_of(
        opened, _("Put a part of their week right"), _("It is put right. What it said before is kept too."), draft=f"amended week/{row.id}",
        lead=_("For what was never so. If they do it no longer, say so instead: then both stand beside each other."),
    )  # fmt: skip
    initial = {name: getattr(row, name) for name in ("words", "with_whom", "parts", "what_it_is", "takes_place_of")} | {"days": [str(day) for day in row.days]}
    return written(
        request,
        ActivityForm,
        replace(sheet, back=_here(opened), then=_here(opened)),
        lambda said: actions.put_week_right(row, _doing(said), by=request.actor, at=request.now),
        stands=initial,
        came_later=found.compared and not found.was_there(row),
    )


@page(methods=WRITING)
def no_longer_does(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They do it no longer."""
    opened = open_person(request, person_id)
    row = about(Activity, opened, row_id)
    sheet = sheet_of(opened, _("No longer: %(what)s") % {"what": row.words}, _("It is kept, beside what was before."))
    return written(
        request,
        NoLongerForm,
        replace(sheet, back=_here(opened), then=_here(opened)),
        lambda said: actions.no_longer_does(row, on=said["on"], by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def does_after_all(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They do it after all."""
    opened = open_person(request, person_id)
    actions.does_after_all(about(Activity, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is back."))
    return see_other(_here(opened))


@page(methods=("POST",))
def never_did(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.never_did(about(Activity, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(_here(opened))
