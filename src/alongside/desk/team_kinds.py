"""The kinds of change that a team counts besides those of every team."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from alongside.foundation.actor import Role
from alongside.outcomes import actions
from alongside.outcomes.models import TeamKind
from alongside.web.pages import WRITING, Request, page

from .forms.story import TeamKindForm
from .team_lists import TeamList, offered_again, retired, shown

COUNTED = TeamList(
    route="desk:team kinds",
    model=TeamKind,
    form=TeamKindForm,
    shown_as="team_kinds",
    title=_("What %(team)s counts"),
    lead=_("These words are offered beside the kinds that every team counts. One that you retire is offered no more, and stays where it was used."),
    draft="a kind of the team",
    add=lambda team_id, said, by, at: actions.add_kind(team_id, said["words"], by=by, at=at),
    retire=actions.retire_kind,
    offer_again=actions.offer_kind_again,
)


@page(roles=(Role.MANAGER,), methods=WRITING)
def team_kinds(request: Request) -> HttpResponse:
    """What the team counts of the changes that people tell, in its own words."""
    return shown(request, COUNTED)


@page(roles=(Role.MANAGER,), methods=("POST",))
def retire(request: Request, kind_id: UUID) -> HttpResponse:
    """Offered no more."""
    return retired(request, COUNTED, kind_id)


@page(roles=(Role.MANAGER,), methods=("POST",))
def again(request: Request, kind_id: UUID) -> HttpResponse:
    """Offered again."""
    return offered_again(request, COUNTED, kind_id)
