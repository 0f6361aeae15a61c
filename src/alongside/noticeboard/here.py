"""What else is at this place, and by this organisation; and what is true of the place, said of all of it with one press."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.directory.actions.here import say_of_all_here, take_back_of_all_here
from alongside.directory.here import known_from_others, others, would_say
from alongside.directory.models import Entry
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .keeping import entry_there

SAID_HERE = "said of all here"
"""In the session: from which entry, and what the others said before; for whoever pressed too soon."""


def reached_from(request: Request, entry: Entry) -> dict[str, Any]:
    """What the page of an entry shows of them."""
    found = others(entry)
    has, lacks = known_from_others(entry, found.all_here)
    keeps = request.actor.is_a(*TEAM_ROLES)
    last = request.session.get(SAID_HERE) if keeps else None
    return {
        "others": found,
        "others_say": {"has": has, "lacks": lacks} if has or lacks else None,
        "say_otherwise": [one for one in found.all_here if would_say(entry, one)] if keeps else [],
        "said_of_all_here": bool(last and last["from"] == str(entry.id)),
    }


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def of_all_here(request: Request, entry_id: UUID) -> HttpResponse:
    """What this one says of the place is so for everything here."""
    found = entry_there(entry_id)
    try:
        before = say_of_all_here(found.id, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        request.session[SAID_HERE] = {"from": str(found.id), "before": before}
        messages.success(request, ngettext("%(many)d other says it now too.", "%(many)d others say it now too.", len(before)) % {"many": len(before)})
    return see_other(reverse("noticeboard:entry", args=[found.id]) + "#here")


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def not_of_all_here(request: Request, entry_id: UUID) -> HttpResponse:
    """It was not so for all of them."""
    found, last = entry_there(entry_id), request.session.get(SAID_HERE)
    if last and last["from"] == str(found.id):
        take_back_of_all_here(last["before"], by=request.actor, at=request.now)
        del request.session[SAID_HERE]
        messages.success(request, _("They say again what they said."))
    return see_other(reverse("noticeboard:entry", args=[found.id]) + "#here")
