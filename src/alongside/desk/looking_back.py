"""A look back on a day that they want, as pages: planned, put off, and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.models import LookBack
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.walking import EndLookBackForm, LookBackForm
from .reading import beside, looked_back

_AFTER = {Vocabulary.SOCIAL_PRESCRIBING: timedelta(weeks=12)}
"""What is offered, where a practice has a habit; nothing else depends on it."""


@page(methods=WRITING)
def look_back(request: Request, person_id: UUID) -> HttpResponse:
    """A day to look at what has changed."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    after = _AFTER.get(mine)
    sheet = sheet_of(
        opened,
        say(words.LOOK_BACK_WITH, mine, name=opened.called),
        say(words.LOOK_BACK_KEPT, mine),
        at="look-back",
        lead=say(words.LOOK_BACK_LEAD, mine),
    )
    return written(
        request,
        LookBackForm,
        sheet,
        lambda said: journeys.plan_look_back(opened.person, **said, by=request.actor, at=request.now),
        initial={"on": timezone.localdate(request.now) + after if after else None},
    )


@page(methods=WRITING)
def put_off_look_back(request: Request, person_id: UUID, look_back_id: UUID) -> HttpResponse:
    """Another day suits them better."""
    opened = open_person(request, person_id)
    found = about(LookBack, opened, look_back_id)
    title = say(words.LOOK_BACK_WITH, request.actor.vocabulary, name=opened.called)
    sheet = sheet_of(opened, title, _("Another day is kept."), at="look-back")
    return written(
        request,
        LookBackForm,
        sheet,
        lambda said: journeys.put_off_look_back(found, **said, by=request.actor, at=request.now),
        stands={"on": found.on},
    )


@page(methods=WRITING)
def end_look_back(request: Request, person_id: UUID, look_back_id: UUID) -> HttpResponse:
    """What you saw together, or that they would rather not; beside it all that there is to look back at."""
    opened = open_person(request, person_id)
    found = about(LookBack, opened, look_back_id)
    title = say(words.LOOK_BACK_WENT, request.actor.vocabulary, name=opened.called)
    known = beside(opened.id)
    ended = [one["part"] for one in (known["agreement"] or {}).get("ended") or []]
    stands = {name: known[name] for name in ("good_life", "agreement", "steps", "waits", "circle", "connections")}
    together = {**stands, **looked_back(opened.id), "ended": ended}
    sheet = sheet_of(opened, title, _("How it went is kept."), draft=f"look back/{found.id}", at="story", **together)
    sheet = replace(sheet, template="desk/end_look_back.html")
    return written(request, EndLookBackForm, sheet, lambda said: journeys.end_look_back(found, **said, by=request.actor, at=request.now))


@page(methods=("POST",))
def look_back_after_all(request: Request, person_id: UUID, look_back_id: UUID) -> HttpResponse:
    """It is still to come after all."""
    opened = open_person(request, person_id)
    journeys.look_back_after_all(about(LookBack, opened, look_back_id), by=request.actor, at=request.now)
    messages.success(request, _("It is still to come."))
    return see_other(reverse("desk:person", args=[opened.id]) + "#look-back")
