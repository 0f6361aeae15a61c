"""How life is going, by questions that are asked in the same words each time: asked kindly, skippable, never in the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import Opened, open_person
from alongside.foundation.refusals import Refused
from alongside.outcomes import actions
from alongside.outcomes.forms import AskedForm
from alongside.outcomes.models import Asking, TeamMeasure
from alongside.outcomes.queries import days_of, measure_of, offered_by
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written


def _here(opened: Opened) -> str:
    return reverse("desk:measures", args=[opened.id])


def _offered(request: Request, offered_id: UUID) -> TeamMeasure:
    found = offered_by(request.actor.team_id).filter(id=offered_id).first()
    if found is None:
        raise Http404
    return found


@page()
def measures(request: Request, person_id: UUID) -> HttpResponse:
    """What they answered, day by day, and which questions could be asked."""
    opened = open_person(request, person_id)
    offered = [(one, measure_of(one.file.key, one.file.text)) for one in offered_by(request.actor.team_id)]
    return render(
        request,
        "desk/measures.html",
        {"person": opened, "days": days_of(opened.id), "offered": offered, "printed": any(measure.has_words for _one, measure in offered)},
    )


@page(methods=WRITING)
def ask(request: Request, person_id: UUID, offered_id: UUID) -> HttpResponse:
    """The questions word for word, each to be answered or left out."""
    opened = open_person(request, person_id)
    offered = _offered(request, offered_id)
    measure = measure_of(offered.file.key, offered.file.text)
    sheet = sheet_of(opened, measure.name, _("It is kept, question by question."), draft=f"measure/{offered.file.key}")
    sheet = replace(sheet, template="desk/ask_measure.html", back=_here(opened), then=_here(opened), more=sheet.more | {"measure": measure, "offered": offered})
    form: dict[str, AskedForm] = {}

    def made(*args: Any, **given: Any) -> AskedForm:
        form["it"] = AskedForm(*args, measure=measure, **given)
        return form["it"]

    def do(said: dict[str, Any]) -> None:
        try:
            actions.answer_measure(opened.id, offered.file, form["it"].given(), way=said["way"], on=said["on"], by=request.actor, at=request.now)
        except Refused as refused:
            if refused.field in {item.key for item in measure.items}:
                refused.field = form["it"].box_of(str(refused.field))
            raise

    return written(request, made, sheet, do)  # type: ignore[arg-type]


@page(methods=("POST",))
def not_now(request: Request, person_id: UUID, offered_id: UUID) -> HttpResponse:
    """Not today, or rather not: kept, so that nobody asks again tomorrow."""
    opened = open_person(request, person_id)
    ended = "rather not" if "rather_not" in request.POST else "not today"
    actions.not_asked_now(opened.id, _offered(request, offered_id).file, ended, way="together", by=request.actor, at=request.now)
    messages.success(request, _("It is kept that it was asked and not answered. That is not the same as nothing."))
    return see_other(_here(opened))


@page(methods=("POST",))
def take_back(request: Request, person_id: UUID, asking_id: UUID) -> HttpResponse:
    """They were written down by mistake, or the person would rather have them gone."""
    opened = open_person(request, person_id)
    found = Asking.objects.filter(id=asking_id, person_id=opened.id).first()
    if found is None:
        raise Http404
    actions.take_back_answers(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back. No figure counts it."))
    return see_other(_here(opened))
