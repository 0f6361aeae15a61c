"""What we agreed: the shared agreement, next steps with who does each, and when we meet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence
from alongside.journeys import actions as journeys
from alongside.journeys.models import Agreement, Level, Step, Visit
from alongside.journeys.rules import StepAsked
from alongside.people.models import Whereabouts
from alongside.teams.queries import colleagues
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.promises import NOT_YET, AgreementForm, EndStepForm, EndVisitForm, LevelForm, StepForm, VisitForm


@page(methods=WRITING)
def agreement(request: Request, person_id: UUID) -> HttpResponse:
    """What we each do; a new version each time, and the earlier ones below."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    before = list(Agreement.objects.filter(person_id=opened.id).order_by("-version"))
    sheet = sheet_of(
        opened,
        say(words.AGREED_WITH, mine, name=opened.called),
        say(words.AGREEMENT_KEPT, mine),
        draft="agreement",
        at="agreement",
        lead=_("They can change or end any part of it at any time."),
        versions=before[1:],
    )
    initial = {"words": before[0].words if before else "", "how_agreed": "aloud"}
    return written(
        request,
        AgreementForm,
        sheet,
        lambda said: journeys.agree(opened.person, **said, by=request.actor, at=request.now),
        initial=initial,
    )


def _asked(said: dict[str, Any]) -> StepAsked:
    staff = said.pop("staff")
    return StepAsked(**said, staff_id=staff.id if staff else None)


@page(methods=WRITING)
def step(request: Request, person_id: UUID) -> HttpResponse:
    """A next step, with who does it."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    sheet = sheet_of(opened, say(words.STEP_FOR, mine, name=opened.called), say(words.STEP_KEPT, mine), draft="step", at="steps")
    return written(
        request,
        StepForm,
        sheet,
        lambda said: journeys.add_step(opened.person, _asked(said), by=request.actor, at=request.now),
        initial={"staff": request.actor.id},
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def end_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """How a step went."""
    opened = open_person(request, person_id)
    found = about(Step, opened, step_id)
    sheet = sheet_of(opened, found.words, _("How it went is kept."), draft=f"ended step/{found.id}", at="steps")

    def do(said: dict[str, Any]) -> None:
        by_when = said.pop("by_when")
        if said["as_"] == NOT_YET:
            journeys.go_on(found, how_it_went=said["how_it_went"], by_when=by_when, by=request.actor, at=request.now)
        else:
            journeys.end_step(found, **said, by=request.actor, at=request.now)

    initial = {"how_it_went": found.how_it_went, "by_when": found.by_when}
    return written(request, EndStepForm, sheet, do, initial=initial)


@page(methods=("POST",))
def take_up_step(request: Request, person_id: UUID, step_id: UUID) -> HttpResponse:
    """A step that had ended goes on after all."""
    opened = open_person(request, person_id)
    journeys.take_up_again(about(Step, opened, step_id), by=request.actor, at=request.now)
    messages.success(request, say(words.STEP_GOES_ON, request.actor.vocabulary))
    return see_other(reverse("desk:person", args=[opened.id]) + "#steps")


@page(methods=WRITING)
def visit(request: Request, person_id: UUID) -> HttpResponse:
    """When to meet."""
    opened = open_person(request, person_id)
    if not Whereabouts.objects.filter(person_id=opened.id).exists():
        raise NotYours(Sentence("Where they are is protected, and so is when you meet. Ask one of those who are named on their page."))
    sheet = sheet_of(opened, _("When will you meet %(name)s?") % {"name": opened.called}, _("It is in your day."), at="visits")

    def plan(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        journeys.plan_visit(opened.person, **said, staff_id=staff.id, by=request.actor, at=request.now)

    return written(
        request,
        VisitForm,
        sheet,
        plan,
        initial={"staff": request.actor.id},
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def move_visit(request: Request, person_id: UUID, visit_id: UUID) -> HttpResponse:
    """Another day, time or place for a visit that was planned."""
    opened = open_person(request, person_id)
    found = about(Visit, opened, visit_id)
    sheet = sheet_of(opened, _("Another day to meet %(name)s") % {"name": opened.called}, _("It is moved."), at="visits")

    def move(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        journeys.move_visit(found, **said, staff_id=staff.id, by=request.actor, at=request.now)

    initial = {
        "on": found.on,
        "starts_at": found.starts_at and found.starts_at.strftime("%H:%M"),
        "where": found.where,
        "words": found.words,
        "staff": found.staff_id,
    }
    return written(
        request,
        VisitForm,
        sheet,
        move,
        initial=initial,
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def end_visit(request: Request, person_id: UUID, visit_id: UUID) -> HttpResponse:
    """How a visit ended; if they met, the note box is next."""
    opened = open_person(request, person_id)
    found = about(Visit, opened, visit_id)
    title = _("%(name)s, %(day)s: did you meet?") % {"name": opened.called, "day": date_format(found.on, "j F Y")}
    ahead = found.on > timezone.localdate(request.now)
    met = request.POST.get("how") == "met"
    sheet = sheet_of(
        opened,
        title,
        _("Kept. Write a few words about it.") if met else _("Kept. Nothing follows from it; plan another day if you both like."),
        at="note" if met else "visits",
    )
    return written(
        request,
        EndVisitForm,
        sheet,
        lambda said: journeys.end_visit(found, said["how"], by=request.actor, at=request.now),
        initial={"how": "put off" if ahead else "met"},
    )


@page(methods=WRITING)
def level(request: Request, person_id: UUID) -> HttpResponse:
    """Where we are with them, from a day on."""
    opened = open_person(request, person_id)
    held = Level.objects.filter(person_id=opened.id, until__isnull=True).first()
    sheet = sheet_of(opened, _("Where we are with %(name)s") % {"name": opened.called}, _("It is kept."), at="story")
    initial = {"level": held.level if held and held.level != "introduced" else "level 1"}
    return written(
        request,
        LevelForm,
        sheet,
        lambda said: journeys.set_level(opened.person, said.pop("level"), **said, by=request.actor, at=request.now),
        initial=initial,
    )


@page(methods=("POST",))
def take_back_level(request: Request, person_id: UUID, level_id: UUID) -> HttpResponse:
    """Undo a level set by mistake, on the day it was set."""
    opened = open_person(request, person_id)
    journeys.take_back_level(about(Level, opened, level_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:person", args=[opened.id]))
