"""The same told twice: what looks alike, the two beside each other, put together or said to be two, and taken apart again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.directory import actions
from alongside.directory.models import Entry, LikelyTwins
from alongside.directory.queries import named_like
from alongside.directory.tagging.queries import how_sure
from alongside.directory.twins import queries
from alongside.directory.twins.likeness import reasons_kept
from alongside.directory.twins.saying import Why, why
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other, with_query

from .beside import Beside, beside
from .keeping import entry_there

SHOWN = 50
"""Pairs on the list at once."""


@dataclass(frozen=True)
class Line:
    """Two entries that may be one, how sure that is in a word, and why."""

    one: Entry
    other: Entry
    how_sure: str
    why: Why


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def twins(request: Request) -> HttpResponse:
    """Pairs of which nobody has said anything, the surest first."""
    if request.method == "POST":
        many = actions.look_for_twins(by=request.actor, at=request.now)
        messages.success(
            request, ngettext("Looked through all: one pair looks alike.", "Looked through all: %(many)d pairs look alike.", many) % {"many": many}
        )
        return see_other(request.path)
    waiting = queries.waiting()
    context = {"lines": [_line(pair) for pair in waiting[:SHOWN]], "many": waiting.count()}
    return render(request, "noticeboard/twins.html", context)


def _line(pair: LikelyTwins) -> Line:
    return Line(pair.one, pair.other, how_sure(pair.sure), why(pair.reasons))


@page(roles=tuple(TEAM_ROLES))
def twins_of(request: Request, entry_id: UUID) -> HttpResponse:
    """Is this the same as another? What looks like it, what somebody looks for by name, and what was said before."""
    found = entry_there(entry_id)
    alike = queries.twins_of(found)
    entries = queries.by_key([UUID(two.other.key) for two in alike])
    asked = request.GET.get("name", "").strip()[:200]
    context = {
        "entry": found,
        "lines": [Line(found, entries[UUID(two.other.key)], how_sure(two.sure), why(reasons_kept(two.reasons))) for two in alike],
        "asked": asked,
        "named": [one for one in named_like(asked) if one.id != found.id] if asked else [],
        "together": list(queries.family(found.id)),
        "apart": queries.said_to_be_two(found),
    }
    return render(request, "noticeboard/twins_of.html", context)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def two(request: Request, entry_id: UUID, other_id: UUID) -> HttpResponse:
    """Both beside each other, part by part: they are one, and which words are kept; or they are two."""
    entries = queries.by_key([entry_id, other_id])
    if len(entries) != 2:
        raise Http404
    one, other = entries[entry_id], entries[other_id]
    if one.same_as_id or other.same_as_id:
        # Somebody put one of them together with another meanwhile.
        return see_other(reverse("noticeboard:twins of", args=[one.same_as_id or one.id]))
    shown = beside(one, other, timezone.localdate(request.now), request.POST if request.method == "POST" else None)
    wrong = ""
    if request.method == "POST":
        try:
            return _said(request, one, other, shown)
        except NotYours:
            raise
        except Refused as refused:
            wrong = say_refusal(refused, request.actor.vocabulary)
    context = {"one": one, "other": other, "beside": shown, "why": queries.why_of(one, other), "wrong": wrong}
    return render(request, "noticeboard/two.html", context, status=422 if wrong else 200)


def _said(request: Request, one: Entry, other: Entry, shown: Beside) -> HttpResponse:
    if "two" in request.POST:
        actions.say_they_are_two(one.id, other.id, by=request.actor, at=request.now)
        messages.success(request, _("They are two: nobody is asked about them again."))
        return see_other(reverse("noticeboard:twins"))
    stays, goes = (one, other) if shown.stays == one.id else (other, one)
    actions.put_together(stays.id, goes.id, shown.taken_of(goes.id), by=request.actor, at=request.now)
    messages.success(request, _("They are one now. “%(name)s” stays; what led to the other leads here.") % {"name": stays.name})
    return see_other(reverse("noticeboard:entry", args=[stays.id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def apart(request: Request, entry_id: UUID, judged_id: UUID) -> HttpResponse:
    """They are two after all: both are as they were."""

    def do() -> HttpResponse:
        judged = actions.take_apart(judged_id, by=request.actor, at=request.now)
        messages.success(request, _("They are two again, each as it was. What was written since stays where it was written."))
        if judged.stays.same_as_id:
            return see_other(reverse("noticeboard:twins of", args=[judged.other_id]))
        return see_other(reverse("noticeboard:two", args=[judged.stays_id, judged.other_id]))

    return _pressed(request, entry_id, do)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def one_after_all(request: Request, entry_id: UUID, judged_id: UUID) -> HttpResponse:
    """They may be one after all: what was said is taken back."""

    def do() -> HttpResponse:
        actions.take_back_that_they_are_two(judged_id, by=request.actor, at=request.now)
        messages.success(request, _("It is taken back."))
        return see_other(reverse("noticeboard:twins of", args=[entry_id]))

    return _pressed(request, entry_id, do)


def _pressed(request: Request, entry_id: UUID, do: Callable[[], HttpResponse]) -> HttpResponse:
    entry_there(entry_id)
    try:
        return do()
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(with_query(reverse("noticeboard:twins of", args=[entry_id])))


def also_told(entry: Entry) -> dict[str, Any]:
    """What else tells of an entry: of each that was put into it what it says otherwise now, part by part."""
    return {"also_told": [(judged, beside(entry, judged.other).differing) for judged in queries.family(entry.id)]}
