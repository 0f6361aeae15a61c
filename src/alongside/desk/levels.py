"""Where we are with somebody: levels, endings that are honest, and back again."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys import actions as journeys
from alongside.journeys.models import Level
from alongside.journeys.rules import ENDINGS, LAYS_ASIDE
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.walking import EndingForm, LevelForm
from .reading import beside


@page(methods=WRITING)
def level(request: Request, person_id: UUID) -> HttpResponse:
    """Where we are with them, from a day on; each level says what it means."""
    opened = open_person(request, person_id)
    held = Level.objects.filter(person_id=opened.id, until__isnull=True).first()
    sheet = sheet_of(opened, _("Where we are with %(name)s") % {"name": opened.called}, _("It is kept."), draft="level", at="story", ends_too=True)
    initial = {"level": held.level if held and held.level not in ("introduced", *ENDINGS) else "level 1"}
    return written(
        request,
        LevelForm,
        sheet,
        lambda said: journeys.set_level(opened.person, said.pop("level"), **said, by=request.actor, at=request.now),
        initial=initial,
    )


@page(methods=WRITING)
def ending(request: Request, person_id: UUID) -> HttpResponse:
    """How it ends for now: what is so, a few words, a day. Of whoever moved away or died, what would be laid aside is shown before anything is."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    known = beside(opened.id)
    sheet = sheet_of(
        opened,
        say(words.HOW_DOES_IT_END, mine, name=opened.called),
        _("It is kept."),
        draft="ending",
        lead=say(words.ENDS_LEAD, mine),
    )
    sheet = replace(sheet, template="desk/ending.html")
    planned = {name: known[name] for name in ("visits", "steps", "waits", "look_back")}
    chosen = request.POST.get("level", "")
    if chosen in LAYS_ASIDE and any(planned.values()) and "seen" not in request.POST:
        form = EndingForm(request.POST, vocabulary=mine)
        if form.is_valid():
            shown = {"form": form, "sheet": sheet, "draft": None, "not_saved_yet": True, "lays_aside": chosen}
            return render(request, sheet.template, {**shown, **planned, **sheet.more})
    return written(
        request,
        EndingForm,
        sheet,
        lambda said: journeys.set_level(opened.person, said.pop("level"), **said, by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def back_again(request: Request, person_id: UUID) -> HttpResponse:
    """They are back: one press, nothing asked; or that they had died was a mistake."""
    opened = open_person(request, person_id)
    held = journeys.come_back(opened.person, by=request.actor, at=request.now)
    messages.success(request, _("They are back, as before.") if held.level not in ENDINGS else _("It is put right."))
    return see_other(reverse("desk:person", args=[opened.id]))


@page(methods=("POST",))
def bring_back(request: Request, person_id: UUID) -> HttpResponse:
    """What was laid aside goes on after all."""
    opened = open_person(request, person_id)
    journeys.bring_back_laid_aside(opened.person, by=request.actor, at=request.now)
    messages.success(request, _("What was laid aside goes on."))
    return see_other(reverse("desk:person", args=[opened.id]))


@page(methods=("POST",))
def take_back_level(request: Request, person_id: UUID, level_id: UUID) -> HttpResponse:
    """Undo a level set by mistake, on the day it was set."""
    opened = open_person(request, person_id)
    journeys.take_back_level(about(Level, opened, level_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:person", args=[opened.id]))
