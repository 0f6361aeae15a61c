"""The outbox of a team: what needs one of us, what is on its way, what went."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other

from . import actions
from .models import Notice
from .out import ways_by_machine
from .queries import living_workers, notices_there
from .words import WHY_NOT

_A_LINK = re.compile(r"https?://\S+")
RUNG = ("telephone", "text")
"""Ways that one of us rings for, where no machine goes them."""
SHOWN = 100
"""Of what went, the newest."""


@page(roles=tuple(TEAM_ROLES))
def outbox(request: Request) -> HttpResponse:
    """Everything that this team sends out, what needs a hand first."""
    machine = ways_by_machine()
    open_ones = list(notices_there().filter(settled_at__isnull=True).order_by("at")) + list(notices_there().filter(state="not gone").order_by("-settled_at"))
    for one in open_ones:
        one.because_of = say(WHY_NOT.get(one.why, WHY_NOT[""]), request.actor.vocabulary)
    by_hand = [one for one in open_ones if one.state == "waiting" and one.way not in machine]
    context = {
        "uncertain": [one for one in open_ones if one.state == "may have gone"],
        "refused": [one for one in open_ones if one.state == "not gone"],
        "to_ring": [one for one in by_hand if one.way in RUNG],
        "to_post": [one for one in by_hand if one.way == "letter"],
        "to_write": [one for one in by_hand if one.way == "e-mail"],
        "on_their_way": [one for one in open_ones if one.state == "handing over" or (one.state == "waiting" and one.way in machine)],
        "went": list(notices_there().filter(state__in=["gone", "taken back"]).order_by("-settled_at")[:SHOWN]),
        "nobody_carries": bool(machine) and not living_workers(),
        "demo_sends_nothing": settings.DEMO,
    }
    return render(request, "notices/outbox.html", context)


@page(roles=tuple(TEAM_ROLES))
def to_ring(request: Request) -> HttpResponse:
    """Whom to ring and what to say, on paper: for whoever sits at the telephone."""
    waiting = notices_there().filter(state="waiting", way__in=set(RUNG) - ways_by_machine()).order_by("at")
    return render(request, "notices/to_ring.html", {"rows": list(waiting), "today": request.now})


@page(roles=tuple(TEAM_ROLES))
def letter(request: Request, notice_id: UUID) -> HttpResponse:
    """A letter as it is printed: the address where an envelope's window is, the words, and the link as a square that a camera reads."""
    found = _there(notice_id)
    if found.way != "letter":
        raise Http404
    link = _A_LINK.search(found.words)
    square = segno.make(link[0], error="m").svg_data_uri(scale=4, border=2) if link else ""
    return render(request, "notices/letter.html", {"one": found, "square": square})


def _there(notice_id: UUID) -> Notice:
    found = notices_there().filter(id=notice_id).first()
    if found is None:
        raise Http404
    return found


def _pressed(request: Request, notice_id: UUID, do: Callable[..., Any], done: str) -> HttpResponse:
    try:
        do(_there(notice_id), by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, done)
    return see_other(reverse("notices:outbox"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, notice_id: UUID) -> HttpResponse:
    """It does not go after all."""
    return _pressed(request, notice_id, actions.take_back, _("It is taken back, and does not go."))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def send_again(request: Request, notice_id: UUID) -> HttpResponse:
    """The same once more."""
    return _pressed(request, notice_id, actions.send_again, _("It goes again, as it was."))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def it_came(request: Request, notice_id: UUID) -> HttpResponse:
    """They have it."""
    return _pressed(request, notice_id, actions.it_came, _("Kept: it came."))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def done_by_hand(request: Request, notice_id: UUID) -> HttpResponse:
    """Rung, or posted."""
    return _pressed(request, notice_id, actions.done_by_hand, _("Kept: it is done."))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def could_not(request: Request, notice_id: UUID) -> HttpResponse:
    """Nobody was reached."""
    return _pressed(request, notice_id, actions.could_not, _("Kept: it could not be done. It stays here until it is."))
