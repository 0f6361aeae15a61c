"""Team reflection: scenes of practice with a question, and what the team says to them. Private to the team, and in nobody's record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .forms import SceneForm, ThoughtForm
from .models import Reflection, Thought


def scenes_there() -> QuerySet[Reflection]:
    """The scenes of one's own teams, the newest first."""
    return Reflection.objects.select_related("by").order_by("-on", "-at")


def _scene(reflection_id: UUID) -> Reflection:
    found = scenes_there().filter(id=reflection_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES))
def reflections(request: Request) -> HttpResponse:
    """Every scene, with how many thoughts were said to it."""
    rows = scenes_there().annotate(many=Count("thoughts", filter=Q(thoughts__taken_back_at__isnull=True)))
    return render(request, "meetings/reflections.html", {"rows": rows})


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def bring(request: Request) -> HttpResponse:
    """A scene and a question."""
    made: list[Reflection] = []
    sheet = Sheet(
        title=_("A scene to think over"),
        back=reverse("meetings:reflections"),
        kept=_("It is there for your team."),
        draft="scene",
        lead=_("Something that happened or might, told so that nobody would know who it was. It is private to your team, and in nobody’s record."),
    )

    def do(said: dict[str, Any]) -> None:
        made.append(actions.bring_a_scene(**said, on=timezone.localdate(request.now), by=request.actor, at=request.now))

    answer = written(request, SceneForm, sheet, do)
    return see_other(reverse("meetings:reflection", args=[made[0].id])) if made else answer


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def reflection(request: Request, reflection_id: UUID) -> HttpResponse:
    """One scene, what was said to it, and a box to say something."""
    found = _scene(reflection_id)
    sheet = Sheet(
        title=found.question,
        back=reverse("meetings:reflections"),
        kept=_("It is there for your team."),
        then=reverse("meetings:reflection", args=[found.id]),
        draft=f"thought/{found.id}",
        template="meetings/reflection.html",
        more={"scene": found, "thoughts": list(Thought.objects.filter(reflection=found, taken_back_at__isnull=True).select_related("by").order_by("at"))},
    )
    return written(request, ThoughtForm, sheet, lambda said: actions.say_a_thought(found, **said, by=request.actor, at=request.now), initial={"kind": "view"})


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, reflection_id: UUID, thought_id: UUID) -> HttpResponse:
    """One's own words go again."""
    found = Thought.objects.filter(id=thought_id, reflection=_scene(reflection_id), taken_back_at__isnull=True).first()
    if found is None:
        raise Http404
    actions.take_back_thought(found, by=request.actor, at=request.now)
    messages.success(request, _("Your words are gone."))
    return see_other(reverse("meetings:reflection", args=[reflection_id]))
