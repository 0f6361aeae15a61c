"""What it is really like, written beside an entry."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.models import Impression
from alongside.directory.twins.family import of_it
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

from .forms import ImpressionForm
from .keeping import entry_there


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def say_what_it_is_like(request: Request, entry_id: UUID) -> HttpResponse:
    """A few words by whoever went."""
    found = entry_there(entry_id)
    sheet = Sheet(
        title=_("What is %(name)s really like?") % {"name": found.name},
        back=reverse("noticeboard:entry", args=[found.id]),
        kept=_("It is kept. Thank you for going."),
        draft=f"impression/{found.id}",
        lead=_("What somebody should know before they go, which no leaflet says."),
    )

    def do(said: dict[str, Any]) -> None:
        actions.say_what_it_is_like(found, said["words"], private=said["private"], by=request.actor, at=request.now)

    return written(request, ImpressionForm, sheet, do)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, entry_id: UUID, impression_id: UUID) -> HttpResponse:
    """It is not so any more."""
    found = Impression.objects.filter(of_it(entry_id), id=impression_id, taken_back_at__isnull=True).first()
    if found is None:
        raise Http404
    actions.take_back_what_it_is_like(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("noticeboard:entry", args=[entry_id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def say_what_they_found(request: Request, entry_id: UUID) -> HttpResponse:
    """What stood in somebody's way is said among what the entry says of getting in and about."""
    there = reverse("noticeboard:entry", args=[entry_there(entry_id).id])
    try:
        entry = actions.say_what_they_found(entry_id, request.POST.get("reason", ""), by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.error(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(there)
    messages.success(request, _("It says now: %(words)s. Put it right there if that is not quite so.") % {"words": entry.access_words})
    return see_other(there)
