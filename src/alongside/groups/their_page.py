"""What whoever leads a group opens by its link, without a login: its own page, its starter pack, and the answer after six and twelve months."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other, with_query

from . import actions, rules
from .by_link import Page, page_by_link
from .forms import StillGoingForm
from .links import reference_in
from .on_paper import Pack, as_file, next_days, pages_of
from .words import THINGS


def _asked(address: str) -> Page | None:
    reference = reference_in(address)
    return page_by_link(reference) if reference else None


def over(request: Request) -> HttpResponse:
    """The link opens nothing: it is ended or over, or we never made it."""
    return render(request, "groups/register_over.html", status=404)


def _pack(found: Page, request: Request) -> Pack:
    return Pack(
        name=found.name,
        what_happens=found.what_happens,
        times=found.times,
        address=found.address,
        meets=next_days(found.entry, today=timezone.localdate(request.now)),
        held=[(thing.stored, found.held[thing.stored], "") for thing in THINGS if thing.stored in found.held],
        ring=found.ring,
        team=found.team,
        organisation=found.organisation,
        pages=pages_of(found.pack),
    )


@page(public=True)
def their_page(request: Request, address: str) -> HttpResponse:
    """What it is, when and where, whom to ring, who holds what by side, and the pack; to read and to print."""
    found = _asked(address)
    if found is None:
        return over(request)
    pack = _pack(found, request)
    held = {thing: side for thing, side, _who in pack.held}
    context = {
        "group": pack,
        "address": address,
        "until": found.until,
        "holders": [(thing.stored, held.get(thing.stored, "")) for thing in THINGS],
        "asked": rules.due(found.steps, today=timezone.localdate(request.now)),
    }
    return render(request, "groups/their_page.html", context)


@page(public=True)
def their_pack(request: Request, address: str) -> HttpResponse:
    """The pack as a tagged PDF."""
    found = _asked(address)
    return over(request) if found is None else as_file(_pack(found, request), request.actor.vocabulary)


@page(public=True, methods=WRITING)
def still_going(request: Request, address: str) -> HttpResponse:
    """Is it still going, who holds what, is anything needed? Opening it answers nothing, whatever opens links by itself."""
    reference, found = reference_in(address), _asked(address)
    if reference is None or found is None:
        return over(request)
    months = rules.due(found.steps, today=timezone.localdate(request.now))
    form = StillGoingForm(request.POST or None, vocabulary=request.actor.vocabulary, initial=found.held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_still_going(reference, form.told(), by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return see_other(with_query(reverse("groups:still going", args=[address]), thanks="1"))
    context = {
        "form": form,
        "group": found,
        "months": months,
        "address": address,
        "thanks": "thanks" in request.GET and request.method != "POST",
    }
    return render(request, "groups/still_going.html", context, status=422 if form.errors else 200)
