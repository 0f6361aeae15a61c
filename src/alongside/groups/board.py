"""All groups of a neighbourhood by their stage, with what one of us might ask about them: questions, and no score."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES
from alongside.places.models import Locality
from alongside.web.pages import Request, page

from . import standing
from .queries import localities_of, told_waiting
from .rules import FIRST
from .words import STAGES


def neighbourhoods(request: Request) -> tuple[list[Locality], Locality | None]:
    """Where the team walks, and which of them the address asks for."""
    localities = list(localities_of(request.actor.team_id))
    return localities, next((one for one in localities if str(one.id) == request.GET.get("in")), None)


def first_of(request: Request) -> int:
    """From which line on a list is asked for."""
    asked = request.GET.get("from", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0


@page(roles=tuple(TEAM_ROLES))
def board(request: Request) -> HttpResponse:
    """The groups of one locality, or of all in which the team walks: the first of each stage, and of each question."""
    localities, chosen = neighbourhoods(request)
    shown = standing.board(chosen.id if chosen else None, today=timezone.localdate(request.now))
    return render(request, "groups/board.html", {"shown": shown, "told": told_waiting(chosen), "localities": localities, "chosen": chosen})


@page(roles=tuple(TEAM_ROLES))
def all_of_one(request: Request) -> HttpResponse:
    """Every group at one stage, or of which one thing is asked, a page at a time."""
    localities, chosen = neighbourhoods(request)
    stage, question, start = request.GET.get("at", FIRST), request.GET.get("question", ""), first_of(request)
    if stage not in {word.stored for word in STAGES} or (question and question not in standing.QUESTIONS):
        raise Http404
    given = {"start": start, "today": timezone.localdate(request.now)}
    key = chosen.id if chosen else None
    found = standing.asked_of(question, key, **given) if question else standing.at_stage(stage, key, **given)
    context = {
        "found": found,
        "stage": stage,
        "question_asked": question,
        "start": start,
        "last": start + len(found.groups),
        "before": max(start - standing.A_PAGE, 0),
        "localities": localities,
        "chosen": chosen,
    }
    return render(request, "groups/all_of_one.html", context)
