"""An entry as a card to leave on a mantelpiece, and its short address with a square that a camera reads."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.by_bus import A_FEW_STEPS, A_STROLL, by_bus
from alongside.directory.coming import coming
from alongside.directory.models import Entry
from alongside.directory.queries import BESIDE, ending, places_beside
from alongside.directory.reasons import distance_said
from alongside.places.distance import metres_between
from alongside.places.queries import buses_run, timetable_now
from alongside.places.streets.here import for_a_map, streets
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import with_capital
from alongside.web.writing import see_other

from .facts import facts_of
from .forms import FromForm
from .keeping import entry_there
from .meeting import Shown, sessions_of
from .passing_on import in_a_letter, in_a_text, ways_to_send, when_short
from .short_address import ending_in, short_of


def handed_on(request: Request, entry: Entry, sessions: list[Shown]) -> dict[str, Any]:
    """What a card and a message need of an entry."""
    address = request.build_absolute_uri(reverse("noticeboard:short address", args=[short_of(entry.id)]))
    return {
        "address": address,
        "square": segno.make(address, error="m").svg_data_uri(scale=5, border=2),
        "close_by": close_by(entry),
        "when": when_short(entry, ()),
        "send": ways_to_send(entry.name, in_a_text(entry, sessions, address), in_a_letter(entry, sessions, address)),
    }


def close_by(entry: Entry) -> str:
    """What people know that is beside it: `Fern Library, 200 m`; nothing where its place is not known."""
    if entry.latitude is None or entry.longitude is None:
        return ""
    here = entry.latitude, entry.longitude
    known = sorted((metres_between(*here, one.latitude or 0.0, one.longitude or 0.0), one.name) for one in places_beside(entry))
    return "; ".join(_("%(name)s, %(far)s") % {"name": name, "far": distance_said(metres)} for metres, name in known[:2] if metres <= BESIDE)


@page(public=True, methods=WRITING)
def card(request: Request, entry_id: UUID) -> HttpResponse:
    """The card as it will be on paper: A5, or A4 with larger type. From where somebody starts it tells of buses; that is kept nowhere."""
    found = entry_there(entry_id)
    today = timezone.localdate(request.now)
    sessions = sessions_of(found, today)
    form = FromForm(request.POST if request.method == "POST" else None)
    context = {
        "form": form if buses_run() and found.latitude is not None else None,
        "ways": _ways(found, form, today) if request.method == "POST" and form.is_valid() else None,
        "entry": found,
        "sessions": sessions,
        "facts": facts_of(found, today),
        "today": today,
        **handed_on(request, found, sessions),
        "on_map": found.latitude is not None and streets(),
        **for_a_map(),
    }
    return render(request, "noticeboard/card.html", context, status=422 if form.is_bound and not form.is_valid() else 200)


def _ways(entry: Entry, form: FromForm, today: date) -> list[str]:
    """How one gets there and home by bus, or that one does not."""
    place, buses = form.place, timetable_now()
    if place is None or buses is None:
        return []
    walk = A_FEW_STEPS if form.cleaned_data["short"] else A_STROLL
    found = by_bus(buses, (place.latitude, place.longitude), walk, entry, coming([entry.id])[entry.id], frozenset(), today)
    return [with_capital(one) for one in (*found.ways, *found.in_the_way)]


@page(public=True)
def short_address(request: Request, short: str) -> HttpResponse:
    """Ten letters off a card or out of a message lead to the entry."""
    digits = ending_in(short)
    found = ending([digits]) if digits else []
    if not found:
        raise Http404
    return see_other(reverse("noticeboard:entry", args=[found[0]]))
