"""Why somebody came: several reasons, told at first or later; and the list of words that a team keeps for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.actor import Role
from alongside.introductions import actions
from alongside.introductions.models import TeamReason, WhyTheyCame
from alongside.introductions.rules import Reasons
from alongside.teams.models import Team
from alongside.teams.queries import run_by
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import Sheet, see_other, written

from . import words
from .forms.reasons import TeamReasonForm, WhyForm


def offered_to(team_id: UUID | None) -> QuerySet[TeamReason]:
    """The team's list, without what is retired."""
    return TeamReason.objects.filter(team_id=team_id, retired_on__isnull=True).order_by("words")


@page(methods=WRITING)
def why(request: Request, person_id: UUID) -> HttpResponse:
    """Why they came, as they tell it now; what they told before stands below and can be ended."""
    opened = open_person(request, person_id)
    told = WhyTheyCame.objects.filter(person_id=opened.id).select_related("listed").order_by("on", "at", "id")
    sheet = sheet_of(
        opened,
        say(words.WHY_DID, request.actor.vocabulary, name=opened.called),
        _("It is kept. What was told before stays."),
        draft="why they came",
        at="why",
        lead=_("Several reasons are usual, and the first one told is seldom the whole of it. Nothing here has to be filled in."),
        told_reasons=told,
    )

    def do(said: dict[str, Any]) -> None:
        listed = tuple(one.id for one in said.get("listed") or ())
        given = Reasons(on=said["on"], told=said["told"], areas=tuple(said["areas"]), listed=listed, words=said["words"])
        actions.say_why(opened.person, given, by=request.actor, at=request.now)

    return written(request, WhyForm, sheet, do, initial={"told": "later" if told.exists() else "at first"}, listed=offered_to(request.actor.team_id))


@page(methods=("POST",))
def end(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It holds no longer."""
    opened = open_person(request, person_id)
    actions.end_reason(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It holds no longer. That it did is kept."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


@page(methods=("POST",))
def after_all(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It holds after all."""
    opened = open_person(request, person_id)
    actions.bring_back_reason(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It holds after all."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


@page(methods=("POST",))
def never_told(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.never_told(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken away. That it stood there is kept in the history."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


def _team(request: Request) -> Team:
    team = run_by(request.actor)
    if team is None:
        raise Http404
    return team


@page(roles=(Role.MANAGER,), methods=WRITING)
def team_list(request: Request) -> HttpResponse:
    """The team's own words for why people come."""
    team = _team(request)
    sheet = Sheet(
        title=_("Why people come, in the words of %(team)s") % {"team": team.name},
        back=reverse("desk:your team"),
        then=reverse("desk:team reasons"),
        kept=_("It is on the list."),
        button=_("Add it"),
        draft="a reason of the team",
        lead=_("These words are offered beside the seven areas. One that you retire is offered no more, and stays where it was used."),
        more={"team_reasons": TeamReason.objects.filter(team=team).order_by(F("retired_on").asc(nulls_first=True), "words")},
    )
    return written(
        request, TeamReasonForm, sheet, lambda said: actions.add_to_list(team.id, said["words"], area=said["area"], by=request.actor, at=request.now)
    )


@page(roles=(Role.MANAGER,), methods=("POST",))
def retire(request: Request, reason_id: UUID) -> HttpResponse:
    """Offered no more."""
    actions.retire_from_list(get_object_or_404(TeamReason, id=reason_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered no more, and stays where it was used."))
    return see_other(reverse("desk:team reasons"))


@page(roles=(Role.MANAGER,), methods=("POST",))
def again(request: Request, reason_id: UUID) -> HttpResponse:
    """Offered again."""
    actions.offer_again(get_object_or_404(TeamReason, id=reason_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered again."))
    return see_other(reverse("desk:team reasons"))
