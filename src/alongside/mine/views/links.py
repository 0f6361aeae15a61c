"""Giving somebody a link to their copy, with a slip of paper for them, and ending it."""

from __future__ import annotations

from uuid import UUID

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.people.permissions import may_write
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .. import actions, guessing
from ..addresses import address_of, code_of
from ..forms import LinkForm
from ..models import Link


@page(methods=WRITING)
def give(request: Request, person_id: UUID) -> HttpResponse:
    """Until when."""
    opened = open_person(request, person_id)
    made: list[Link] = []
    sheet = sheet_of(
        opened,
        _("A link for %(name)s") % {"name": opened.called},
        _("The link is ready. It opens with the code; tell them the code aloud, or write it down apart."),
        lead=_("They read their newest copy by it, on any telephone or computer, without an account. You can end it at any time."),
    )
    response = written(
        request, LinkForm, sheet, lambda said: made.append(actions.give_link(opened.person, until=said["until"], by=request.actor, at=request.now))
    )
    return see_other(reverse("mine:slip", args=[opened.id, made[0].id])) if made else response


@page()
def slip(request: Request, person_id: UUID, link_id: UUID) -> HttpResponse:
    """The address to hand over on paper, and the code, which is told apart and never printed with it."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    link = about(Link, opened, link_id)
    url = request.build_absolute_uri(reverse("mine:open", args=[address_of(link.reference)]))
    context = {
        "person": opened,
        "link": link,
        "holds": link.ended_at is None and link.until > timezone.localdate(request.now),
        "url": url,
        "square": segno.make(url, error="m").svg_data_uri(scale=6, border=3),
        "code": code_of(link.id, link.code_number),
        "locked": guessing.is_locked(link.reference),
        "to_ring": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
    }
    return render(request, "mine/slip.html", context)


@page(methods=("POST",))
def end(request: Request, person_id: UUID, link_id: UUID) -> HttpResponse:
    """It opens nothing any more."""
    opened = open_person(request, person_id)
    actions.end_link(about(Link, opened, link_id), by=request.actor, at=request.now)
    messages.success(request, _("The link is ended. It opens nothing any more."))
    return see_other(reverse("mine:own copy", args=[opened.id]))


@page(methods=("POST",))
def code(request: Request, person_id: UUID, link_id: UUID) -> HttpResponse:
    """Another code for the same link."""
    opened = open_person(request, person_id)
    link = about(Link, opened, link_id)
    actions.new_code(link, by=request.actor, at=request.now)
    guessing.try_anew(link.reference)
    messages.success(request, _("The link has a new code. The old one opens nothing."))
    return see_other(reverse("mine:slip", args=[opened.id, link.id]))
