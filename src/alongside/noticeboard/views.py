"""The noticeboard: what is good around here, for anybody, without signing in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.actions import confirm as confirm_entry
from alongside.directory.actions.keeping import WHAT_WE_KNOW
from alongside.directory.complaints.queries import of_an_entry
from alongside.directory.danger import may_be_in_danger
from alongside.directory.gaps.showing import it_may_answer
from alongside.directory.lived.told import told_of
from alongside.directory.models import Entry, Impression, StillRight
from alongside.directory.tagging.queries import accepted_for
from alongside.directory.twins.family import each_once, of_it
from alongside.directory.understanding import understood_of
from alongside.directory.words import BECAME_OF_IT, COMPLAINED_OF
from alongside.foundation.actor import NOBODY, TEAM_ROLES
from alongside.places.queries import buses_run
from alongside.places.streets.here import for_a_map, streets
from alongside.web.pages import Request, page
from alongside.web.writing import see_other

from .card import handed_on
from .disagreeing import told_apart
from .facts import facts_of
from .here import reached_from
from .keeping import entry_there
from .meeting import just_ended, sessions_of
from .narrowing import SearchForm, chosen_in, without_all
from .saying_wrong import said_wrong
from .schema_org import as_data, described
from .searching import WIDER, came_from_search, page_of, same_but
from .short_list import keeping
from .twins import also_told
from .whose_words import whose_words

ASK_AGAIN = "private, no-cache"
"""There is no person on a page for visitors, but it says what is on the list of this browser: going back shows it, and anything else asks again."""

A_SPOT = 200
"""Metres around the place that was searched from, as the map shows it."""


def _for_anybody(request: Request, response: HttpResponse) -> HttpResponse:
    if request.actor is NOBODY and response.status_code == 200:
        response.headers["Cache-Control"] = ASK_AGAIN
    return response


@page(public=True)
def search(request: Request) -> HttpResponse:
    """Look for something by words, place, distance and what the boxes ask beside; everything is in the address, and none of it is anybody's."""
    asked = request.GET
    form = SearchForm(asked if asked else None)
    today = timezone.localdate(request.now)
    if asked and not form.is_valid():
        form.offer()
        return render(request, "noticeboard/search.html", {"form": form, "page": None, "chosen": True}, status=422)
    blank = SearchForm({})
    ready = form if asked else blank
    ready.is_valid()
    form.offer()
    wish = ready.wish(today)
    number = int(asked["page"]) if asked.get("page", "").isdecimal() and len(asked["page"]) < 7 else 1
    only_apart = bool(asked.get("apart")) and wish.latitude is not None
    found = page_of(wish, number, only_apart=only_apart)
    far = ready.cleaned_data["far"] or form.fields["far"].initial
    context = {
        "form": form,
        "page": found,
        "wish": wish,
        "in_danger": may_be_in_danger(wish.words),
        "understood": understood_of(wish),
        "place": ready.place,
        "area": {"said": ready.place.said, "latitude": ready.place.latitude, "longitude": ready.place.longitude, "metres": A_SPOT} if ready.place else None,
        "far": dict(form.fields["far"].choices)[far],
        "only_apart": only_apart,
        "chosen": list(chosen_in(ready, asked)),
        "without_chosen": without_all(asked),
        "wider": same_but(asked, far=WIDER[far]) if far in WIDER and wish.latitude is not None else "",
        "all_apart": same_but(asked, apart="1"),
        "with_place": same_but(asked, apart=""),
        "previous": same_but(asked, page=str(found.number - 1)) if found.number > 1 else "",
        "next": same_but(asked, page=str(found.number + 1)) if found.number < found.pages else "",
        "asked_again": [(name, asked.getlist(name)) for name in form.fields if name in asked],
        "may_keep": request.actor.is_a(*TEAM_ROLES),
        **keeping(request),
        **for_a_map(),
    }
    return _for_anybody(request, render(request, "noticeboard/search.html", context))


@page(public=True)
def entry(request: Request, entry_id: UUID) -> HttpResponse:
    """Everything known of one entry, when it was last confirmed and where we have it from."""
    found = entry_there(entry_id)
    if found.id != entry_id:
        there = reverse("noticeboard:entry", args=[found.id])
        return see_other(f"{there}?{request.GET.urlencode()}" if request.GET else there)
    today = timezone.localdate(request.now)
    sessions = sessions_of(found, today)
    context = {
        "entry": found,
        "facts": facts_of(found, today),
        "today": today,
        **handed_on(request, found, sessions),
        "described": as_data(described(found, sessions, request.build_absolute_uri(request.path))) if found.withdrawn_on is None else "",
        "may_go_by_bus": found.latitude is not None and buses_run(),
        "for_whom": _for_whom(request),
        "searched": came_from_search(request),
        "may_keep": request.actor.is_a(*TEAM_ROLES),
        "may_confirm": request.actor.is_a(*TEAM_ROLES) and found.withdrawn_on is None,
        "impressions": list(Impression.objects.filter(of_it(found.id), taken_back_at__isnull=True).select_related("by").order_by("-at")[:20]),
        "sessions": sessions,
        "tags": each_once(accepted_for([found.id]), "tag_id"),
        **reached_from(request, found),
        **keeping(request),
        **_kept_by_us(request, found),
        # One pin on a plain ground tells nobody anything.
        "on_map": found.latitude is not None and streets(),
        **for_a_map(),
    }
    return _for_anybody(request, render(request, "noticeboard/entry.html", context))


def _kept_by_us(request: Request, found: Entry) -> dict[str, Any]:
    """What only those who keep it true see: where its source says otherwise, and what was asked and answered."""
    if not request.actor.is_a(*TEAM_ROLES):
        return {}
    return {
        "disagreeing": told_apart(found),
        "complaints": (complaints := of_an_entry(found.id)),
        "said_wrong": said_wrong(complaints.said) if complaints.open else "",
        "complained_of": COMPLAINED_OF,
        "became_of_it": BECAME_OF_IT,
        "session_just_ended": just_ended(request, found),
        **(also := also_told(found)),
        "whose_words": whose_words(found, [judged for judged, _differing in also["also_told"]]),
        "ours_alone": found.source.name == WHAT_WE_KNOW,
        "asked": list(StillRight.objects.filter(of_it(found.id)).order_by("-at")[:5]),
        "lived": told_of(found),
        "wishes": it_may_answer(found, timezone.localdate(request.now)) if found.withdrawn_on is None else [],
    }


def _for_whom(request: Request) -> UUID | None:
    """For whom somebody on the team is looking (`?for=`): the key alone, which opens nothing to whoever may not see them."""
    try:
        return UUID(request.GET.get("for", "")) if request.actor.is_a(*TEAM_ROLES) else None
    except ValueError:
        return None


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def confirm(request: Request, entry_id: UUID) -> HttpResponse:
    """One of us was there, or called: it still holds. One press."""
    if not Entry.objects.filter(id=entry_id).exists():
        raise Http404
    how = request.POST.get("how", "")
    confirm_entry(entry_id, how=how, on=timezone.localdate(request.now), by=request.actor, at=request.now)
    messages.success(request, _("Everybody can see now that it still holds."))
    return see_other(reverse("noticeboard:to check") if request.POST.get("from") == "to check" else reverse("noticeboard:entry", args=[entry_id]))
