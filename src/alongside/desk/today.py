"""The day: who to meet, what was promised, what others asked, who has gone quiet; and what was left unfinished."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.opening import all_in_sight, leave_a_look
from alongside.access.queries import yes_ending
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.queries import ToldWaiting, told_waiting
from alongside.notices.waiting import how_many_need_us
from alongside.teams.queries import days_of_quiet, walking_beside
from alongside.web.actions import bring_back
from alongside.web.actions import throw_away as set_aside
from alongside.web.models import Draft
from alongside.web.pages import Request, page
from alongside.web.queries import THROWN_AWAY, thrown_away_last, unfinished
from alongside.web.vocabulary import say
from alongside.web.writing import see_other

from .days import day_of, people_in
from .left import lines_of
from .words import UNFINISHED

_IN_ORDER = (
    *("unanswered", "visits", "introduced", "waits", "looks_back", "asked", "promised"),
    *("papers", "something_now", "wishes_kept", "near", "quiet", "not_right", "late_barriers"),
)


@page(roles=tuple(TEAM_ROLES))
def today(request: Request) -> HttpResponse:
    """Where a coordinator's day begins; or a colleague's day (`?of=`), for whoever looks after things while they are away."""
    on = timezone.localdate(request.now)
    beside = walking_beside(request.actor, on=on)
    whose = next((colleague for colleague in beside if str(colleague.id) == request.GET.get("of")), None)
    day = day_of(whose.id if whose else request.actor.id, today=on, quiet_after_days=days_of_quiet(request.actor))
    ending = yes_ending(whose.id if whose else request.actor.id, on=on)
    shown = [*dict.fromkeys([*people_in(day), *(one.person_id for one in ending)])]
    if shown:
        leave_a_look(request, "same team" if whose else "their day", *shown)
    parts = {name: day[name] or [] for name in _IN_ORDER}
    soon: dict[str, list[Any]] = {"met_today": [], "met_before": [], "met_later": []}
    for visit in parts.pop("visits"):
        soon[_when(visit["on"], on)].append(visit)
    for one in parts["quiet"]:
        one["because"] = say(one["quiet"].because, request.actor.vocabulary, **one["quiet"].parts)
    meetings = [] if whose else day["meetings"]
    groups_told = ToldWaiting([], []) if whose else told_waiting()
    outbox = 0 if whose else how_many_need_us()
    nothing = not any([outbox, *groups_told, meetings, ending, day["handed"], *parts.values(), *soon.values()])
    unfinished_here = 0 if whose else day["unfinished"]
    context = {
        "today": on,
        "nothing": nothing,
        "unfinished": unfinished_here,
        "whose": whose,
        "colleagues": beside,
        "covered_by": day["covered_by"],
        "handed": day["handed"],
        "yes_ending": ending,
        "groups_told": groups_told,
        "at_meetings": meetings,
        "more_wishes": day["more_wishes"],
        "outbox_needs": outbox,
    }
    return render(request, "desk/today.html", {**context, **parts, **soon})


def _when(day: date, on: date) -> str:
    return "met_today" if day == on else "met_before" if day < on else "met_later"


@page(roles=tuple(TEAM_ROLES))
def drafts(request: Request) -> HttpResponse:
    """What was left unfinished, by nobody but the one who asks."""
    found = list(unfinished(request.actor)[:100])
    about = {one.id: one for one in all_in_sight({draft.person_id for draft in found if draft.person_id})}
    if about:
        leave_a_look(request, "a note", *about)
    for draft in found:
        draft.called = _called(draft, request)
        draft.about = about.get(draft.person_id)
        draft.lines = lines_of(draft, request.actor.vocabulary)
    gone = thrown_away_last(request.actor)
    return render(request, "desk/unfinished.html", {"drafts": found, "thrown_away": _called(gone, request) if gone else ""})


def _called(draft: Draft, request: Request) -> str:
    name = draft.form.removeprefix(THROWN_AWAY).split("/")[0]
    return say(UNFINISHED[name], request.actor.vocabulary) if name in UNFINISHED else name


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def throw_away(request: Request, draft_id: UUID) -> HttpResponse:
    """Forget a draft."""
    draft = Draft.objects.filter(id=draft_id, writer_id=request.actor.id).first()
    if draft is not None:
        set_aside(draft, by=request.actor, at=request.now)
        messages.success(request, _("It is thrown away. You can bring it back."), extra_tags=f"{draft.form}:{draft.person_id or ''}")
    return see_other(reverse("desk:unfinished"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def back_again(request: Request) -> HttpResponse:
    """What was thrown away last is among the unfinished again, unless something else was begun in its place."""
    gone = thrown_away_last(request.actor)
    if gone is not None and bring_back(gone, by=request.actor, at=request.now):
        messages.success(request, _("It is back."))
    elif gone is not None:
        messages.success(request, _("Something else was begun in its place since: save that or throw it away first."))
    return see_other(reverse("desk:unfinished"))
