"""The people in somebody's life: who they are, how close, what each gives and receives, at the start and now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, leave_a_look, open_person
from alongside.people.actions import circle as actions
from alongside.people.models import InTheirLife, Person
from alongside.people.queries import called_something_like, held
from alongside.people.rings import InCircle
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .circles import circle_now, with_pictures
from .forms.circle import BecameForm, CircleForm, PutRightForm


@page(methods=WRITING)
def circle(request: Request, person_id: UUID) -> HttpResponse:
    """Their circle, drawn, and room to write several people down."""
    opened = open_person(request, person_id)
    found = circle_now(opened.id, timezone.localdate(request.now))
    titles = {"start": _("At the start"), "now": _("Now")}
    sheet = sheet_of(
        opened,
        _("The people in %(name)s’s life") % {"name": opened.called},
        _("They are kept."),
        draft="circle",
        **with_pictures(found, titles, request.actor.vocabulary),
    )
    return written(
        request,
        CircleForm,
        replace(sheet, template="desk/circle.html", then=_here(opened)),
        lambda said: _write(request, opened, said),
        after_the_start=found.compared,
        begun=found.begun is not None,
    )


def _here(opened: Opened) -> str:
    return reverse("desk:circle", args=[opened.id])


def _write(request: Request, opened: Opened, said: dict[str, Any]) -> None:
    told = [
        InCircle(**{name: value or "" for name, value in row.items() if name != "there_before"}, there_before=bool(row.get("there_before")))
        for row in said["told"]
    ]
    actions.write_circle(opened.person, told, went_through_all=said.get("went_through_all", False), by=request.actor, at=request.now)


def _about_one(request: Request, person_id: UUID, row_id: UUID, title: str, kept: str, **more: Any) -> tuple[Opened, InTheirLife, Sheet]:
    opened = open_person(request, person_id)
    row = about(InTheirLife, opened, row_id)
    sheet = sheet_of(opened, title % {"name": row.name}, kept, **more)
    return opened, row, replace(sheet, back=_here(opened), then=_here(opened))


@page(methods=WRITING)
def became(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They came closer, or went further out; or they are in their life no longer."""
    _opened, row, sheet = _about_one(
        request, person_id, row_id, _("%(name)s: what has changed?"), _("It is kept, beside what was before."),
        lead=_("If it was written down wrongly, put it right instead: then nothing counts as changed."),
    )  # fmt: skip

    def do(said: dict[str, Any]) -> None:
        kind, _space, what = said["became"].partition(" ")
        if kind == "ring":
            actions.move_in_circle(row, what, on=said["on"], by=request.actor, at=request.now)
        else:
            actions.left_their_life(row, what, on=said["on"], by=request.actor, at=request.now)

    return written(request, BecameForm, sheet, do, now_on=held(row).ring_on(timezone.localdate(request.now)))


@page(methods=WRITING)
def put_right(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """What was written of somebody, as it should have been."""
    opened, row, sheet = _about_one(
        request, person_id, row_id, _("Put right what is written of %(name)s"), _("It is put right. What it said before is kept too."),
        draft=f"amended circle/{row_id}",
        lead=_("For what was never so. What has changed in their life has its own page, and its own day."),
    )  # fmt: skip
    found, had = circle_now(opened.id, timezone.localdate(request.now)), held(row)

    def do(said: dict[str, Any]) -> None:
        known = said.pop("known_here", None)
        told = InCircle(**{"there_before": False, **said})
        actions.put_right_in_circle(row, told, known_here_id=known.id if known else None, by=request.actor, at=request.now)

    ring = had.ring_on(timezone.localdate(request.now))
    initial = {"ring": ring, "known_here": row.known_here_id, **{name: getattr(row, name) for name in ("name", "relation", "gives", "receives", "words")}}
    known = _who_it_could_be(request, row)
    came_later = bool(found.compared and found.begun and not had.at_start(found.begun))
    return written(request, PutRightForm, sheet, do, stands=initial, known=known, came_later=came_later)


def _who_it_could_be(request: Request, row: InTheirLife) -> QuerySet[Person]:
    """People in sight whose name is like theirs, and whoever they are linked to; that these names were shown is written down."""
    keys = {*called_something_like(row.name).values_list("id", flat=True), row.known_here_id} - {None, row.person_id}
    found = Person.objects.filter(id__in=keys).order_by("name")
    if shown := list(found.values_list("id", flat=True)):
        leave_a_look(request, "known already?", *shown)
    return found


@page(methods=("POST",))
def back_in_circle(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They are in their life after all."""
    opened = open_person(request, person_id)
    actions.back_in_their_life(about(InTheirLife, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("They are back."))
    return see_other(_here(opened))


@page(methods=("POST",))
def never_in_circle(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.never_in_their_life(about(InTheirLife, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(_here(opened))
