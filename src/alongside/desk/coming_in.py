"""Introductions that came in: waiting until somebody has asked the person, taken up or not, and each answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.introductions import actions
from alongside.introductions.actions import Brought
from alongside.introductions.forms import RangForm
from alongside.introductions.models import BroughtIn, CameIn
from alongside.introductions.permissions import team_to_record_for
from alongside.introductions.queries import introducers, waiting
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .forms.coming_in import AnswerBackForm, NotTakenUpForm

OURS = tuple(TEAM_ROLES)
LATELY = 20
"""How many that were taken up are shown, to be answered."""


@page(roles=OURS)
def came_in(request: Request) -> HttpResponse:
    """What waits, and what was taken up lately with what was answered."""
    taken_up = list(CameIn.objects.select_related("person", "brought", "brought__introducer").order_by("-at")[:LATELY])
    if taken_up:
        leave_a_look(request, "same team", *{came.person_id for came in taken_up})
    return render(request, "desk/came_in.html", {"waiting": list(waiting()), "taken_up": taken_up})


@page(roles=OURS, methods=WRITING)
def rang(request: Request) -> HttpResponse:
    """Somebody rang to introduce somebody who has not been asked yet."""
    team_id = team_to_record_for(request.actor)
    sheet = Sheet(title=_("Somebody rang about somebody"), back=reverse("desk:came in"), kept=_("It waits until one of you has asked them."), draft="rang")

    def do(said: dict[str, Any]) -> None:
        introducer = said.pop("introducer")
        actions.bring_in(Brought(**said), team_id=team_id, way="telephone", introducer=introducer, by=request.actor, at=request.now)

    return written(request, RangForm, sheet, do, introducers=introducers().filter(team_id=team_id))


def waiting_one(request: Request) -> BroughtIn | None:
    """The one that the sheet of an introduction answers (`?in=`), while it waits."""
    try:
        return waiting().filter(id=UUID(request.GET["in"])).first() if "in" in request.GET else None
    except ValueError:
        return None


def as_brought(found: BroughtIn) -> dict[str, Any]:
    """What it says already of an introduction; their yes is asked all the same."""
    by = found.introducer.name if found.introducer else found.from_whom
    return {"who": found.who, "introduced_by": by, "why": found.why, "source": found.introducer.source if found.introducer else ""}


@page(roles=OURS, methods=WRITING)
def not_taken_up(request: Request, brought_id: UUID) -> HttpResponse:
    """They would rather not, or it is not for us."""
    found = waiting().filter(id=brought_id).first()
    if found is None:
        raise Http404
    kept = _("It is kept. Whoever brought it reads your answer, and the words about the person are gone.")
    sheet = Sheet(title=_("It is not taken up"), back=reverse("desk:came in"), kept=kept)
    return written(request, NotTakenUpForm, sheet, lambda said: actions.not_taken_up(found, **said, by=request.actor, at=request.now))


@page(roles=OURS, methods=WRITING)
def answer_back(request: Request, person_id: UUID, came_id: UUID) -> HttpResponse:
    """What whoever introduced them reads now, within what the person allows."""
    opened = open_person(request, person_id)
    found = CameIn.objects.filter(id=came_id, person_id=opened.id).select_related("brought", "brought__introducer").first()
    if found is None:
        raise Http404
    sheet = sheet_of(
        opened,
        _("Answer whoever brought %(name)s to us") % {"name": opened.called},
        _("They read it on their own page."),
        draft=f"answer back/{found.id}",
        lead=_("They said: %(why)s") % {"why": found.why},
    )
    stands = {"answer": found.brought.answer, "words": found.brought.answer_words, "how_they_agreed": found.how_they_agreed}
    return written(request, AnswerBackForm, sheet, lambda said: actions.answer_back(found, **said, by=request.actor, at=request.now), stands=stands)
