"""How often to be in touch, as agreed with somebody; and who has gone quiet by that."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import open_person
from alongside.journeys.actions import agree_rhythm
from alongside.journeys.models import Rhythm
from alongside.journeys.rhythm import Agreed, Quiet, how_quiet
from alongside.teams.queries import WITHOUT_A_TEAM
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import written

from . import words
from .forms.rhythm import RhythmForm


@page(methods=WRITING)
def rhythm(request: Request, person_id: UUID) -> HttpResponse:
    """What was agreed about being in touch; the newest holds."""
    opened = open_person(request, person_id)
    held = Rhythm.objects.filter(person_id=opened.id).order_by("-at", "-id").first()
    sheet = sheet_of(opened, say(words.RHYTHM_FOR, request.actor.vocabulary, name=opened.called), _("It is kept."), draft="rhythm", at="rhythm")

    def do(said: dict[str, Any]) -> None:
        told = said.pop("words")
        agree_rhythm(opened.person, Agreed(**said), words=told, by=request.actor, at=request.now)

    initial = {"kind": held.kind, "every_days": held.every_days, "not_before": held.not_before, "words": held.words} if held else {"kind": "as it comes"}
    return written(request, RhythmForm, sheet, do, stands=initial)


def quiet_by(touch: dict[str, Any], *, today: date, team_days: int | None = None) -> Quiet:
    """Whether somebody has gone quiet, from what the database knows of it (`sql/also.sql`, `sql/day.sql`)."""
    contacts = [date.fromisoformat(day) for day in [*(touch["contacts"] or ()), *(touch["met"] or ())]]
    agreed = touch["agreed"]
    return how_quiet(
        contacts,
        Agreed(agreed["kind"], agreed["every_days"], agreed["not_before"]) if agreed else None,
        team_days=team_days or touch.get("team_days") or WITHOUT_A_TEAM,
        today=today,
        next_visit=touch["next_visit"],
    )


def gone_quiet(asked: list[dict[str, Any]], *, today: date, team_days: int, many: int = 20) -> list[dict[str, Any]]:
    """Those among these who have gone quiet, the longest by their own measure first, each with why."""
    judged = [(quiet_by(one["touch"], today=today, team_days=team_days), one) for one in asked]
    late = sorted(((quiet, one) for quiet, one in judged if quiet.is_quiet), key=lambda pair: (-pair[0].over, pair[1]["name"]))
    return [{"person": one["person"], "name": one["name"], "stands": one["stands"], "quiet": quiet} for quiet, one in late[:many]]
