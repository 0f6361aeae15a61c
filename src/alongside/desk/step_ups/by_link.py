"""A hand-over by its own link, without a login: the address alone shows nobody, whatever opens links by itself; it is read behind a press."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.opening import leave_a_look
from alongside.handovers.links import reference_in
from alongside.handovers.models import StepUp
from alongside.handovers.queries import HandedTo, handed_by, handed_to_me
from alongside.trail.doing import lines_now
from alongside.web.pages import Request, page
from alongside.web.writing import see_other, with_query

from .finding import NAMED
from .theirs import seen_by_them, turned


def handed_here(address: str) -> tuple[HandedTo, StepUp] | None:
    """Whose hand-over the address is, while it is open. From here on the database answers as to that side, and nobody else."""
    reference = reference_in(address)
    guest = handed_by(reference) if reference else None
    if guest is None:
        return None
    lines_now().known(guest)
    found = handed_to_me().filter(id=guest.id).first()
    return (guest, found) if found else None


def _over(request: Request) -> HttpResponse:
    return render(request, "desk/step_ups/over.html", status=404)


@page(public=True)
def front(request: Request, address: str) -> HttpResponse:
    """The front of it: who handed it over, and whether it is urgent. No name of anybody we walk alongside, and nothing changes."""
    found = handed_here(address)
    if found is None:
        return render(request, "desk/step_ups/over.html", {"thanks": request.GET.get("thanks", "")}, status=404)
    context = {"address": address, "step_up": found[1], "thanks": request.GET.get("thanks", "")}
    return render(request, "desk/step_ups/front.html", context)


@page(public=True, methods=("POST",))
def opened(request: Request, address: str) -> HttpResponse:
    """What was handed over, read behind a press."""
    found = handed_here(address)
    if found is None:
        return _over(request)
    return _shown(request, address, found[1])


@page(public=True)
def still(request: Request, address: str) -> HttpResponse:
    """Whether it is still open to whoever holds the link: asked by their open page every two seconds. It shows nobody, and is no look."""
    if handed_here(address) is None:
        raise Http404
    return HttpResponse(status=204)


def _shown(request: Request, address: str, step_up: StepUp, *, status: int = 200, **more: Any) -> HttpResponse:
    leave_a_look(request, NAMED, step_up.person_id)
    around = {"act": reverse("desk:handed answer", args=[address]), "back": reverse("desk:handed", args=[address])}
    around |= {"still": reverse("desk:handed still", args=[address])}
    return render(request, "desk/step_ups/theirs.html", seen_by_them(request, step_up, **around, **more), status=status)


@page(public=True, methods=("POST",))
def answer(request: Request, address: str) -> HttpResponse:
    """A turn of theirs; after it they are back at the front, where nobody is named."""
    found = handed_here(address)
    if found is None:
        return _over(request)
    guest, step_up = found
    wrong = turned(request, step_up, by=guest)
    if wrong is not None:
        return _shown(request, address, step_up, status=422, **wrong)
    return see_other(with_query(reverse("desk:handed", args=[address]), thanks="1"))
