"""A taster day by name: who is asked, who came and what they said; letters and a list of telephones to print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups import actions
from alongside.groups.models import Guest, Taster
from alongside.groups.tasters import taster_there
from alongside.groups.words import TICK_SOMEBODY
from alongside.people.models import Whereabouts
from alongside.teams.models import Staff
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.telephones import pieces
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from .choosing import TICKS, called, choices, likely, looked_for, ticked_in
from .forms.groups import AskedForm, GuestForm
from .in_group import names_shown


def _guests(request: Request, taster: Taster, *told: str) -> list[tuple[Guest, Opened]]:
    rows = Guest.objects.filter(taster=taster, **({"told__in": told} if told else {})).order_by("at", "id")
    found = list(rows)
    seen = names_shown(request, (row.person_id for row in found))
    return sorted(((row, seen[row.person_id]) for row in found if row.person_id in seen), key=lambda pair: pair[1].called)


WAYS = {"letter": ("letter",), "telephone": ("telephone", "text"), "aloud": ("aloud",)}
"""The lists from which people are told, and how each is."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def guests(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """Who is asked to it and how; find others to ask."""
    taster = taster_there(group_id, taster_id)
    ticked = ticked_in(request.POST)
    form = AskedForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary, initial={"told": "aloud"})
    typed = request.POST.get("find", "")
    found = called(typed)
    shown = choices(request, ticked, found or likely(request)) if request.method == "POST" or "add" in request.GET else []
    saving = request.method == "POST" and "look" not in request.POST
    chosen = [one.person for one in shown if one.ticked]
    if saving and form.is_valid() and chosen:
        for one in chosen:
            actions.ask_to_taster(taster, one.person, form.cleaned_data["told"], by=request.actor, at=request.now)
        messages.success(request, _("They are on the list."))
        return see_other(reverse("desk:guests", args=[group_id, taster_id]))
    if saving and not chosen:
        form.add_error(None, say(TICK_SOMEBODY, request.actor.vocabulary))
    asked = _guests(request, taster)
    context: dict[str, Any] = {
        "taster": taster,
        "group": taster.group,
        "guests": asked,
        "aloud_waits": any(row.told == "aloud" and row.told_on is None for row, _opened in asked),
        "form": form,
        "adding": bool(shown) or "add" in request.GET or request.method == "POST",
        "choices": shown,
        "ticks": TICKS,
        **looked_for(typed, found),
    }
    return render(request, "desk/guests.html", context, status=422 if saving else 200)


def _one(request: Request, group_id: UUID, taster_id: UUID, person_id: UUID) -> tuple[Taster, Opened, Guest]:
    taster = taster_there(group_id, taster_id)
    opened = open_person(request, person_id)
    row = Guest.objects.filter(taster=taster, person_id=opened.id).first()
    if row is None:
        raise Http404
    return taster, opened, about(Guest, opened, row.id)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def guest(request: Request, group_id: UUID, taster_id: UUID, person_id: UUID) -> HttpResponse:
    """Whether they came, and what they said."""
    taster, opened, row = _one(request, group_id, taster_id, person_id)
    here = reverse("desk:guests", args=[group_id, taster.id])
    sheet = sheet_of(opened, _("How was the taster day for %(name)s?") % {"name": opened.called}, _("It is kept."), draft=f"guest/{row.id}")
    return written(
        request,
        GuestForm,
        replace(sheet, back=here, then=here),
        lambda said: actions.say_how_it_was(row, **said, by=request.actor, at=request.now),
        stands={"came": row.came, "wants_more": row.wants_more, "words": row.words},
    )


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def told(request: Request, group_id: UUID, taster_id: UUID, way: str) -> HttpResponse:
    """All who are told in this way, and were not yet, were told today: the letters are out, the calls are made."""
    taster = taster_there(group_id, taster_id)
    ways = WAYS.get(way)
    if ways is None:
        raise Http404
    waiting = [row for row, _opened in _guests(request, taster, *ways) if row.told_on is None]
    actions.told_guests(waiting, on=timezone.localdate(request.now), by=request.actor, at=request.now)
    messages.success(request, _("It is kept that they were told today."))
    return see_other(reverse("desk:guests", args=[group_id, taster_id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def not_asked(request: Request, group_id: UUID, taster_id: UUID, person_id: UUID) -> HttpResponse:
    """They were put on the list by mistake."""
    _taster, _opened, row = _one(request, group_id, taster_id, person_id)
    actions.not_asked_to_taster(row, by=request.actor, at=request.now)
    messages.success(request, _("They are off the list."))
    return see_other(reverse("desk:guests", args=[group_id, taster_id]))


@page(roles=tuple(TEAM_ROLES))
def letters(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """One letter for each who is told by letter, and one with no name for whoever else."""
    taster = taster_there(group_id, taster_id)
    me = Staff.objects.filter(id=request.actor.id).values("name", "phone").first()
    context = {"taster": taster, "group": taster.group, "guests": _guests(request, taster, "letter"), "me": me, "team": team_of(request.actor)}
    return render(request, "desk/taster_letters.html", context)


@page(roles=tuple(TEAM_ROLES))
def telephones(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """Whom to ring or text, with a box to tick; a number that the one who asks may not see is not there."""
    taster = taster_there(group_id, taster_id)
    found = _guests(request, taster, "telephone", "text")
    numbers = dict(Whereabouts.objects.filter(person_id__in=[opened.id for _row, opened in found]).values_list("person_id", "phone"))
    words = _to_text(taster, Staff.objects.filter(id=request.actor.id).values("name", "phone").first())
    rows = [(row, opened, number, _texting(number, words) if row.told == "text" else "") for row, opened in found for number in [numbers.get(opened.id, "")]]
    return render(request, "desk/taster_telephones.html", {"taster": taster, "group": taster.group, "rows": rows, "words": words})


def _to_text(taster: Taster, me: dict[str, str] | None) -> str:
    """What a text says: what, when and where, and who asks."""
    what = _("Would you like to try “%(name)s”? %(day)s") % {"name": taster.group.name, "day": long_date(taster.on)}
    when = ", ".join(part for part in (what, taster.times, taster.place) if part)
    asks = ", ".join(part for part in (me["name"], me["phone"]) if part) if me else ""
    return f"{when}. {_('Nothing to sign, nothing to promise. Come as you are, and bring somebody if you like.')} {asks}".strip()


def _texting(number: str, words: str) -> str:
    """An address that opens the telephone's own messages with both in them; of a number that cannot be dialled none."""
    dial = next((piece.dial for piece in pieces(number) if piece.dial), "")
    return f"sms:{dial}?body={quote(words)}" if dial else ""
