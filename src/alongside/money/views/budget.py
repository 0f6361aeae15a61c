"""One budget: its pots, its book line by line, and what a manager does with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.places.models import Locality
from alongside.teams.models import Staff
from alongside.teams.queries import run_by, seats_on
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions, books
from ..models import Budget, Movement
from ..spending_forms import BudgetForm, CloseForm, GiveForm, MoveForm, ReopenForm, WaysForm
from ..yearly import A_PAGE
from .budgets import called, first_of, year_asked, year_said

_MANAGERS = (Role.MANAGER,)
SPENDS_SHOWN = 12
"""The newest spends on a budget's page."""


def one_there(request: Request, budget_id: UUID, *, to_manage: bool = False) -> Budget:
    """A budget of one's teams; of those one manages, for what managers do."""
    found = books.budgets_there(request.actor)
    if to_manage:
        found = found.filter(team_id__in=books.managed_teams(request.actor))
    return get_object_or_404(found, id=budget_id)


def _sheet(budget: Budget, title: str, kept: str, draft: str = "") -> Sheet:
    return Sheet(
        title=title,
        back=reverse("money:budget", args=[budget.id]),
        kept=kept,
        lead=f"{called(budget)}, {year_said(budget.year)}",
        draft=f"{draft}/{budget.id}" if draft else "",
    )


@page(roles=tuple(TEAM_ROLES))
def budget(request: Request, budget_id: UUID) -> HttpResponse:
    """What lies in it, and every line."""
    found, start = one_there(request, budget_id), first_of(request)
    lines, more = books.book_of(found, start=start)
    spends = list(books.listed(books.spends_there(request.actor).filter(budget=found))[: SPENDS_SHOWN + 1])
    context = {
        "budget": found,
        "called": called(found),
        "year_said": year_said(found.year),
        "balance": books.balance_of(found),
        "lines": lines,
        "start": start,
        "earlier": max(start - books.BOOK_PAGE, 0),
        "later": start + books.BOOK_PAGE if more else None,
        "closings": found.closings.select_related("closed_by", "reopened_by"),
        "spends": spends[:SPENDS_SHOWN],
        "more_spends": len(spends) > SPENDS_SHOWN,
        "manages": found.team_id in books.managed_teams(request.actor),
    }
    return render(request, "money/budget.html", context)


@page(roles=tuple(TEAM_ROLES))
def spends(request: Request, budget_id: UUID) -> HttpResponse:
    """Every spend from it, asked for or done, a page at a time."""
    found, start = one_there(request, budget_id), first_of(request)
    asked = books.spends_there(request.actor).filter(budget=found)
    shown = list(books.listed(asked)[start : start + A_PAGE])
    context = {
        "budget": found,
        "called": called(found),
        "year_said": year_said(found.year),
        "spends": shown,
        "start": start,
        "last": start + len(shown),
        "many": asked.order_by().count(),
        "before": max(start - A_PAGE, 0),
    }
    return render(request, "money/spends.html", context)


@page(roles=_MANAGERS, methods=WRITING)
def add(request: Request) -> HttpResponse:
    """A budget for a year."""
    team, year = run_by(request.actor), year_asked(request)
    if team is None:
        raise Http404
    sheet = Sheet(
        title=_("Add a budget for %(year)s") % {"year": year_said(year)},
        back=f"{reverse('money:budgets')}?year={year}",
        kept=_("The budget is kept."),
        lead=team.name,
        draft="budget",
        page=request.get_full_path(),
    )
    seats = seats_on(timezone.localdate(request.now)).filter(team=team, role__in=TEAM_ROLES)
    for_form = {"localities": Locality.objects.filter(teams=team), "officers": Staff.objects.filter(id__in=seats.values("staff_id")).order_by("name")}

    def do(said: dict[str, Any]) -> None:
        actions.add_budget(team, year, **said, by=request.actor, at=request.now)

    return written(request, BudgetForm, sheet, do, **for_form)


@page(roles=_MANAGERS, methods=WRITING)
def give(request: Request, budget_id: UUID) -> HttpResponse:
    """More money, or some of it back."""
    found = one_there(request, budget_id, to_manage=True)

    def do(said: dict[str, Any]) -> None:
        deed = actions.give if said.pop("which") == "give" else actions.give_back
        deed(found, said["pence"], said=said["said"], by=request.actor, at=request.now)

    return written(request, GiveForm, _sheet(found, _("Give money, or give some back"), _("It stands in the book."), "money given"), do)


@page(roles=_MANAGERS, methods=WRITING)
def move(request: Request, budget_id: UUID) -> HttpResponse:
    """Money to another budget of the team and year."""
    found = one_there(request, budget_id, to_manage=True)
    others = books.budgets_there(request.actor).filter(team=found.team, year=found.year).exclude(id=found.id)

    def do(said: dict[str, Any]) -> None:
        actions.move_between(found, said["to"], said["pence"], said=said["said"], by=request.actor, at=request.now)

    return written(request, MoveForm, _sheet(found, _("Move money to another budget"), _("It is moved."), "money moved"), do, budgets=others, called=called)


@page(roles=_MANAGERS, methods=WRITING)
def close(request: Request, budget_id: UUID) -> HttpResponse:
    """The year is over."""
    found = one_there(request, budget_id, to_manage=True)

    def do(said: dict[str, Any]) -> None:
        actions.close_year(found, carry_over=said["then"] == "over", by=request.actor, at=request.now)

    return written(request, CloseForm, _sheet(found, _("Close the year"), _("The year is closed. It can be opened again, with a reason.")), do)


@page(roles=_MANAGERS, methods=WRITING)
def reopen(request: Request, budget_id: UUID) -> HttpResponse:
    """A closed year is opened again."""
    found = one_there(request, budget_id, to_manage=True)

    def do(said: dict[str, Any]) -> None:
        actions.reopen_year(found, said["why"], by=request.actor, at=request.now)

    return written(request, ReopenForm, _sheet(found, _("Open the year again"), _("The year is open again."), "year reopened"), do)


@page(roles=_MANAGERS, methods=("POST",))
def turn_back(request: Request, line_id: UUID) -> HttpResponse:
    """A line that gave or moved money was a mistake."""
    line = get_object_or_404(Movement.objects.select_related("source", "target").filter(source__team_id__in=books.managed_teams(request.actor)), id=line_id)
    actions.turn_back(line, by=request.actor, at=request.now)
    messages.success(request, _("It is turned round: both lines stand in the book."))
    return see_other(reverse("money:budget", args=[line.source_id]))


@page(roles=_MANAGERS, methods=WRITING)
def ways(request: Request) -> HttpResponse:
    """How the team goes about money."""
    team = run_by(request.actor)
    if team is None:
        raise Http404
    held = books.ways_of(team.id)
    sheet = Sheet(title=_("How %(team)s spends") % {"team": team.name}, back=reverse("money:budgets"), kept=_("It is kept, and holds from the next spend on."))

    def do(said: dict[str, Any]) -> None:
        actions.choose_ways(team, **{**said, "mile_pence": int(said["mile_pence"])}, by=request.actor, at=request.now)

    return written(request, WaysForm, sheet, do, stands={name: getattr(held, name) for name in WaysForm.base_fields})
