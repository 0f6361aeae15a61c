"""How a team works, chosen by its manager."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import Role
from alongside.teams.actions import choose_how_we_work
from alongside.teams.queries import run_by
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .forms.your_team import YourTeamForm
from .sections import CAN_BE_LEFT_OUT


@page(roles=(Role.MANAGER,), methods=WRITING)
def your_team(request: Request) -> HttpResponse:
    """What stands on the team's pages, and when somebody has gone quiet."""
    team = run_by(request.actor)
    if team is None:
        raise Http404
    here = reverse("desk:your team")

    def do(said: dict[str, Any]) -> None:
        left_out = {section.name for section in CAN_BE_LEFT_OUT} - set(said["shown"])
        chosen = {name: said[name] for name in ("quiet_after_days", "asks", "asks_people")}
        choose_how_we_work(team, left_out=left_out, **chosen, by=request.actor, at=request.now)

    sheet = Sheet(
        title=_("How %(team)s works") % {"team": team.name},
        back=reverse("desk:today"),
        then=here,
        kept=_("It is kept. Everybody in the team sees it from their next page on."),
        more={"keeps_reasons": True},
        lead=_("Nothing that is written is ever hidden: a part that you leave out comes back where something stands in it."),
    )
    initial: dict[str, Any] = {
        "quiet_after_days": team.quiet_after_days,
        "shown": [section.name for section in CAN_BE_LEFT_OUT if section.name not in team.left_out],
    }
    initial |= {"asks": team.asks, "asks_people": team.asks_people}
    return written(request, YourTeamForm, sheet, do, stands=initial)
