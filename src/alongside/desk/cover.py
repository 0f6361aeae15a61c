"""Who is away and who covers: for whoever is away, whoever covers, and the manager who sees that nobody is left alone."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.access import actions, covers
from alongside.access.models import Cover
from alongside.access.opening import leave_a_look
from alongside.access.words import THEY_OR_THEIR_MANAGER
from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.journeys import handing
from alongside.teams.models import Staff
from alongside.teams.queries import seats_on
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import Sheet, see_other, written

from . import words
from .days import people_in
from .forms.cover import EVERYBODY, CoverForm, LastDayForm
from .reading import with_dates


@page(roles=tuple(TEAM_ROLES))
def cover(request: Request) -> HttpResponse:
    """Who is away, who covers, whose people have nobody, which visits nobody will make, what those away promised."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_cover(%s::uuid[])", [[seat.team_id for seat in request.actor.seats if seat.role in TEAM_ROLES]])
        (found,) = cursor.fetchone()
    known: dict[str, Any] = json.loads(found, object_hook=with_dates)
    hidden = [one for absence in known["away"] or () for one in absence["hidden"] or ()]
    shown = sorted({*people_in(known), *(UUID(one["person"]) for one in hidden)})
    if shown:
        leave_a_look(request, "same team", *shown)
    colleagues = _may_arrange_for(request.actor, request.now)
    mine = {str(colleague.id) for colleague in colleagues}
    for absence in known["away"] or []:
        absence["is_mine"] = absence["away_id"] in mine
    ended = Cover.objects.filter(id=request.session.get(JUST_ENDED) or UUID(int=0), ended_by_id=request.actor.id, until__gt=timezone.localdate(request.now))
    managed = [seat.team_id for seat in request.actor.seats if seat.role == Role.MANAGER]
    since = timezone.localdate(request.now) - HANDED_LATELY
    handed = {"could_give": handing.could_give(managed), "handed_over": handing.hand_overs_seen_by(request.actor.id, managed, after=since)}
    context = {
        **known,
        **handed,
        # Who lacks cover today stands first; nobody is drowned among those who are nobody's yet.
        "nobody": [one for one in known["nobody"] or () if one["away"]],
        "unassigned": [one for one in known["nobody"] or () if not one["away"]],
        "colleagues": colleagues,
        "today": timezone.localdate(request.now),
        "just_ended": ended.select_related("away", "covering").first(),
    }
    return render(request, "desk/cover.html", context)


HANDED_LATELY = timedelta(days=28)
"""How long it stands on the page that somebody was handed over."""
JUST_ENDED = "cover just ended"
"""In the session: the cover that may be gone on with, for whoever pressed too soon."""


def _may_arrange_for(actor: Actor, now: Any) -> list[Staff]:
    """Oneself, then those whose manager one is."""
    on = timezone.localdate(now)
    managed = [seat.team_id for seat in actor.seats if seat.role == Role.MANAGER]
    walking = seats_on(on).filter(team_id__in=managed, role__in=TEAM_ROLES).values("staff_id")
    others = Staff.objects.filter(id__in=walking).exclude(id=actor.id).order_by("name")
    return [*Staff.objects.filter(id=actor.id), *others]


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def arrange(request: Request) -> HttpResponse:
    """Hand everything of a colleague's over for dates: oneself, or (`?of=`) a colleague whose manager one is."""
    on = timezone.localdate(request.now)
    of = request.GET.get("of") or str(request.actor.id)
    away = next((colleague for colleague in _may_arrange_for(request.actor, request.now) if str(colleague.id) == of), None)
    if away is None:
        raise Http404
    people = covers.people_of(away.id, on=on)
    if people.exists():
        leave_a_look(request, "walks alongside" if away.id == request.actor.id else "same team", *people.values_list("id", flat=True))
    own = away.id == request.actor.id
    sheet = Sheet(
        title=_("I am away") if own else _("%(name)s is away") % {"name": away.name},
        back=reverse("desk:cover"),
        kept="",
        button=_("Keep it"),
        lead=say(words.WHAT_COVER_DOES, request.actor.vocabulary),
        template="desk/arrange_cover.html",
        more={"away": away, "protected": people.filter(id__in=covers.protected_of(away.id, on=on))},
    )

    def do(said: dict[str, Any]) -> None:
        covering = said["covering"]
        made = actions.arrange_cover(
            away.id,
            covering.id if covering else None,
            since=said["since"],
            last_day=said["last_day"],
            people=[person.id for person in said.get("people") or ()],
            everybody=said["whom"] == EVERYBODY,
            by=request.actor,
            at=request.now,
        )
        said_how = {"name": covering.name if covering else "", "away": away.name, "day": date_format(made.until - (made.until - said["last_day"]), "j F Y")}
        messages.success(
            request,
            (_("%(name)s covers for %(away)s until %(day)s. It ends by itself.") if covering else _("%(away)s is away until %(day)s, and nobody covers yet."))
            % said_how,
        )
        if hidden := covers.hidden_from_cover(made, on=on):
            names = ", ".join(str(person) for person in hidden)
            messages.warning(request, say(words.COVER_DOES_NOT_SEE, request.actor.vocabulary, name=said_how["name"], names=names))

    return written(
        request, CoverForm, sheet, do, initial={"whom": EVERYBODY}, colleagues=covers.could_cover(request.actor, on=on).exclude(id=away.id), people=people
    )


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def last_day(request: Request, cover_id: UUID) -> HttpResponse:
    """Back sooner, or away longer."""
    found = _theirs(request, cover_id)
    if found.away_id not in {colleague.id for colleague in _may_arrange_for(request.actor, request.now)}:
        raise NotYours(THEY_OR_THEIR_MANAGER)
    sheet = Sheet(
        title=_("Until when is %(name)s away?") % {"name": found.away.name},
        back=reverse("desk:cover"),
        kept=_("The last day is changed."),
        lead=_("Whoever covers sees these people until the day that you write, and nobody has to end it."),
    )

    def do(said: dict[str, Any]) -> None:
        actions.change_last_day(found, said["last_day"], by=request.actor, at=request.now)

    return written(request, LastDayForm, sheet, do, stands={"last_day": found.until - timedelta(days=1)})


def _theirs(request: Request, cover_id: UUID) -> Cover:
    found = Cover.objects.select_related("away", "covering").filter(id=cover_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end(request: Request, cover_id: UUID) -> HttpResponse:
    """They are back, or it was a mistake."""
    found = actions.end_cover(_theirs(request, cover_id), by=request.actor, at=request.now)
    request.session[JUST_ENDED] = str(found.id)
    messages.success(request, _("It is ended."))
    return see_other(reverse("desk:cover"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def go_on(request: Request, cover_id: UUID) -> HttpResponse:
    """It was ended too soon."""
    actions.go_on_with_cover(_theirs(request, cover_id), by=request.actor, at=request.now)
    request.session.pop(JUST_ENDED, None)
    messages.success(request, _("It goes on."))
    return see_other(reverse("desk:cover"))
