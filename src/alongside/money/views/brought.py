"""What came in beside what was spent: written, and taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.models import Group
from alongside.places.models import Locality
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions, books
from ..spending_forms import BroughtForm


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def write(request: Request) -> HttpResponse:
    """Money in, something in kind, money that came because this was there."""
    team = team_of(request.actor)
    if team is None:
        raise Http404
    sheet = Sheet(title=_("What came in"), back=reverse("money:year"), kept=_("It is kept, and stands in the year."), draft="brought")

    def do(said: dict[str, Any]) -> None:
        kind, words, pence, on = (said.pop(name) for name in ("kind", "words", "pence", "on"))
        actions.write_brought(team, kind, words, pence, on, **said, by=request.actor, at=request.now)

    groups = Group.objects.filter(team=team).order_by("name")
    known = {"group": request.GET.get("group", "")}
    return written(request, BroughtForm, sheet, do, initial=known, localities=Locality.objects.filter(teams=team), groups=groups)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, brought_id: UUID) -> HttpResponse:
    """It did not come, or stands there twice."""
    found = get_object_or_404(books.brought_there(request.actor), id=brought_id)
    actions.take_back_brought(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("money:year"))
