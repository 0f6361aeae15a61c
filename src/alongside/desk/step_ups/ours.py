"""Our side: whom to hand to, with who does what beside it; what was handed over; and each turn of ours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.actions import step_up as hand_over_with_their_word
from alongside.access.opening import leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.handovers.actions.ours import A_QUARTER
from alongside.handovers.models import StepUp
from alongside.handovers.queries import boundary_with, is_late, receivers_of, who_does_what
from alongside.handovers.rules import AUDIENCES
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from ..forms.step_ups import HandOverForm, SayForm
from .finding import exchange, ours

OURS = tuple(TEAM_ROLES)
SEEN_FIRST = tuple(dict.fromkeys((*AUDIENCES, "housing officer", "other")))
SAME_TEAM = "same team"
LATELY = timedelta(days=28)
"""How long what has ended stays on the list."""


def here(found: StepUp) -> str:
    """The page of one hand-over, as our side sees it."""
    return reverse("desk:step up", args=[found.person_id, found.id])


@page(roles=OURS)
def whom(request: Request, person_id: UUID) -> HttpResponse:
    """Whom to hand to; with each profession, what is ours, what is theirs, and what we do together."""
    opened = open_person(request, person_id)
    team_id = request.actor.team_id
    known = list(receivers_of(team_id)) if team_id else []
    said = who_does_what(team_id) if team_id else {}
    kinds = [(kind, said.get(kind), [one for one in known if one.kind == kind]) for kind in SEEN_FIRST]
    shown = [row for row in kinds if row[1] or row[2]]
    return render(request, "desk/step_ups/whom.html", {"person": opened, "kinds": shown, "nobody": not known})


@page(roles=OURS, methods=WRITING)
def hand_over(request: Request, person_id: UUID, receiver_id: UUID) -> HttpResponse:
    """What is handed over to this one."""
    opened = open_person(request, person_id)
    team_id = request.actor.team_id
    to = receivers_of(team_id).filter(id=receiver_id).first() if team_id else None
    if to is None:
        raise Http404
    form = HandOverForm(
        request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary, initial=_begun(to.kind, to.now or to.phone, request)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = hand_over_with_their_word(opened.person, to, form.given(), by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            drop_draft(f"hand over/{to.id}", opened.id, by=request.actor)
            messages.success(request, _("It is handed over. Send them their link next, or ring."), extra_tags=f"hand over/{to.id}:{opened.id}")
            return see_other(reverse("desk:step up link", args=[opened.id, made.id]))
    context = {"person": opened, "to": to, "form": form, "boundary": boundary_with(to.team_id, to.kind)}
    context["draft"] = draft_of(f"hand over/{to.id}", opened.id, by=request.actor) if request.method != "POST" else None
    return render(request, "desk/step_ups/hand_over.html", context, status=422 if form.errors else 200)


def _begun(kind: str, now: str, request: Request) -> dict[str, Any]:
    lead = kind == "safeguarding lead"
    today = timezone.localdate(request.now)
    begun = {"kind": "safeguarding" if lead else "piece of work", "ground": "safeguarding" if lead else "their yes", "how": "aloud"}
    return {**begun, "urgent": lead, "answer_on": today if lead else None, "reach_now": now, "until": today + A_QUARTER}


@page(roles=OURS)
def everything(request: Request) -> HttpResponse:
    """All that is with others now, what is late first; then what came back lately."""
    found = list(StepUp.objects.select_related("person", "receiver", "by").filter(Q(ended_at__isnull=True) | Q(ended_at__gt=request.now - LATELY)))
    if found:
        leave_a_look(request, SAME_TEAM, *{step_up.person_id for step_up in found})
    rows = [(step_up, is_late(step_up, now=request.now)) for step_up in found]
    rows.sort(key=lambda row: (not row[0].is_open, not row[1], row[0].answer_by is None, row[0].answer_by or row[0].at, row[0].at))
    return render(request, "desk/step_ups/all.html", {"rows": rows})


@page(roles=OURS)
def one(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """One hand-over: what it is, where it stands, what both sides said."""
    opened, found = ours(request, person_id, step_up_id)
    context = {"person": opened, "step_up": found, "exchange": exchange(found, now=request.now), "say_form": SayForm(vocabulary=request.actor.vocabulary)}
    context["draft"] = draft_of(f"said in hand-over/{found.id}", opened.id, by=request.actor)
    return render(request, "desk/step_ups/one.html", {**context, "back": reverse("desk:person", args=[opened.id])})
