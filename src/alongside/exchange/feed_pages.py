"""Other directories: an administrator connects one, sees how reading it goes, and ends it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory.disagreeing.queries import disagreeing
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .actions.feeds import begin_reading, connect_feed, end_feed
from .feeds.beside import read_beside
from .feeds.connecting import connecting
from .forms import ConnectForm
from .models import Feed

ADMINISTRATORS = (Role.ADMINISTRATOR,)
A_WHILE = timedelta(minutes=5)
"""Nothing heard for so long, and a reading that goes on is one that broke off."""


@page(roles=ADMINISTRATORS, methods=WRITING)
def feeds(request: Request) -> HttpResponse:
    """What is connected, how each is, and a form to connect one more."""
    form = ConnectForm(request.POST or None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            made = connect_feed(connecting(**form.cleaned_data), by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else "address", say_refusal(refused, request.actor.vocabulary))
        else:
            _begin(request, made)
            messages.success(request, _("It is connected, and is being read. Its entries are here when all of it is read."))
            return see_other(reverse("exchange:feed", args=[made.id]))
    there = [(one, _state(one, request.now)) for one in Feed.objects.filter(ended_at__isnull=True).select_related("source").order_by("source__name")]
    return render(request, "exchange/feeds.html", {"form": form, "feeds": there}, status=422 if form.errors else 200)


def _begin(request: Request, found: Feed) -> None:
    """The next page already says that it is being read."""
    begin_reading(found.id, by=request.actor, at=request.now)
    read_beside(found.id, request.actor)


def _feed(feed_id: UUID) -> Feed:
    found = Feed.objects.select_related("source").filter(id=feed_id).first()
    if found is None:
        raise Http404
    return found


def _state(feed: Feed, now: datetime) -> str:
    """`reading`, `broken off`, `waits`, `refused`, `read` or `new`."""
    if feed.ended_at is not None:
        return "ended"
    if feed.begun_at is not None and not feed.said:
        return "reading" if feed.heard_at is not None and now - feed.heard_at < A_WHILE else "broken off"
    if feed.said:
        return "waits" if feed.begun_at is not None else "refused"
    return "read" if feed.read_at else "new"


@page(roles=ADMINISTRATORS)
def feed(request: Request, feed_id: UUID) -> HttpResponse:
    """One of them: how far it is, what came of it, and what could not be read."""
    found = _feed(feed_id)
    context: dict[str, Any] = {
        "feed": found,
        "state": _state(found, request.now),
        "read_pages": found.page - 1,
        "disagree": disagreeing(found.source_id).count(),
    }
    return render(request, "exchange/feed.html", context)


@page(roles=ADMINISTRATORS)
def how_far(request: Request, feed_id: UUID) -> HttpResponse:
    """A few lines that say how far it is, asked for again and again; when it is done, the whole page is."""
    found = _feed(feed_id)
    if _state(found, request.now) == "reading":
        return render(request, "exchange/_feed_how_far.html", {"feed": found, "read_pages": found.page - 1})
    answer = HttpResponse(status=204)
    answer["HX-Refresh"] = "true"
    return answer


@page(roles=ADMINISTRATORS, methods=("POST",))
def read(request: Request, feed_id: UUID) -> HttpResponse:
    """Now, and not only at night; what broke off goes on where it was."""
    found = _feed(feed_id)
    if found.ended_at is None:
        _begin(request, found)
        messages.success(request, _("It is being read."))
    return see_other(reverse("exchange:feed", args=[found.id]))


@page(roles=ADMINISTRATORS, methods=("POST",))
def end(request: Request, feed_id: UUID) -> HttpResponse:
    """It is read no more; what came from it stays."""
    found = _feed(feed_id)
    if found.ended_at is None:
        end_feed(found.id, by=request.actor, at=request.now)
        messages.success(request, _("It is not read any more. What came from it stays on the noticeboard."))
    return see_other(reverse("exchange:feeds"))
