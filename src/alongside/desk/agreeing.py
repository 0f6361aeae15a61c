"""What we agreed, and a good life in their words: every version to be read, signed on paper, and ended in part or whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.journeys import actions as journeys
from alongside.journeys.comparing import Piece, compared
from alongside.journeys.models import Agreement, EndedPart, GoodLife
from alongside.journeys.queries import IN_PARTS, still_holds
from alongside.journeys.rules import Parts
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.agreeing import AgreementForm, EndPartForm, GoodLifeForm
from .reading import beside

_BOXES = ("words", *IN_PARTS)


def _versions_of(person_id: UUID) -> list[Agreement]:
    return list(Agreement.objects.filter(person_id=person_id).select_related("by").prefetch_related("ended_parts__by").order_by("-version"))


@page(methods=WRITING)
def agreement(request: Request, person_id: UUID) -> HttpResponse:
    """What we each do; a new version each time, begun from what still holds of the last."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    before = _versions_of(opened.id)
    sheet = sheet_of(
        opened,
        say(words.AGREED_WITH, mine, name=opened.called),
        say(words.AGREEMENT_KEPT, mine),
        draft="agreement",
        at="agreement",
        lead=_("They can change or end any part of it at any time."),
        versions=before,
    )
    # How they agreed is asked each time: a yes to the last version is none to this one.
    initial = still_holds(before[0]) if before else {}

    def agree(said: dict[str, Any]) -> None:
        parts = Parts(**{name: said.pop(name) for name in IN_PARTS})
        journeys.agree(opened.person, said.pop("words"), parts=parts, **said, by=request.actor, at=request.now)

    return written(request, AgreementForm, replace(sheet, template="desk/agreement.html"), agree, stands=initial)


@dataclass(frozen=True)
class Version:
    """One version as its page shows it: each box with its words, what changed in it, and whether they ended it."""

    row: Any
    number: int
    on: date
    boxes: list[tuple[str, str, list[Piece], EndedPart | None]]
    end: EndedPart | None
    changed: bool


def _version(row: Agreement, before: Agreement | None) -> Version:
    ended = {one.part: one for one in row.ended_parts.all()}
    boxes = []
    for name in _BOXES:
        now, then = getattr(row, name), getattr(before, name) if before else ""
        if now or then:
            boxes.append((name, now, compared(then, now) if before and then != now else [], ended.get(name)))
    return Version(row, row.version, row.agreed_on, boxes, ended.get("whole"), any(pieces for _, _, pieces, _ in boxes))


@page()
def agreement_versions(request: Request, person_id: UUID) -> HttpResponse:
    """Every version of what was agreed: what changed, by whom it was written, when and how it was agreed, and what they ended."""
    opened = open_person(request, person_id)
    rows = _versions_of(opened.id)
    versions = [_version(row, before) for row, before in zip(rows, [*rows[1:], None], strict=False)]
    title = say(words.EVERY_VERSION, request.actor.vocabulary, name=opened.called)
    return render(
        request, "desk/versions.html", {"person": opened, "title": title, "versions": versions, "actor_id": request.actor.id, "today": _today(request)}
    )


@page()
def good_life_versions(request: Request, person_id: UUID) -> HttpResponse:
    """What they said a good life is, each time they said it, and what changed between."""
    opened = open_person(request, person_id)
    rows = list(GoodLife.objects.filter(person_id=opened.id).select_related("by").order_by("-at", "-id"))
    told = [
        (row, compared(before.words, row.words) if before and before.words != row.words else []) for row, before in zip(rows, [*rows[1:], None], strict=False)
    ]
    title = say(words.EVERY_GOOD_LIFE, request.actor.vocabulary, name=opened.called)
    return render(request, "desk/good_lives.html", {"person": opened, "title": title, "told": told})


@page(methods=WRITING)
def good_life(request: Request, person_id: UUID) -> HttpResponse:
    """A good life, as they say it today; what they said before stays and can be read."""
    opened = open_person(request, person_id)
    before = list(GoodLife.objects.filter(person_id=opened.id).select_related("by").order_by("-at"))
    title = say(words.GOOD_LIFE_FOR, request.actor.vocabulary, name=opened.called)
    sheet = sheet_of(opened, title, _("Their words are kept."), draft="good life", at="good-life", good_lives=before)
    return written(
        request,
        GoodLifeForm,
        sheet,
        lambda said: journeys.tell_good_life(opened.person, **said, by=request.actor, at=request.now),
        stands={"words": before[0].words if before else ""},
    )


@page()
def to_sign(request: Request, person_id: UUID) -> HttpResponse:
    """What holds of the agreement on one sheet of paper, with a line to sign on."""
    opened = open_person(request, person_id)
    known = beside(opened.id)
    if not (newest := next(iter(_versions_of(opened.id)), None)) or not still_holds(newest):
        return _nothing_agreed(request, opened, say(words.SHEET_TO_SIGN, request.actor.vocabulary))
    ended = {one["part"] for one in (known["agreement"] or {}).get("ended") or []}
    to_ring = Staff.objects.filter(id=request.actor.id).values("name", "phone").first()
    return render(request, "desk/to_sign.html", {"person": opened, "today": _today(request), "to_ring": to_ring, "ended": ended, **known})


@page(methods=WRITING)
def end_part(request: Request, person_id: UUID) -> HttpResponse:
    """They end a part of what was agreed, or the whole of it."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    newest = next(iter(_versions_of(opened.id)), None)
    title = say(words.THEY_END_A_PART, mine, name=opened.called)
    if newest is None or not still_holds(newest):
        return _nothing_agreed(request, opened, title)
    sheet = sheet_of(
        opened,
        title,
        say(words.PART_ENDED, mine),
        draft="ended part",
        at="agreement",
        lead=say(words.THEY_CAN_END_IT, mine),
    )
    return written(
        request,
        EndPartForm,
        sheet,
        lambda said: journeys.end_part(newest, said.pop("part"), **said, by=request.actor, at=request.now),
        initial={},
        holds=list(still_holds(newest)),
    )


@page(methods=("POST",))
def take_back_ended_part(request: Request, person_id: UUID, ended_id: UUID) -> HttpResponse:
    """They did not end it after all: undone on the day it was written."""
    opened = open_person(request, person_id)
    journeys.take_back_ended_part(about(EndedPart, opened, ended_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back, and holds as before."))
    return see_other(reverse("desk:person", args=[opened.id]) + "#agreement")


def _nothing_agreed(request: Request, opened: Opened, title: str) -> HttpResponse:
    """Nothing that could be signed, or ended, holds: said so, with the way to agree on something."""
    return render(request, "desk/nothing_agreed.html", {"person": opened, "title": title})


def _today(request: Request) -> date:
    return timezone.localdate(request.now)
