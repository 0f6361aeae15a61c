"""The kinds of change that a team counts besides those of every team."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import Role
from alongside.outcomes import actions
from alongside.outcomes.models import TeamKind
from alongside.teams.models import Team
from alongside.teams.queries import run_by
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .forms.story import TeamKindForm


def _team(request: Request) -> Team:
    team = run_by(request.actor)
    if team is None:
        raise Http404
    return team


@page(roles=(Role.MANAGER,), methods=WRITING)
def team_kinds(request: Request) -> HttpResponse:
    """What the team counts of the changes that people tell, in its own words."""
    team = _team(request)
    sheet = Sheet(
        title=_("What %(team)s counts") % {"team": team.name},
        back=reverse("desk:your team"),
        then=reverse("desk:team kinds"),
        kept=_("It is on the list."),
        button=_("Add it"),
        draft="a kind of the team",
        lead=_("These words are offered beside the kinds that every team counts. One that you retire is offered no more, and stays where it was used."),
        more={"team_kinds": TeamKind.objects.filter(team=team).order_by(F("retired_on").asc(nulls_first=True), "words")},
    )
    return written(request, TeamKindForm, sheet, lambda said: actions.add_kind(team.id, said["words"], by=request.actor, at=request.now))


@page(roles=(Role.MANAGER,), methods=("POST",))
def retire(request: Request, kind_id: UUID) -> HttpResponse:
    """Offered no more."""
    actions.retire_kind(get_object_or_404(TeamKind, id=kind_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered no more, and stays where it was used."))
    return see_other(reverse("desk:team kinds"))


@page(roles=(Role.MANAGER,), methods=("POST",))
def again(request: Request, kind_id: UUID) -> HttpResponse:
    """Offered again."""
    actions.offer_kind_again(get_object_or_404(TeamKind, id=kind_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered again."))
    return see_other(reverse("desk:team kinds"))
