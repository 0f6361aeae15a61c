"""Handing everything of a colleague's over for good: what goes with whom before it is done, what went after, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.journeys import actions, handing
from alongside.journeys.models import HandedOver, HandOver
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import Sheet, see_other, written

from . import words
from .forms.cover import EVERYBODY
from .forms.handing import HandOverForm


def _managed(actor: Actor) -> list[UUID]:
    return [seat.team_id for seat in actor.seats if seat.role == Role.MANAGER]


@page(roles=(Role.MANAGER,), methods=WRITING)
def hand_over(request: Request, giver_id: UUID) -> HttpResponse:
    """From a day on, another coordinator is there for a colleague's people: all that the manager may see, or those they tick."""
    on, managed = timezone.localdate(request.now), _managed(request.actor)
    giver = Staff.objects.filter(id=giver_id).first()
    teams = set(managed) & set(handing.teams_worked_in(giver.id)) if giver else set()
    if giver is None or not teams:
        raise Http404
    goes = handing.what_goes(handing.walks_of(giver.id, teams), giver.id, None, since=on)
    if goes:
        leave_a_look(request, "same team", *(one.person.id for one in goes))
    done: list[HandOver] = []
    sheet = Sheet(
        title=_("Hand %(name)s’s people over for good") % {"name": giver.name},
        back=reverse("desk:cover"),
        kept=_("They are handed over. This page says what went over, and takes it back if it was a mistake."),
        button=_("Hand them over"),
        lead=say(words.WHAT_HANDING_OVER_DOES, request.actor.vocabulary, name=giver.name),
        draft=f"hand-over/{giver.id}",
        template="desk/hand_over.html",
        more={"giver": giver, "goes": goes},
    )

    def do(said: dict[str, Any]) -> None:
        made = actions.hand_over(
            giver.id,
            said["taker"].id,
            since=said["since"],
            people=[person.id for person in said.get("people") or ()],
            everybody=said["whom"] == EVERYBODY,
            words=said["words"],
            by=request.actor,
            at=request.now,
        )
        done.append(made)

    takers = handing.could_take(teams, on=on).exclude(id=giver.id)
    answer = written(request, HandOverForm, sheet, do, initial={"whom": EVERYBODY, "since": on}, takers=takers, goes=goes)
    return see_other(reverse("desk:handed over", args=[done[0].id])) if done else answer


def _seen(request: Request, hand_over_id: UUID) -> HandOver:
    """A hand-over for whoever may see one of those whom it concerns; to anybody else it does not exist."""
    found = HandOver.objects.select_related("giver", "taker", "by", "undone_by").filter(id=hand_over_id).first()
    if found is None or not HandedOver.objects.filter(hand_over=found).exists():
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES))
def handed_over(request: Request, hand_over_id: UUID) -> HttpResponse:
    """What went over with whom, and what undoing it would do."""
    found = _seen(request, hand_over_id)
    people = handing.what_comes_back(found)
    leave_a_look(request, "same team", *(one.handed.person_id for one in people))
    today = timezone.localdate(request.now)
    context = {
        "made": found,
        "people": people,
        "hidden": handing.kept_from(found.taker_id, [one.handed.person_id for one in people], on=today),
        "to_come": found.since > today,
        "may_undo": bool(handing.handed_in(found, set(_managed(request.actor)) & set(handing.teams_worked_in(found.giver_id)))),
    }
    return render(request, "desk/handed_over.html", context)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, hand_over_id: UUID) -> HttpResponse:
    """It was a mistake: everybody who is still with whoever took over goes back."""
    actions.take_back_hand_over(_seen(request, hand_over_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back, and everything stands as it was."))
    return see_other(reverse("desk:cover"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def read(request: Request, hand_over_id: UUID) -> HttpResponse:
    """Whoever takes over has read of it."""
    actions.read_of_hand_over(_seen(request, hand_over_id), by=request.actor, at=request.now)
    messages.success(request, _("Good. It stands on their pages, too."))
    return see_other(reverse("desk:today"))
