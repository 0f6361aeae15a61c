"""Spends: asked, answered, paid back, taken back. What it came to, with its receipt, is written on the desk, which draws pictures anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory.naming import entry_meant
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.groups.models import Group, Taster
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions, books, permissions
from ..models import Spend
from ..spending_forms import AnswerForm, PaidForm, SpendForm
from ..words import PAID_BACK
from .budget import one_there
from .budgets import called, year_said

_TEAM = tuple(TEAM_ROLES)


def spend_there(request: Request, spend_id: UUID) -> Spend:
    """A spend of one's teams."""
    return get_object_or_404(books.spends_there(request.actor).select_related("taster"), id=spend_id)


@page(roles=_TEAM, methods=WRITING)
def ask(request: Request, budget_id: UUID) -> HttpResponse:
    """Money of a budget for something that people want to do."""
    found = one_there(request, budget_id)
    sheet = Sheet(
        title=_("Spend on something"),
        back=reverse("money:budget", args=[found.id]),
        kept=_("It is kept. Write down what it came to when it is spent."),
        lead=_("%(budget)s, %(year)s: £%(free)s is free")
        % {"budget": called(found), "year": year_said(found.year), "free": f"{books.balance_of(found).free / 100:,.2f}"},
        draft=f"spend/{found.id}",
    )

    def do(said: dict[str, Any]) -> None:
        miles, entry = said.pop("miles"), said.pop("entry").strip()
        said["entry"] = entry_meant(entry, field="entry") if entry else None
        asked = actions.Asked(**{**said, "pence": said["pence"] or 0}, tenths_of_a_mile=int(miles * 10) if miles else None)
        made = actions.ask_to_spend(found, asked, by=request.actor, at=request.now)
        if made.needs_a_yes:
            messages.info(request, _("It is more than one of you decides alone: it waits for somebody else’s yes."))

    groups = Group.objects.filter(team=found.team).order_by("name")
    offered = {"groups": groups, "tasters": Taster.objects.filter(group__team=found.team), "own_ideas": books.ways_of(found.team_id).own_ideas}
    return written(request, SpendForm, sheet, do, initial=_meant(request), **offered)


def _meant(request: Request) -> dict[str, Any]:
    """What the page from which they come is about: a taster day, a group, or something of the noticeboard."""
    if taster := request.GET.get("taster"):
        return {"taster": taster, "group": request.GET.get("group"), "spent_on": "taster"}
    if group := request.GET.get("group"):
        return {"group": group, "spent_on": "group"}
    try:
        meant = UUID(request.GET.get("entry", ""))
    except ValueError:
        return {}
    return {"entry": request.build_absolute_uri(reverse("noticeboard:entry", args=[meant])), "spent_on": "activity"}


@page(roles=_TEAM)
def spend(request: Request, spend_id: UUID) -> HttpResponse:
    """What it is for, where it stands, what it led to, and its lines."""
    found = spend_there(request, spend_id)
    own = found.by_id == request.actor.id
    manages = found.budget.team_id in books.managed_teams(request.actor)
    context = {
        "spend": found,
        "called": called(found.budget),
        "year_said": year_said(found.budget.year),
        "pages": found.receipts.order_by("number").values_list("number", flat=True) if own or manages else [],
        "writes": own or manages,
        "answers": manages and not own and found.stage == "waits",
        "pays": manages and not own and found.stage == "spent" and found.way in PAID_BACK and not found.paid_on,
        "closed": books.is_closed(found.budget),
    }
    return render(request, "money/spend.html", context)


@page(roles=(Role.MANAGER,), methods=WRITING)
def answer(request: Request, spend_id: UUID) -> HttpResponse:
    """Yes or no, by somebody else than whoever asked."""
    found = spend_there(request, spend_id)
    permissions.may_answer(request.actor, found.by_id, books.managed_teams(request.actor))
    sheet = Sheet(
        title=_("Do you agree to this?"),
        back=reverse("money:spend", args=[found.id]),
        kept=_("Your answer is kept, and stands on the page of whoever asked."),
        lead=_("%(words)s: £%(pounds)s, asked by %(name)s") % {"words": found.words, "pounds": f"{found.pence / 100:,.2f}", "name": found.by.name},
        draft=f"answer to a spend/{found.id}",
    )

    def do(said: dict[str, Any]) -> None:
        actions.answer(found, said["answer"], why=said["why"], by=request.actor, at=request.now)

    return written(request, AnswerForm, sheet, do)


@page(roles=(Role.MANAGER,), methods=WRITING)
def paid(request: Request, spend_id: UUID) -> HttpResponse:
    """It was paid back: told to whoever paid it from their own purse."""
    found = spend_there(request, spend_id)
    sheet = Sheet(
        title=_("Paid back"),
        back=reverse("money:spend", args=[found.id]),
        kept=_("%(name)s reads it on their list.") % {"name": found.by.name},
        lead=found.words,
    )

    def do(said: dict[str, Any]) -> None:
        actions.say_paid_back(found, said["on"], by=request.actor, at=request.now)

    return written(request, PaidForm, sheet, do)


@page(roles=_TEAM, methods=("POST",))
def not_spent(request: Request, spend_id: UUID) -> HttpResponse:
    """What it came to was written wrong."""
    found = spend_there(request, spend_id)
    actions.not_spent_after_all(found, by=request.actor, at=request.now)
    messages.success(request, _("It is promised again. Write down anew what it came to."))
    return see_other(reverse("money:spend", args=[found.id]))


@page(roles=_TEAM, methods=("POST",))
def take_back(request: Request, spend_id: UUID) -> HttpResponse:
    """As if it had not been asked for."""
    found = spend_there(request, spend_id)
    actions.take_back_spend(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back, and its money is free again."))
    return see_other(reverse("money:spend", args=[found.id]))
