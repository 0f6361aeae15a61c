"""A taster day's own page: its day and place, what became of it, and what it cost by the books."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.tasters import taster_there
from alongside.money import books
from alongside.money.queries import money_of_taster
from alongside.money.views.group import budgets_for
from alongside.web.pages import Request, page


@page(roles=tuple(TEAM_ROLES))
def taster(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """Its day and place, and what became of it. What it cost is what was spent; what somebody reckoned is told only where nothing was."""
    found = taster_there(group_id, taster_id)
    money = money_of_taster(found.id, by=request.actor)
    cost = money.spent or found.cost_pence
    context = {
        "taster": found,
        "group": found.group,
        "over": found.on <= timezone.localdate(request.now),
        "money": money,
        "cost": cost,
        "each": found.each(cost),
        "spends": books.listed(books.spends_there(request.actor).filter(taster=found)),
        "budgets": budgets_for(request, f"taster={found.id}&group={group_id}", team_id=found.group.team_id),
    }
    return render(request, "desk/taster.html", context)
