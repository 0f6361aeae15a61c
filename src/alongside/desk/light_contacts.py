"""Light contacts with nobody named: the team's list, taken back or brought back, and put on somebody's page once it is known who it was."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.journeys import actions
from alongside.journeys.models import Nameless
from alongside.trail.doing import one_at_a_time
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other

from . import words
from .choosing import TICKS, called, choices, likely, looked_for, ticked_in
from .forms.noting import FindForm

SHOWN = 100


def _contact(request: Request, contact_id: UUID) -> Nameless:
    if request.method == "POST":
        one_at_a_time(contact_id)
    contact = Nameless.objects.filter(id=contact_id).select_related("by", "locality").first()
    if contact is None:
        raise Http404
    return contact


@page(roles=tuple(TEAM_ROLES))
def light_contacts(request: Request) -> HttpResponse:
    """What the team counted without a name, the newest first."""
    found = list(Nameless.objects.select_related("by", "locality").order_by("-on", "-at")[: SHOWN + 1])
    return render(request, "desk/light_contacts.html", {"contacts": found[:SHOWN], "more": len(found) > SHOWN})


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, contact_id: UUID) -> HttpResponse:
    """It was written down by mistake; or it counts after all."""
    contact = _contact(request, contact_id)
    if contact.ended_as == "taken back":
        actions.bring_back_nameless(contact, by=request.actor, at=request.now)
        messages.success(request, _("It is back."))
    else:
        actions.take_back_nameless(contact, by=request.actor, at=request.now)
        messages.success(request, _("It is taken back, and counts no longer. You can bring it back."))
    return see_other(reverse("desk:light contacts"))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def known_after_all(request: Request, contact_id: UUID) -> HttpResponse:
    """We know now who it was: look for them, and put it on their page."""
    contact = _contact(request, contact_id)
    ticked = ticked_in(request.POST)
    wrong = ""
    if request.method == "POST" and "look" not in request.POST:
        if len(ticked) == 1:
            (key,) = ticked
            opened = open_person(request, key)
            actions.it_was(contact, opened.person, only=ticked[key], by=request.actor, at=request.now)
            messages.success(request, say(words.ON_THEIR_PAGE_NOW, request.actor.vocabulary))
            return see_other(reverse("desk:person", args=[key]) + "#story")
        wrong = say(words.TICK_ONE, request.actor.vocabulary)
    form = FindForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    if wrong:
        form.add_error("find", wrong)
    typed = request.POST.get("find", "")
    found = called(typed)
    shown = choices(request, ticked, found or likely(request))
    context = {"contact": contact, "form": form, "choices": shown, "ticks": TICKS, **looked_for(typed, found)}
    return render(request, "desk/known_after_all.html", context, status=422 if wrong else 200)
