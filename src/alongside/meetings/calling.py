"""The series of a team: all of them, one with its table and its days, and the sheets on which they are written down."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.meeting import how_often
from alongside.foundation.actor import TEAM_ROLES
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .actions.series import Called
from .days import next_days
from .forms import SeriesForm
from .models import Meeting, Series
from .permissions import keeps_meeting
from .queries import as_listed, seats_of, series_there, undecided

COMING = 6
"""Days to come on a series' own page."""


def series_of_ours(request: Request, series_id: UUID) -> Series:
    """A series that the one who asks may see, or no such page."""
    found = series_there().filter(id=series_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES))
def all_series(request: Request) -> HttpResponse:
    """Every series that the team calls, or at whose table one sits."""
    today = timezone.localdate(request.now)
    rows = sorted(as_listed(series_there(), today=today), key=lambda one: (one.open is None and one.due is None, not one.waiting, one.series.name))
    return render(request, "meetings/all.html", {"rows": rows, "today": today})


def localities_of(request: Request) -> Any:
    """The neighbourhoods of the team, in one of which a meeting may be."""
    return Locality.objects.filter(teams__in=Team.objects.filter(id=request.actor.team_id))


def _called(said: dict[str, Any]) -> Called:
    place = said.pop("locality")
    return Called(**said, locality_id=place.id if place else None)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def new(request: Request) -> HttpResponse:
    """A meeting that comes again."""
    made: list[Series] = []
    sheet = Sheet(
        title=_("A meeting that comes again"),
        back=reverse("meetings:all"),
        kept=_("The meeting is kept. Say next who sits at its table."),
        lead=_("A locality’s planning meeting, a GP practice’s meeting, any table of several professions. Bank holidays are left out, and said so."),
        draft="series",
    )

    def do(said: dict[str, Any]) -> None:
        made.append(actions.call_series(_called(said), by=request.actor, at=request.now))

    places = localities_of(request)
    known = {"kind": "locality", "rhythm": "fortnightly", "nation": "ENG", "basis": "their yes", "locality": places[0] if len(places) == 1 else None}
    answer = written(request, SeriesForm, sheet, do, initial=known, localities=places)
    return see_other(reverse("meetings:series", args=[made[0].id])) if made else answer


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_right(request: Request, series_id: UUID) -> HttpResponse:
    """Its rhythm, its place, what may be told there."""
    found = series_of_ours(request, series_id)
    sheet = Sheet(
        title=_("Put right “%(name)s”") % {"name": found.name},
        back=reverse("meetings:series", args=[found.id]),
        kept=_("It is kept. Meetings that have a list already stay on their days."),
        draft=f"series/{found.id}",
    )
    rhythm, which = how_often(found.rule)
    plain = ("name", "kind", "locality", "starts_on", "nation", "starts_at", "minutes", "place", "call_link", "chair", "may_tell", "basis", "last_day")
    stands = {**{name: getattr(found, name) for name in plain}, "rhythm": rhythm, "which": which}
    return written(
        request,
        SeriesForm,
        sheet,
        lambda said: actions.change_series(found, _called(said), by=request.actor, at=request.now),
        stands=stands,
        localities=localities_of(request),
    )


@page(roles=tuple(TEAM_ROLES))
def series(request: Request, series_id: UUID) -> HttpResponse:
    """Its table, its next days, and those that were."""
    found = series_of_ours(request, series_id)
    today = timezone.localdate(request.now)
    meetings = {one.on: one for one in Meeting.objects.filter(series=found).order_by("-on")}
    for one in meetings.values():
        one.series = found
    undecided_ones = undecided(found, today=today)
    waiting = [one.proposal.on for one in undecided_ones]
    days = next_days(found.meets, found.nation, today, COMING)
    context = {
        "series": found,
        "how": how_often(found.rule),
        "days": [(day, meetings.get(day.on), waiting.count(day.on)) for day in days],
        "too_late": [one for one in undecided_ones if one.late] if keeps_meeting(request.actor, found.team_id) else [],
        "before": [one for on, one in meetings.items() if on < today],
        "seats": list(seats_of(found, on=today)),
    }
    return render(request, "meetings/series.html", context)
