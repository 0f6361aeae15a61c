"""Somebody near who offers what a person would like, or would like what they offer: nobody's name before both agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.connections.actions import meeting
from alongside.connections.near import Near, near_to
from alongside.directory.reasons import days_said
from alongside.people.models import KeptApart, WouldLike
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .forms.near import ApartForm, MeetForm, MetForm, WouldLikeForm


@page()
def near(request: Request, person_id: UUID) -> HttpResponse:
    """All who may meet them, by how it stands."""
    opened = open_person(request, person_id)
    found, today = near_to([opened.id]), timezone.localdate(request.now)
    by_state: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        by_state.setdefault(one.state, []).append({"near": one, "reasons": _reasons(one), "lapsed": one.lapsed(today)})
    return render(request, "desk/near.html", {"person": opened, "back": reverse("desk:person", args=[opened.id]), "nobody": not found, **by_state})


def _reasons(one: Near) -> list[str]:
    words = ", ".join(f"“{said}”" for said in one.about if said)
    how_near = {"walk": _("a walk away"), "ride": _("a few kilometres away"), "neighbourhood": _("in the same neighbourhood")}
    reasons = [_("it is about %(words)s") % {"words": words}] if words else []
    reasons += [how_near[one.near]] if one.near else []
    return reasons + ([_("a day that suits both: %(days)s") % {"days": days_said(one.days)}] if one.days else [])


def _one(opened: Opened, pair: UUID, *states: str) -> Near:
    found = next((one for one in near_to([opened.id]) if one.pair == pair and one.state in states), None)
    if found is None:
        raise Http404
    return found


@page(methods=WRITING)
def would_like(request: Request, person_id: UUID) -> HttpResponse:
    """What they would like a neighbour to do with them or for them."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("What %(name)s would like of a neighbour") % {"name": opened.called},
        _("It is kept. Somebody near who offers it may be asked, and is told no name."),
        draft="would like",
        lead=_("Only what they chose themselves. Nobody learns who would like it before both have said yes, and they can withdraw it at any time."),
        wished=list(WouldLike.objects.filter(person_id=opened.id).order_by("at", "id")),
    )
    return written(
        request,
        WouldLikeForm,
        replace(sheet, template="desk/would_like.html", then=reverse("desk:near", args=[opened.id])),
        lambda said: meeting.would_like(opened.person, **said, by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def rather_nobody(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They withdraw what they would like."""
    opened = open_person(request, person_id)
    meeting.would_rather_not(about(WouldLike, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is withdrawn. From now on nobody is asked for it."))
    return see_other(reverse("desk:would like", args=[opened.id]))


@page(methods=WRITING)
def said(request: Request, person_id: UUID, pair: UUID) -> HttpResponse:
    """What they say, asked whether they would like to meet somebody near."""
    opened = open_person(request, person_id)
    one = _one(opened, pair, "could", "no")
    here = reverse("desk:near", args=[opened.id])
    words = "; ".join(_reasons(one))
    lead = _("Somebody near would like this: %(reasons)s.") if one.gives else _("Somebody near would like to be asked for this: %(reasons)s.")
    sheet = sheet_of(
        opened,
        _("Would %(name)s like to meet somebody near?") % {"name": opened.called},
        _("It is kept. If both say yes, both sides see a first name and whom to ring. A no is told to nobody."),
        lead=lead % {"reasons": words} + " " + _("Ask them alone. You know no more of the other, and neither side learns more before both say yes."),
    )
    return written(
        request,
        MeetForm,
        replace(sheet, back=here, then=here),
        lambda told: meeting.they_said(opened.person, pair, told["answer"], how_they_said_so=told["how_they_said_so"], by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def think_otherwise(request: Request, person_id: UUID, pair: UUID) -> HttpResponse:
    """They take back what they said, or end what both had agreed."""
    opened = open_person(request, person_id)
    one = _one(opened, pair, "waiting", "no", "both")
    meeting.take_back_what_they_said(opened.person, pair, by=request.actor, at=request.now)
    messages.success(request, _("It has ended. The other side sees that it ended, and not by whom.") if one.state == "both" else _("It is taken back."))
    return see_other(reverse("desk:near", args=[opened.id]))


@page(methods=WRITING)
def met(request: Request, person_id: UUID, pair: UUID) -> HttpResponse:
    """The first meeting took place: it becomes a connection."""
    opened = open_person(request, person_id)
    one = _one(opened, pair, "both")
    sheet = sheet_of(
        opened,
        _("%(name)s and %(other)s met") % {"name": opened.called, "other": one.called},
        _("It is a connection now, on their page."),
        draft=f"two met/{pair}",
        at="connections",
    )
    return written(
        request,
        MetForm,
        sheet,
        lambda told: meeting.they_met(opened.person, one, **told, by=request.actor, at=request.now),
        initial={"on": timezone.localdate(request.now)},
    )


@page(methods=WRITING)
def apart(request: Request, person_id: UUID) -> HttpResponse:
    """Whom they must never be brought together with."""
    opened = open_person(request, person_id)
    here = reverse("desk:kept apart", args=[opened.id])
    sheet = sheet_of(
        opened,
        _("Whom %(name)s must not meet") % {"name": opened.called},
        _("It is kept. Nobody of this name is ever matched with them."),
        draft="kept apart",
        lead=_("For their safety. Whoever bears this name, or one that sounds like it, is never matched with them, whichever team they are with."),
        walls=list(KeptApart.objects.filter(person_id=opened.id).order_by("at", "id")),
    )
    return written(
        request,
        ApartForm,
        replace(sheet, template="desk/kept_apart.html", then=here),
        lambda told: meeting.keep_apart(opened.person, told["name"], why=told["why"], by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def no_longer_apart(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """It holds no more."""
    opened = open_person(request, person_id)
    meeting.no_longer_apart(about(KeptApart, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is ended; it stays in the record."))
    return see_other(reverse("desk:kept apart", args=[opened.id]))
