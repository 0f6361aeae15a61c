"""What somebody brings, and what they would like to be asked to help with."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.connections.actions import meeting
from alongside.people.actions import gifts as actions
from alongside.people.models import Gift, LikesToBeAsked
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.gifts import GiftForm, GiftsForm, LikesToBeAskedForm


@page(methods=WRITING)
def gifts(request: Request, person_id: UUID) -> HttpResponse:
    """What they bring; several may be written down in one go."""
    opened = open_person(request, person_id)
    held = list(Gift.objects.filter(person_id=opened.id).order_by("at", "id"))
    sheet = sheet_of(
        opened, _("What %(name)s brings") % {"name": opened.called}, _("It is kept."), draft="gifts", at="gifts", rows=held, undo="gift", one_more=_("More")
    )
    return written(
        request,
        GiftsForm,
        replace(sheet, template="desk/gifts.html"),
        lambda said: actions.write_gifts(opened.person, [row["words"] for row in said["told"]], by=request.actor, at=request.now),
    )


@page(methods=WRITING)
def put_right(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """What they bring, said better."""
    opened = open_person(request, person_id)
    gift = about(Gift, opened, row_id)
    here = reverse("desk:gifts", args=[opened.id])
    sheet = sheet_of(
        opened, say(words.PUT_GIFT_RIGHT, request.actor.vocabulary), _("It is put right. What it said before is kept too."), draft=f"amended gift/{gift.id}"
    )
    return written(
        request,
        GiftForm,
        replace(sheet, back=here, then=here),
        lambda said: actions.put_gift_right(gift, said["words"], by=request.actor, at=request.now),
        stands={"words": gift.words},
    )


@page(methods=("POST",))
def end_gift(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """A gift is so no longer, or is after all."""
    opened = open_person(request, person_id)
    gift = about(Gift, opened, row_id)
    if gift.until is None:
        actions.no_longer(gift, by=request.actor, at=request.now)
        messages.success(request, _("It is so no longer; it stays in the record, and you can bring it back."))
    else:
        actions.after_all(gift, by=request.actor, at=request.now)
        messages.success(request, _("It is back."))
    return see_other(reverse("desk:gifts", args=[opened.id]))


@page(methods=WRITING)
def likes_to_be_asked(request: Request, person_id: UUID) -> HttpResponse:
    """What they would like to be asked to help with: their own choice, withdrawn at any time."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("What %(name)s would like to be asked to help with") % {"name": opened.called},
        _("It is kept. Whoever finds something for a neighbour may see it, as far as they may see this page."),
        draft="likes to be asked",
        lead=_(
            "Only what they chose themselves. They can withdraw it at any time. Nobody outside the team sees it: "
            "a colleague elsewhere may learn that somebody near would like to, and no more before both said yes."
        ),
        asked=list(LikesToBeAsked.objects.filter(person_id=opened.id).order_by("at", "id")),
        asks=True,
    )
    return written(
        request,
        LikesToBeAskedForm,
        replace(sheet, then=reverse("desk:likes to be asked", args=[opened.id])),
        lambda said: meeting.likes_to_be_asked(opened.person, **said, by=request.actor, at=request.now),
    )


@page(methods=("POST",))
def rather_not(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """They withdraw it."""
    opened = open_person(request, person_id)
    actions.would_rather_not_be_asked(about(LikesToBeAsked, opened, row_id), by=request.actor, at=request.now)
    messages.success(request, _("It is withdrawn. From now on nobody is offered it."))
    return see_other(reverse("desk:likes to be asked", args=[opened.id]))
