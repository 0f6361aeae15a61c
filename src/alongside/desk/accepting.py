"""Whether we said yes to whoever referred them, and when: one press on their page, put right or taken back as easily."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.introductions.actions import accept, take_back_acceptance
from alongside.introductions.models import Introduction
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.accepting import AcceptedForm


@page(methods=WRITING)
def accepted(request: Request, person_id: UUID, introduction_id: UUID) -> HttpResponse:
    """It was accepted, today or on another day."""
    opened = open_person(request, person_id)
    found = about(Introduction, opened, introduction_id)
    sheet = sheet_of(opened, say(words.ACCEPTED_WHEN, request.actor.vocabulary), _("It is kept."))
    initial = {"on": found.accepted_on or timezone.localdate(request.now)}
    return written(request, AcceptedForm, sheet, lambda said: accept(found, on=said["on"], by=request.actor, at=request.now), initial=initial)


@page(methods=("POST",))
def not_accepted(request: Request, person_id: UUID, introduction_id: UUID) -> HttpResponse:
    """It was not accepted after all, or not yet."""
    opened = open_person(request, person_id)
    take_back_acceptance(about(Introduction, opened, introduction_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:person", args=[opened.id]))
