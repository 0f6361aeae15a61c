"""Each turn of ours in a hand-over: saying more, taking it back, that the person was told, its link, and the page that both share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import Opened
from alongside.handovers import actions
from alongside.handovers.links import address_of
from alongside.handovers.models import StepUp
from alongside.handovers.queries import shared_page_of, versions_of
from alongside.notices.sending import sent
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from ..forms.step_ups import LinkForm, SayForm, SharedForm, TakeBackForm, ToldForm
from ..telling import how_they_like_it
from .finding import ours, stands_of
from .ours import OURS, here


def _sheet(opened: Opened, found: StepUp, title: str, kept: str, draft: str, lead: str = "") -> Sheet:
    sheet = sheet_of(opened, title, kept, draft=f"{draft}/{found.id}", lead=lead)
    return replace(sheet, back=here(found), then=here(found))


@page(roles=OURS, methods=WRITING)
def say(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """Something more to the other side."""
    opened, found = ours(request, person_id, step_up_id)
    sheet = _sheet(opened, found, _("Write to %(name)s") % {"name": found.receiver.name}, _("It stands in the exchange."), "said in hand-over")
    return written(request, SayForm, sheet, lambda said: actions.say(found, said["words"], by=request.actor, at=request.now))


@page(roles=OURS, methods=WRITING)
def take_back(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """It ends here."""
    opened, found = ours(request, person_id, step_up_id)
    kept = _("It is taken back. At their next request they see nothing of it.")
    sheet = _sheet(opened, found, _("Take it back from %(name)s") % {"name": found.receiver.name}, kept, "took hand-over back")
    return written(request, TakeBackForm, sheet, lambda said: actions.take_back(found, said["words"], by=request.actor, at=request.now))


@page(roles=OURS, methods=WRITING)
def tell_them(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """Whether the person was told: of handing it over, or of what became of it."""
    opened, found = ours(request, person_id, step_up_id)
    title = _("What was %(name)s told?") % {"name": opened.called}
    known, _way = how_they_like_it(opened.id)
    sheet = _sheet(opened, found, title, _("It is kept whether they were told."), "told of hand-over", known)

    def do(said: dict[str, Any]) -> None:
        actions.tell_them(found, said["told"], said["words"], by=request.actor, at=request.now)

    return written(request, ToldForm, sheet, do, initial={"told": found.told})


@page(roles=OURS)
def link(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """The link of this hand-over: words for a message, and the address as a square that a camera reads. Nobody's name is in either."""
    opened, found = ours(request, person_id, step_up_id)
    url = request.build_absolute_uri(reverse("desk:handed", args=[address_of(found.reference)]))
    words = _("Something was handed to you by %(team)s. Read it and answer here: %(url)s") % {"team": found.receiver.team.name, "url": url}
    context = {
        "person": opened,
        "step_up": found,
        "url": url,
        "square": segno.make(url, error="m").svg_data_uri(scale=5, border=2),
        "words": words,
        "me": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
        "back": here(found),
    }
    return render(request, "desk/step_ups/link.html", context)


@page(roles=OURS, methods=WRITING)
def send_link(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """The link goes out by itself, in fixed sentences that name nobody."""
    opened, found = ours(request, person_id, step_up_id)
    there = reverse("desk:step up link", args=[opened.id, found.id])
    if not found.is_open or found.link_ended_at is not None:
        return see_other(there)
    sheet = replace(
        _sheet(opened, found, _("Send the link to %(name)s") % {"name": found.receiver.name}, _("It is in the outbox."), "send hand-over"),
        back=there,
        then=reverse("notices:outbox"),
        button=_("Send it"),
        lead=_("It goes with fixed sentences that name no person. What became of it stands in the outbox."),
    )
    opens = request.build_absolute_uri(reverse("desk:handed", args=[address_of(found.reference)]))
    leads = {"link": opens, "until": found.until, "about": f"step up {found.id}"}
    known = {"way": "e-mail" if found.receiver.email else "telephone", "to": found.receiver.email or found.receiver.phone, "called": found.receiver.name}
    return sent(request, sheet, "handed over", leads, team_id=found.receiver.team_id, initial=known)


@page(roles=OURS, methods=WRITING)
def another_link(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """Another link, and until when it is open."""
    opened, found = ours(request, person_id, step_up_id)
    kept = _("The new link is made, and the one before opens nothing any more.")
    there = reverse("desk:step up link", args=[opened.id, found.id])
    sheet = replace(_sheet(opened, found, _("Another link for %(name)s") % {"name": found.receiver.name}, kept, "link of hand-over"), then=there)
    return written(
        request, LinkForm, sheet, lambda said: actions.new_link(found, until=said["until"], by=request.actor, at=request.now), initial={"until": found.until}
    )


@page(roles=OURS, methods=("POST",))
def end_link(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    _opened, found = ours(request, person_id, step_up_id)
    actions.end_link(found, by=request.actor, at=request.now)
    messages.success(request, _("The link is ended."))
    return see_other(here(found))


@page(roles=OURS, methods=WRITING)
def shared(request: Request, person_id: UUID, step_up_id: UUID) -> HttpResponse:
    """The page that both share, as we write on it; every version stays."""
    opened, found = ours(request, person_id, step_up_id)
    lead = _("%(name)s reads this and writes on it too. Notes of your own belong in the record: they do not read those.") % {"name": found.receiver.name}
    sheet = _sheet(opened, found, _("The page you share"), _("The page is kept; what stood there before stays readable."), "shared page", lead)
    sheet = replace(sheet, template="desk/step_ups/shared.html", more={**sheet.more, "versions": versions_of(found)[1:]})

    def do(said: dict[str, Any]) -> None:
        actions.write_shared(found, **said, by=request.actor, at=request.now)

    return written(request, SharedForm, sheet, do, stands=stands_of(shared_page_of(found)))
