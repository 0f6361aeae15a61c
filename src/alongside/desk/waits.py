"""Safe waiting, as pages: what is awaited, looked at again, and how it ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys import actions as journeys
from alongside.journeys.models import Step, Waiting
from alongside.journeys.rules import Awaited
from alongside.teams.queries import colleagues
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .forms.walking import EndWaitingForm, WaitingForm
from .steps import names_around


def _awaited(said: dict[str, Any]) -> Awaited:
    staff = said.pop("staff")
    return Awaited(**said, staff_id=staff.id if staff else None)


def _step_asked_for(request: Request, person_id: UUID) -> Step | None:
    """The step that a wait grows out of (`?step=`), if it is one of theirs."""
    try:
        key = UUID(request.GET.get("step", ""))
    except ValueError:
        return None
    return Step.objects.filter(id=key, person_id=person_id).first()


@page(methods=WRITING)
def begin_waiting(request: Request, person_id: UUID) -> HttpResponse:
    """What they wait for, from whom, and who keeps them company meanwhile."""
    opened = open_person(request, person_id)
    step = _step_asked_for(request, opened.id)
    sheet = sheet_of(
        opened,
        _("What does %(name)s wait for?") % {"name": opened.called},
        _("It is kept. It is in your day when it is time to look again."),
        draft="waiting",
        at="waits",
        lead=_("Some things take long to come. Who keeps them company meanwhile is as much a part of it."),
        names=names_around(request, opened),
    )
    return written(
        request,
        WaitingForm,
        sheet,
        lambda said: journeys.begin_waiting(opened.person, _awaited(said), step=step, by=request.actor, at=request.now),
        initial={"awaited": step.words, "of_whom": step.who} if step else None,
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def amend_waiting(request: Request, person_id: UUID, waiting_id: UUID) -> HttpResponse:
    """They wait on: another day to look again, other company, or words put right."""
    opened = open_person(request, person_id)
    found = about(Waiting, opened, waiting_id)
    sheet = sheet_of(opened, _("They wait on"), _("It is kept."), draft=f"amended waiting/{found.id}", at="waits", names=names_around(request, opened))
    initial = {name: getattr(found, name) for name in ("awaited", "of_whom", "since", "company", "look_again_on")} | {"staff": found.staff_id}
    return written(
        request,
        WaitingForm,
        sheet,
        lambda said: journeys.amend_waiting(found, _awaited(said), by=request.actor, at=request.now),
        stands=initial,
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)),
    )


@page(methods=WRITING)
def end_waiting(request: Request, person_id: UUID, waiting_id: UUID) -> HttpResponse:
    """It came, it did not, or it is not needed any more; or they wait on."""
    opened = open_person(request, person_id)
    found = about(Waiting, opened, waiting_id)
    sheet = sheet_of(opened, found.awaited, _("How it ended is kept."), draft=f"ended waiting/{found.id}", at="waits", waits_on=found)
    return written(request, EndWaitingForm, sheet, lambda said: journeys.end_waiting(found, **said, by=request.actor, at=request.now))


@page(methods=("POST",))
def wait_on(request: Request, person_id: UUID, waiting_id: UUID) -> HttpResponse:
    """They wait on after all."""
    opened = open_person(request, person_id)
    journeys.wait_on(about(Waiting, opened, waiting_id), by=request.actor, at=request.now)
    messages.success(request, _("They wait on."))
    return see_other(reverse("desk:person", args=[opened.id]) + "#waits")


@page(methods=("POST",))
def take_back_waiting(request: Request, person_id: UUID, waiting_id: UUID) -> HttpResponse:
    """Undo a wait that one wrote down by mistake, on the day one did."""
    opened = open_person(request, person_id)
    journeys.take_back_waiting(about(Waiting, opened, waiting_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:person", args=[opened.id]))
