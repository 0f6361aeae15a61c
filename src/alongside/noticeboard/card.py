"""An entry as a card to leave on a mantelpiece, and its short address with a square that a camera reads."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.models import Entry
from alongside.directory.queries import BESIDE, ending, places_beside
from alongside.directory.reasons import distance_said
from alongside.places.distance import metres_between
from alongside.web.pages import Request, page
from alongside.web.writing import see_other

from .facts import facts_of
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


@page(public=True)
def card(request: Request, entry_id: UUID) -> HttpResponse:
    """The card as it will be on paper: A5, or A4 with larger type."""
    found = entry_there(entry_id)
    today = timezone.localdate(request.now)
    sessions = sessions_of(found, today)
    context = {
        "entry": found,
        "sessions": sessions,
        "facts": facts_of(found, today),
        "today": today,
        **handed_on(request, found, sessions),
        "on_map": found.latitude is not None and settings.MAP_TILES_URL,
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_attribution": settings.MAP_ATTRIBUTION,
    }
    return render(request, "noticeboard/card.html", context)


@page(public=True)
def short_address(request: Request, short: str) -> HttpResponse:
    """Ten letters off a card or out of a message lead to the entry."""
    digits = ending_in(short)
    found = ending([digits]) if digits else []
    if not found:
        raise Http404
    return see_other(reverse("noticeboard:entry", args=[found[0]]))
