"""What was spent on a group or on something of the noticeboard, and what a group brought in: from it to its money and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from alongside.directory.models import Entry
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.models import Group
from alongside.web.pages import Request, page

from .. import books, queries
from ..posts import financial_year
from .budgets import called


def budgets_for(request: Request, asked: str, **of: Any) -> list[tuple[str, str]]:
    """This year's open budgets from which one may spend on it, each with where."""
    year = financial_year(timezone.localdate(request.now))
    found = books.budgets_there(request.actor).filter(year=year, is_closed=False, **of)
    return [(called(one), f"{reverse('money:ask to spend', args=[one.id])}?{asked}") for one in found]


@page(roles=tuple(TEAM_ROLES))
def group(request: Request, group_id: UUID) -> HttpResponse:
    """Every spend on it, and all that came in for it, in whichever year."""
    found = get_object_or_404(Group.objects.filter(team_id__in=books.my_teams(request.actor)), id=group_id)
    context = {
        "about": found.name,
        "back_url": reverse("groups:group", args=[found.id]),
        "group": found,
        "money": queries.money_of_group(found.id, by=request.actor),
        "spends": books.spends_there(request.actor).filter(group=found),
        "brought": books.brought_there(request.actor).filter(group=found),
        "budgets": budgets_for(request, f"group={found.id}", team_id=found.team_id),
    }
    return render(request, "money/group.html", context)


@page(roles=tuple(TEAM_ROLES))
def entry(request: Request, entry_id: UUID) -> HttpResponse:
    """Every spend of one's teams on something of the noticeboard."""
    found = get_object_or_404(Entry, id=entry_id)
    context = {
        "about": found.name,
        "back_url": reverse("noticeboard:entry", args=[found.id]),
        "money": queries.money_of_entry(found.id, by=request.actor),
        "spends": books.spends_there(request.actor).filter(entry=found),
        "budgets": budgets_for(request, f"entry={found.id}"),
    }
    return render(request, "money/group.html", context)
