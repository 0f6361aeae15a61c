"""The page of whoever introduces people: a form, and what became of what they brought; theirs, and no more."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import Refused
from alongside.trail.doing import lines_now
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from . import actions
from .actions import Brought
from .forms import BringForm
from .links import reference_in
from .models import Introducer
from .queries import brought_by, introducers, introduces_by

LATELY = 20
"""How many of their own they see."""


def _page(request: Request, found: Introducer, way: str, here: str, *, by: Actor) -> HttpResponse:
    form = BringForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            actions.bring_in(Brought(**form.cleaned_data), team_id=found.team_id, way=way, introducer=found, by=by, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("Thank you. The team asks them, if nobody has, and you read here what became of it."))
            return see_other(here)
    context = {"introducer": found, "form": form, "rows": list(brought_by(found)[:LATELY])}
    return render(request, "introductions/bring.html", context, status=422 if form.errors else 200)


@page(public=True, methods=WRITING)
def by_link(request: Request, address: str) -> HttpResponse:
    """By their link; it names nobody whom they did not name themselves, and what was decided names nobody."""
    reference = reference_in(address)
    guest = introduces_by(reference) if reference else None
    if guest is None:
        return render(request, "introductions/over.html", status=404)
    lines_now().known(guest)
    found = introducers().get(id=guest.id)
    return _page(request, found, "link", reverse("introductions:bring", args=[address]), by=guest)


@page(roles=(Role.PARTNER,))
def my_introductions(request: Request) -> HttpResponse:
    """Where a partner who signs in introduces people: each team to which they do."""
    rows = [(one, list(brought_by(one)[:LATELY])) for one in introducers().filter(staff_id=request.actor.id)]
    return render(request, "introductions/mine.html", {"rows": rows})


@page(roles=(Role.PARTNER,), methods=WRITING)
def bring_signed_in(request: Request, introducer_id: UUID) -> HttpResponse:
    """The same where they sign in."""
    found = introducers().filter(id=introducer_id, staff_id=request.actor.id).first()
    if found is None:
        raise Http404
    return _page(request, found, "account", reverse("introductions:bring signed in", args=[found.id]), by=request.actor)
