"""Who introduces people to the team, and the link by which each of them does."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.notices.sending import sent
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .actions.introducers import A_YEAR, From
from .forms import IntroducerForm, LinkForm
from .links import address_of
from .models import Introducer
from .permissions import team_to_record_for
from .queries import introducers

OURS = tuple(TEAM_ROLES)


@page(roles=OURS)
def everybody(request: Request) -> HttpResponse:
    """All who introduce people to the team."""
    rows = list(introducers().filter(team_id=team_to_record_for(request.actor)))
    return render(request, "introductions/introducers.html", {"rows": rows, "today": timezone.localdate(request.now)})


@page(roles=OURS, methods=WRITING)
def new(request: Request) -> HttpResponse:
    """Somebody more who introduces people."""
    made: list[Introducer] = []
    sheet = Sheet(
        title=_("Somebody who introduces people"),
        back=reverse("introductions:introducers"),
        kept=_("They are kept, with a link of their own that you can send."),
        draft="introducer",
        lead=_("They introduce somebody on a page of their own, and read there what became of it: theirs, and no more."),
    )

    def do(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        made.append(actions.keep_introducer(From(**said, staff_id=staff.id if staff else None), by=request.actor, at=request.now))

    today = timezone.localdate(request.now)
    colleagues = Staff.objects.filter(is_active=True, seats__role=Role.PARTNER.value, seats__since__lte=today).order_by("name").distinct()
    answer = written(request, IntroducerForm, sheet, do, initial={"source": "other"}, colleagues=colleagues)
    return see_other(reverse("introductions:introducer", args=[made[0].id])) if made else answer


def _ours(request: Request, introducer_id: UUID) -> Introducer:
    found = introducers().filter(id=introducer_id, team_id=team_to_record_for(request.actor)).first()
    if found is None:
        raise Http404
    return found


@page(roles=OURS)
def one(request: Request, introducer_id: UUID) -> HttpResponse:
    """Their link: words for a message, and the address as a square that a camera reads."""
    found = _ours(request, introducer_id)
    url = request.build_absolute_uri(reverse("introductions:bring", args=[address_of(found.reference)]))
    context = {
        "introducer": found,
        "url": url,
        "over": found.link_ended_at is not None or found.link_until <= timezone.localdate(request.now),
        "square": segno.make(url, error="m").svg_data_uri(scale=5, border=2),
        "words": _("Here you introduce somebody to %(team)s, and read what became of it; it needs no account: %(url)s") % {"team": found.team.name, "url": url},
        "me": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
    }
    return render(request, "introductions/introducer.html", context)


@page(roles=OURS, methods=WRITING)
def another_link(request: Request, introducer_id: UUID) -> HttpResponse:
    """Another link, and until when."""
    found = _ours(request, introducer_id)
    sheet = Sheet(
        title=_("Another link for %(name)s") % {"name": found.name},
        back=reverse("introductions:introducer", args=[found.id]),
        kept=_("The new link is made, and the one before opens nothing any more."),
        draft=f"introducer link/{found.id}",
        button=_("Make the link"),
    )

    def do(said: dict[str, Any]) -> None:
        actions.new_introducers_link(found, until=said["until"], by=request.actor, at=request.now)

    return written(request, LinkForm, sheet, do, initial={"until": timezone.localdate(request.now) + A_YEAR})


@page(roles=OURS, methods=WRITING)
def send_link(request: Request, introducer_id: UUID) -> HttpResponse:
    """That something is answered there, with their link: in fixed sentences that name nobody."""
    found = _ours(request, introducer_id)
    there = reverse("introductions:introducer", args=[found.id])
    if found.link_ended_at is not None or found.link_until <= timezone.localdate(request.now):
        return see_other(there)
    sheet = Sheet(
        title=_("Tell %(name)s that something is answered") % {"name": found.name},
        back=there,
        then=reverse("notices:outbox"),
        kept=_("It is in the outbox."),
        draft=f"send introducer/{found.id}",
        button=_("Send it"),
        lead=_("It goes with fixed sentences that name no person. What became of it stands in the outbox."),
    )
    opens = request.build_absolute_uri(reverse("introductions:bring", args=[address_of(found.reference)]))
    leads = {"link": opens, "until": found.link_until, "about": f"introducer {found.id}"}
    known = {"way": "e-mail" if found.email else "telephone", "to": found.email, "called": found.name}
    return sent(request, sheet, "answered", leads, team_id=found.team_id, initial=known)


@page(roles=OURS, methods=("POST",))
def end_link(request: Request, introducer_id: UUID) -> HttpResponse:
    """Nobody introduces anybody by it any more."""
    found = _ours(request, introducer_id)
    actions.end_introducers_link(found, by=request.actor, at=request.now)
    messages.success(request, _("The link is ended."))
    return see_other(reverse("introductions:introducer", args=[found.id]))
