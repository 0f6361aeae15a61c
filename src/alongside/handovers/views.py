"""Whom a team hands to, and who does what: pages on which nobody is named whom we walk alongside."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.teams.models import Staff, Team
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_word, word_for
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .actions.whom import Known
from .forms import ReceiverForm, WhoDoesWhatForm
from .models import Receiver, WhoDoesWhat
from .permissions import team_that_hands_over
from .queries import boundary_with, receivers_of, who_does_what
from .words import KINDS_OF_RECEIVER

OURS = tuple(TEAM_ROLES)
KINDS = tuple(word.stored for word in KINDS_OF_RECEIVER)


@page(roles=OURS)
def receivers(request: Request) -> HttpResponse:
    """To whom the team hands something."""
    return render(request, "handovers/receivers.html", {"rows": list(receivers_of(team_that_hands_over(request.actor)))})


def _known(said: dict[str, Any]) -> Known:
    staff = said.pop("staff")
    return Known(**{("nature" if name == "what_they_are" else name): value for name, value in said.items()}, staff_id=staff.id if staff else None)


def _colleagues(request: Request) -> Any:
    today = timezone.localdate(request.now)
    roles = [Role.PARTNER.value, *(role.value for role in TEAM_ROLES)]
    seated = Staff.objects.filter(is_active=True, seats__role__in=roles, seats__since__lte=today)
    return seated.exclude(id=request.actor.id).order_by("name").distinct()


@page(roles=OURS, methods=WRITING)
def new_receiver(request: Request) -> HttpResponse:
    """Somebody more to whom the team hands."""
    sheet = Sheet(
        title=_("Somebody to hand to"),
        back=reverse("handovers:receivers"),
        kept=_("They are kept. Hand something to them on somebody’s page."),
        lead=_("A social worker by name, the duty desk, the safeguarding lead, a housing officer, a practice. Known by name, it is answered sooner."),
        draft="receiver",
    )
    known = {"what_they_are": "person"}
    return written(
        request,
        ReceiverForm,
        sheet,
        lambda said: actions.keep_receiver(_known(said), by=request.actor, at=request.now),
        initial=known,
        colleagues=_colleagues(request),
    )


def _receiver_there(request: Request, receiver_id: UUID) -> Receiver:
    found = Receiver.objects.filter(id=receiver_id, team_id=team_that_hands_over(request.actor)).first()
    if found is None:
        raise Http404
    return found


@page(roles=OURS, methods=WRITING)
def put_right(request: Request, receiver_id: UUID) -> HttpResponse:
    """Who it is, and how to reach them."""
    found = _receiver_there(request, receiver_id)
    sheet = Sheet(
        title=_("Put right: %(name)s") % {"name": found.name}, back=reverse("handovers:receivers"), kept=_("It is kept."), draft=f"receiver/{found.id}"
    )
    plain = ("kind", "name", "organisation", "email", "phone", "now", "staff")
    stands = {**{name: getattr(found, name) for name in plain}, "what_they_are": found.nature}
    return written(
        request,
        ReceiverForm,
        sheet,
        lambda said: actions.change_receiver(found, _known(said), by=request.actor, at=request.now),
        stands=stands,
        colleagues=_colleagues(request),
    )


@page(roles=OURS, methods=("POST",))
def retire(request: Request, receiver_id: UUID) -> HttpResponse:
    """Offered no more."""
    found = _receiver_there(request, receiver_id)
    actions.retire_receiver(found, by=request.actor, at=request.now)
    messages.success(request, _("They are offered no more. What is with them stays with them; put them right to offer them again."))
    return see_other(reverse("handovers:receivers"))


@page(roles=OURS)
def boundary(request: Request) -> HttpResponse:
    """Who does what: with each profession, as the team says it."""
    team_id = team_that_hands_over(request.actor)
    said = who_does_what(team_id)
    context = {"rows": [(kind, said.get(kind)) for kind in KINDS], "team": Team.objects.get(id=team_id)}
    return render(request, "handovers/who_does_what.html", context)


@page(roles=OURS, methods=WRITING)
def say_who_does_what(request: Request, kind: str) -> HttpResponse:
    """The boundary with one profession, written anew; each version stays."""
    if kind not in KINDS:
        raise Http404
    team_id = team_that_hands_over(request.actor)
    now = boundary_with(team_id, kind)
    called = say_word(word_for(kind, "handovers.KINDS_OF_RECEIVER"), request.actor.vocabulary)
    before = list(WhoDoesWhat.objects.filter(team_id=team_id, kind=kind).select_related("by").order_by("-at", "-id"))
    sheet = Sheet(
        title=_("Who does what: %(kind)s") % {"kind": called},
        back=reverse("handovers:who does what"),
        kept=_("It is kept, and what it said before stays readable."),
        lead=_("Write it together with them if you can. It is shown to both sides at the moment of handing over."),
        draft=f"who does what/{kind}",
        template="handovers/say_who_does_what.html",
        more={"versions": before},
    )
    stands = {name: getattr(now, name) if now else "" for name in ("ours", "theirs", "together")}
    return written(request, WhoDoesWhatForm, sheet, lambda said: actions.say_who_does_what(kind, **said, by=request.actor, at=request.now), stands=stands)
