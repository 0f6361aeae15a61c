"""What was spent on a group, and what it brought in: from the group to its money and back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.models import Group
from alongside.web.pages import Request, page

from .. import books


@page(roles=tuple(TEAM_ROLES))
def group(request: Request, group_id: UUID) -> HttpResponse:
    """Every spend on it, and all that came in for it, in whichever year."""
    found = get_object_or_404(Group.objects.filter(team_id__in=books.my_teams(request.actor)), id=group_id)
    spends = list(books.spends_there(request.actor).filter(group=found))
    brought = list(books.brought_there(request.actor).filter(group=found))
    context = {
        "group": found,
        "spends": spends,
        "brought": brought,
        "spent": sum(one.came_to_pence or 0 for one in spends),
        "came": sum(one.pence for one in brought),
    }
    return render(request, "money/group.html", context)
