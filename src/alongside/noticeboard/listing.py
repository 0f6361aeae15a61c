"""The page of a short list: to read, to print, to send, to clear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import segno
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.models import Entry
from alongside.directory.queries import ending, entries_by_key
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other

from .facts import confirmed_said
from .meeting import Shown, sessions_of_many
from .passing_on import list_in_a_letter, list_in_a_text, ways_to_send, when_short
from .short_address import short_of
from .short_list import MOST, address_of, changed, digits_in, keep_in, kept_by


@dataclass(frozen=True)
class Line:
    """One entry of a list, with when it meets."""

    entry: Entry
    sessions: list[Shown]
    when: str
    address: str
    confirmed: str


@page(public=True, methods=WRITING)
def short_list(request: Request) -> HttpResponse:
    """Their own list, or one that somebody sent them (`?these=`)."""
    keys = kept_by(request)
    if request.method == "POST":
        return changed(request, keys) or _taken(request, keys)
    sent = ending(digits_in(request.GET.get("these", "")))
    theirs = "these" in request.GET
    lines = _lines(request, sent if theirs else keys)
    address = request.build_absolute_uri(address_of(one.entry.id for one in lines))
    context = {
        "lines": lines,
        "theirs": theirs,
        "address": address,
        "these": request.GET.get("these", ""),
        "square": segno.make(address, error="m").svg_data_uri(scale=4, border=2) if lines else "",
        "send": _to_send(lines, address) if lines else {},
        "off": next(iter(entries_by_key(ending(digits_in(request.GET.get("off", ""))[:1])).values()), None),
        "cleared": request.GET.get("cleared", ""),
        "full": "full" in request.GET,
        "most": MOST,
        "today": timezone.localdate(request.now),
    }
    answer = render(request, "noticeboard/short_list.html", context)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _taken(request: Request, keys: list[UUID]) -> HttpResponse:
    """All of a list that was sent, or that was just cleared, after what is kept already."""
    sent = ending(digits_in(request.POST.get("take", "")))
    answer = see_other(request.path)
    keep_in(answer, list(dict.fromkeys([*keys, *sent]))[:MOST])
    return answer


def _lines(request: Request, keys: list[UUID]) -> list[Line]:
    today = timezone.localdate(request.now)
    entries = entries_by_key(keys)
    sessions = sessions_of_many(list(entries), today)
    there = [key for key in keys if key in entries]
    addresses = {key: request.build_absolute_uri(reverse("noticeboard:short address", args=[short_of(key)])) for key in there}
    return [Line(entries[key], sessions[key], when_short(entries[key], sessions[key]), addresses[key], confirmed_said(entries[key], today)) for key in there]


def _to_send(lines: list[Line], address: str) -> dict[str, Any]:
    told = [(one.entry, one.sessions, one.address) for one in lines]
    return ways_to_send(
        _("A short list of what is good around here"), list_in_a_text([one.entry.name for one in lines], address), list_in_a_letter(told, address)
    )
