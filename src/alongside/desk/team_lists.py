"""A list of words that a team keeps beside those of every team: a manager adds to it, retires a line, and offers it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.contrib import messages
from django.db.models import F, Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import Actor
from alongside.teams.models import Team
from alongside.teams.queries import run_by
from alongside.web.boxes import Form
from alongside.web.pages import Request
from alongside.web.writing import Sheet, see_other, written


class Deed(Protocol):
    """Retires a line, or offers it again."""

    def __call__(self, line: Any, /, *, by: Actor, at: datetime) -> object: ...


@dataclass(frozen=True)
class TeamList:
    """One such list: where it stands, what its page says, and what is done with it. `title` holds the team's name as %(team)s."""

    route: str
    model: type[Model]
    form: type[Form]
    shown_as: str
    """Under which name its page finds the lines."""
    title: Any
    lead: Any
    draft: str
    add: Callable[[UUID, dict[str, Any], Actor, datetime], object]
    retire: Deed
    offer_again: Deed


def shown(request: Request, of: TeamList) -> HttpResponse:
    """The list, and a form for one line more; what is retired stands last."""
    team = _team(request)
    sheet = Sheet(
        title=of.title % {"team": team.name},
        back=reverse("desk:your team"),
        then=reverse(of.route),
        kept=_("It is on the list."),
        button=_("Add it"),
        draft=of.draft,
        lead=str(of.lead),
        more={of.shown_as: of.model._default_manager.filter(team=team).order_by(F("retired_on").asc(nulls_first=True), "words")},
    )
    return written(request, of.form, sheet, lambda said: of.add(team.id, said, request.actor, request.now))


def retired(request: Request, of: TeamList, line_id: UUID) -> HttpResponse:
    """Offered no more."""
    of.retire(get_object_or_404(of.model, id=line_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered no more, and stays where it was used."))
    return see_other(reverse(of.route))


def offered_again(request: Request, of: TeamList, line_id: UUID) -> HttpResponse:
    """Offered as before."""
    of.offer_again(get_object_or_404(of.model, id=line_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is offered again."))
    return see_other(reverse(of.route))


def _team(request: Request) -> Team:
    team = run_by(request.actor)
    if team is None:
        raise Http404
    return team
