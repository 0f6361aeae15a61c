"""The week on one page, and the letter that says once a week how much of it waits: never about whom."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES
from alongside.teams.actions import choose_letter
from alongside.teams.queries import WITHOUT_A_TEAM, letter_of, team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import Sheet, written

from . import words
from .digest import A_WEEK, week_of
from .forms.settings import LetterForm


@page(roles=tuple(TEAM_ROLES))
def this_week(request: Request) -> HttpResponse:
    """Who has gone quiet, what is due, awaited and promised, who covers, what people ask: each line leads to where it is done."""
    on = timezone.localdate(request.now)
    team = team_of(request.actor)
    days = team.quiet_after_days if team else WITHOUT_A_TEAM
    parts = week_of(request.actor.id, today=on, quiet_after_days=days, vocabulary=request.actor.vocabulary)
    shown = sorted({UUID(row["person"]) for part in parts for row in part.rows if "person" in row})
    if shown:
        leave_a_look(request, "their day", *shown)
    for part in parts:
        for row in part.rows if part.name == "quiet" else ():
            row["because"] = say(row["quiet"].because, request.actor.vocabulary, **row["quiet"].parts)
    return render(request, "desk/this_week.html", {"parts": parts, "today": on, "last_day": on + A_WEEK})


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def your_settings(request: Request) -> HttpResponse:
    """Whether and on which day of the week a letter comes."""
    held = letter_of(request.actor.id)
    sheet = Sheet(
        title=_("Your settings"),
        back=reverse("desk:this week"),
        then=reverse("desk:your settings"),
        kept=_("It is kept."),
        lead=say(words.WHAT_THE_LETTER_SAYS, request.actor.vocabulary),
    )

    def do(said: dict[str, Any]) -> None:
        choose_letter(wanted=said["wanted"] == "yes", weekday=int(said["weekday"]), by=request.actor, at=request.now)

    return written(request, LetterForm, sheet, do, stands={"wanted": "yes" if held.wanted else "no", "weekday": str(held.weekday)})
