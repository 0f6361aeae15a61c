"""What an entry is about: suggested from its words, accepted or refused by one of us in one tap, always with why."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.directory import actions
from alongside.directory.models import Entry, Tag
from alongside.directory.tagging import queries
from alongside.directory.tagging.standing import standing
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .keeping import entry_there

NO_SUCH_TAG = Sentence("No list has a tag of this name. Choose one of those that the box offers.")
SHOWN = 60
"""Suggestions on the list at once."""
READ_AT_ONCE = 300
"""Entries that one press reads: a few seconds."""
JUST_SAID = "tags just said"
"""In the session: what was said with the last press on the list, to take back with one."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def tags(request: Request, entry_id: UUID) -> HttpResponse:
    """One entry's tags: what is suggested and why, what one of us said, and a box to add one."""
    found = entry_there(entry_id)
    wrong = typed = ""
    if request.method == "POST":
        typed = request.POST.get("name", "")[:200]
        try:
            messages.success(request, _said_of_one(request, found, typed))
        except Refused as refused:
            wrong = say_refusal(refused, request.actor.vocabulary)
        else:
            return see_other(reverse("noticeboard:tags", args=[found.id]))
    said = queries.said_of(found)
    judged = {one.tag_id for one in said}
    context = {
        "entry": found,
        "accepted": [one for one in said if one.verdict == "accepted"],
        "refused": [one for one in said if one.verdict == "refused"],
        "suggested": [one for one in queries.suggestions(found) if one.tag.id not in judged],
        "offered": [queries.offered_as(tag) for tag in Tag.objects.select_related("of_list").order_by("name", "id")],
        "typed": typed,
        "wrong": wrong,
    }
    return render(request, "noticeboard/tags.html", context, status=422 if wrong else 200)


def _said_of_one(request: Request, found: Entry, typed: str) -> str:
    """Do what was pressed; the sentence that says so."""
    do = _pressed(request)
    if do == "back":
        these = [one for one in queries.said_of(found) if str(one.tag_id) == request.POST.get("tag")]
        actions.take_back_tags(these, by=request.actor, at=request.now)
        return _("It is taken back.")
    tag = queries.tag_called(typed) if do == "add" else _tag(request.POST.get("tag", ""))
    if tag is None:
        raise Refused(NO_SUCH_TAG)
    actions.say_of_tags([(found, tag)], "refused" if do == "refuse" else "accepted", by=request.actor, at=request.now)
    return (_("%(tag)s: it is not so.") if do == "refuse" else _("%(tag)s: it is so, for everybody to see.")) % {"tag": tag.name}


_BUTTONS = ("accept", "refuse", "back", "add", "undo", "read")


def _pressed(request: Request) -> str:
    """The button that was pressed."""
    return next((button for button in _BUTTONS if button in request.POST), "")


def _tag(key: str) -> Tag | None:
    try:
        return Tag.objects.filter(id=UUID(key)).first()
    except ValueError:
        return None


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def to_tag(request: Request) -> HttpResponse:
    """Suggestions of which nobody has said anything, the surest first; many are accepted with one press, and taken back with one."""
    wrong = ""
    if request.method == "POST":
        try:
            messages.success(request, _said_of_many(request))
        except Refused as refused:
            wrong = say_refusal(refused, request.actor.vocabulary)
        else:
            return see_other(reverse("noticeboard:to tag"))
    waiting = queries.waiting(SHOWN)
    context: dict[str, Any] = {
        "groups": [(how, list(ones)) for how, ones in groupby(waiting, key=lambda one: queries.how_sure(one.sure))],
        "unread": queries.how_many_unread(),
        "no_lists": not waiting and not Tag.objects.exists(),
        "just_said": request.session.get(JUST_SAID),
        "wrong": wrong,
    }
    return render(request, "noticeboard/to_tag.html", context, status=422 if wrong else 200)


def _said_of_many(request: Request) -> str:
    do = _pressed(request)
    if do == "read":
        many = actions.look_for_tags(most=READ_AT_ONCE, by=request.actor, at=request.now)
        return ngettext("One entry was read.", "%(many)d entries were read.", many) % {"many": many}
    if do == "undo":
        try:
            together = UUID(request.session.pop(JUST_SAID, ""))
        except ValueError:
            raise Http404 from None
        actions.take_back_tags(list(standing().filter(together=together, by=request.actor.id)), by=request.actor, at=request.now)
        return _("It is taken back.")
    chosen = set(request.POST.getlist("of"))
    pairs = [(one.entry, one.tag) for one in queries.waiting(SHOWN * 2) if str(one.id) in chosen]
    verdict = "refused" if do == "refuse" else "accepted"
    request.session[JUST_SAID] = str(actions.say_of_tags(pairs, verdict, by=request.actor, at=request.now))
    if verdict == "refused":
        return ngettext("One suggestion is refused.", "%(many)d suggestions are refused.", len(pairs)) % {"many": len(pairs)}
    return ngettext("One suggestion is accepted.", "%(many)d suggestions are accepted.", len(pairs)) % {"many": len(pairs)}
