"""Finding something good near somebody, in their own words.

Words about a person go by POST, so they stand in no address and no log. They wait in the session of whoever asked, so that
going back and forth between what was found asks nothing again; they go when the session ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.opening import Opened, in_sight, leave_a_look, open_person
from alongside.directory import queries
from alongside.directory.danger import may_be_in_danger
from alongside.directory.narrowing import NarrowingForm
from alongside.directory.reasons import distance_said
from alongside.directory.showing import results
from alongside.directory.understanding import understood_of
from alongside.directory.wishing import Wish
from alongside.journeys.models import GoodLife
from alongside.people.models import Whereabouts
from alongside.places.queries import Place
from alongside.places.streets.here import for_a_map
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.writing import see_other

from .neighbours import neighbours

SHOWN, APART, FAINT = 12, 4, 3
"""How many are shown: a short list is read, a long one is not. Nothing is hidden: so many more follow by one press."""

MOST_SHOWN = 240
"""Entries above which somebody asks for less rather than read on."""

LONGEST_WISH = 1000
"""Letters of a good life that are taken over as a wish."""

DRAFT = "wish"

ASKED = "looked for"
"""In the session: what was asked last, and for whom."""

AREA_DECIMALS, AREA_METRES = 2, 1_000
"""On the map stands an area of a kilometre around a rounded point (decimals of a degree), never somebody's door."""


class FindForm(NarrowingForm):
    """What they would like, in their own words."""

    words = forms.CharField(
        label=gettext_lazy("What would they like?"),
        help_text=gettext_lazy("In their own words. None of it goes into their record."),
        max_length=LONGEST_WISH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Write what they would like, such as “company” or “my allotment”.")},
    )
    near = forms.CharField(
        label=gettext_lazy("Near where?"),
        help_text=gettext_lazy("A postcode, or a part of town."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write a postcode or a place near them.")},
    )


@dataclass(frozen=True)
class Area:
    """About where somebody is."""

    said: str
    latitude: float
    longitude: float
    metres: int


@page(methods=WRITING)
def find_for(request: Request, person_id: UUID) -> HttpResponse:
    """What is near them and suits them, with why, and what might be in the way."""
    if request.method == "POST":
        return _asked(request, person_id)
    opened = open_person(request, person_id)
    last = request.session.get(ASKED, {})
    if last.get("for") != str(opened.id):
        return _shown(request, opened, FindForm(initial=_begun(opened)))
    form = FindForm(QueryDict(last["asked"]))
    # What was a place this morning still is; but whoever corrected the places meanwhile may have renamed it.
    today = timezone.localdate(request.now)
    found = _found(form.wish(today), form.place, _many(request)) if form.is_valid() else {}
    if found:
        found["keeping"] = {"how_many": "1", **last.get("pressed", {})}
        found["neighbours"] = neighbours(opened.id, found["wish"], today)
        if found["neighbours"]:
            leave_a_look(request, "would like to be asked", *(one.asked.person_id for one in found["neighbours"]))
    return _shown(request, opened, form, **found)


def _asked(request: Request, person_id: UUID) -> HttpResponse:
    """Keep what was asked and show it on a page that can be come back to; one question at a time, for one person."""
    form = FindForm(request.POST)
    if not form.is_valid():
        return _shown(request, open_person(request, person_id), form, status=422)
    opened = in_sight(person_id)
    drop_draft(DRAFT, opened.id, by=request.actor)
    asked = request.POST.copy()
    asked.pop("csrfmiddlewaretoken", None)
    # The same looked for again stays kept, where it was.
    last, now = request.session.get(ASKED, {}), {"for": str(opened.id), "asked": asked.urlencode()}
    request.session[ASKED] = last if last | now == last else now
    return see_other(reverse("desk:find", args=[opened.id]) + "#found")


def _begun(opened: Opened) -> dict[str, Any]:
    """Their good life as the wish, and their postcode, where the one who asks may see them."""
    words = GoodLife.objects.filter(person_id=opened.id).order_by("-at").values_list("words", flat=True).first()
    postcode = Whereabouts.objects.filter(person_id=opened.id).values_list("postcode", flat=True).first()
    return {"words": (words or "")[:LONGEST_WISH], "near": postcode or ""}


def _many(request: Request) -> int:
    """How many are to be shown: whole dozens (`?shown=24`)."""
    asked = request.GET.get("shown", "")
    return min(MOST_SHOWN, max(1, int(asked) // SHOWN) * SHOWN) if asked.isdecimal() and len(asked) < 5 else SHOWN


def _found(wish: Wish, place: Place | None, many: int) -> dict[str, Any]:
    found = queries.find(wish)
    apart = APART * many // SHOWN
    beyond = queries.nearest_beyond(wish) if not found.near else None
    return {
        "wish": wish,
        "in_danger": may_be_in_danger(wish.words),
        "looked": True,
        "results": results(wish, found.near[:many]),
        "more": many + SHOWN if many < MOST_SHOWN and (len(found.near) > many or len(found.apart) > apart) else 0,
        "next_line": many + 1,
        "total": len(found.near),
        "faint": results(wish, found.faint[:FAINT]) if not found.near else [],
        "understood": understood_of(wish),
        "apart": results(wish, found.apart[:apart]),
        "apart_total": len(found.apart),
        "nearest": {"name": beyond.offer.name, "far": distance_said(beyond.metres or 0.0)} if beyond else None,
        "area": Area(_("About where they are"), round(place.latitude, AREA_DECIMALS), round(place.longitude, AREA_DECIMALS), AREA_METRES) if place else None,
    }


def _shown(request: Request, opened: Opened, form: FindForm, *, status: int = 200, **found: Any) -> HttpResponse:
    form.offer()
    context = {
        "person": opened,
        "form": form,
        "draft": draft_of(DRAFT, opened.id, by=request.actor) if request.method != "POST" else None,
        "back": reverse("desk:person", args=[opened.id]),
        **for_a_map(),
        **found,
    }
    return render(request, "desk/find.html", context, status=status)
