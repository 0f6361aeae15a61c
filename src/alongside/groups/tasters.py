"""A taster day: planned, called off, and what became of it. Its own page, with what it cost and whoever is named, is the desk's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .actions.tasters import Planned, Went
from .forms import TasterForm, WentForm
from .life import group_there
from .models import Taster


def taster_there(group_id: UUID, taster_id: UUID) -> Taster:
    """The taster day, or no such page."""
    found = Taster.objects.select_related("group").filter(id=taster_id, group_id=group_id).first()
    if found is None:
        raise Http404
    return found


def _planned(said: dict[str, Any]) -> Planned:
    return Planned(said["on"], said["place"], said["times"], tuple(said["told"]), said["bring"])


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def plan(request: Request, group_id: UUID) -> HttpResponse:
    """A day on which people may try it."""
    found = group_there(group_id)
    made: list[Taster] = []
    sheet = Sheet(
        title=_("A taster day of “%(name)s”") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("The taster day is kept. Say who is asked, and print the letter or the list of telephones."),
        draft=f"taster/{found.id}",
        lead=_("One day to try it, before anything is set up."),
    )

    def do(said: dict[str, Any]) -> None:
        made.append(actions.plan_taster(found, _planned(said), by=request.actor, at=request.now))

    answer = written(request, TasterForm, sheet, do, initial={"place": found.address})
    return see_other(reverse("desk:taster", args=[found.id, made[0].id])) if made else answer


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def change(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """Another day or place."""
    found = taster_there(group_id, taster_id)
    sheet = Sheet(
        title=_("Put right: a taster day of “%(name)s”") % {"name": found.group.name},
        back=reverse("desk:taster", args=[group_id, found.id]),
        kept=_("It is put right. Whoever was told already does not hear of it by itself."),
        draft=f"taster/{found.id}",
    )
    stands = {name: getattr(found, name) for name in TasterForm.base_fields}
    return written(request, TasterForm, sheet, lambda said: actions.change_taster(found, _planned(said), by=request.actor, at=request.now), stands=stands)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def call_off(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """It does not take place, or does after all."""
    found = taster_there(group_id, taster_id)
    actions.call_off_taster(found, by=request.actor, at=request.now)
    messages.success(request, _("It is called off. Tell whoever was asked.") if found.called_off_at else _("It takes place after all."))
    return see_other(reverse("desk:taster", args=[group_id, taster_id]))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def went(request: Request, group_id: UUID, taster_id: UUID) -> HttpResponse:
    """How many came, what was said, what it cost."""
    found = taster_there(group_id, taster_id)
    sheet = Sheet(
        title=_("How was the taster day of “%(name)s”?") % {"name": found.group.name},
        back=reverse("desk:taster", args=[group_id, found.id]),
        kept=_("It is kept."),
        draft=f"taster went/{found.id}",
    )
    cost = None if found.cost_pence is None else f"{found.cost_pence / 100:.2f}"
    stands = {"came": found.came, "more": found.more, "words": found.words, "cost": cost}

    def do(said: dict[str, Any]) -> None:
        pence = None if said["cost"] is None else int(said["cost"] * 100)
        actions.say_how_taster_went(found, Went(said["came"], said["more"], said["words"], pence), by=request.actor, at=request.now)

    return written(request, WentForm, sheet, do, stands=stands)
