"""All groups of a neighbourhood by their stage, with what one of us might ask about them: questions, and no score."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES
from alongside.web.pages import Request, page

from .queries import answers_waiting, groups_there, localities_of
from .queries import board as columns_of


@page(roles=tuple(TEAM_ROLES))
def board(request: Request) -> HttpResponse:
    """The groups of one locality, or of all in which the team walks."""
    localities = list(localities_of(request.actor.team_id))
    chosen = next((one for one in localities if str(one.id) == request.GET.get("in")), None)
    groups = groups_there().filter(locality=chosen) if chosen else groups_there()
    columns = columns_of(groups, today=timezone.localdate(request.now))
    asked = [(one, question) for column in columns for one in column.groups for question in one.asked]
    return render(
        request, "groups/board.html", {"columns": columns, "asked": asked, "waiting": answers_waiting(groups), "localities": localities, "chosen": chosen}
    )
