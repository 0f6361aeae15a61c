"""What stands in the way: the list for the leadership group, and each barrier with its history."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.queries import localities_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions, rules
from ..files import as_it_leaves, barriers_as_csv, name_as_it_leaves
from ..forms import BarrierForm, StandsForm
from ..grown import Grown, listed
from ..models import BarrierStep
from ..queries import Raised, with_history
from ..rules import Said
from .bundle import at
from .finding import barrier_there, bundle_there, pressed

STILL = ("raised", "owned")
"""States in which it still stands in the way."""


def _raised(request: Request) -> tuple[list[Raised], Any]:
    chosen = next((one for one in localities_of(request.actor.team_id) if str(one.id) == request.GET.get("in")), None)
    rows = BarrierStep.objects.filter(barrier__bundle__apart_at__isnull=True)
    found = [one for one in with_history(rows.filter(barrier__bundle__locality=chosen) if chosen else rows) if one.now]
    found.sort(key=lambda one: (_where(one), STILL.index(one.now.state) if one.now and one.now.state in STILL else len(STILL), one.barrier.at))
    return found, chosen


def _where(one: Raised) -> str:
    locality = one.barrier.bundle.locality
    return locality.name if locality else ""


@page(roles=tuple(TEAM_ROLES))
def barriers(request: Request) -> HttpResponse:
    """By neighbourhood, what nobody sees to first; as printed for the leadership group, small numbers are held back, and one person's words.

    Whoever may read what it stands in the way of finds that on the page of the barrier.
    """
    today = timezone.localdate(request.now)
    found, chosen = _raised(request)
    of_it = {one.id: one for one in listed(today=today).found}
    places = [(name, [(one, *_leaving(one, of_it.get(one.barrier.bundle_id))) for one in some]) for name, some in groupby(found, key=_where)]
    context = {"places": places, "localities": localities_of(request.actor.team_id), "chosen": chosen, "today": today}
    return render(request, "gaps/barriers.html", context)


def _leaving(one: Raised, of_it: Grown | None) -> tuple[str, str]:
    """What it stands in the way of and how many would come, as the file says both."""
    return name_as_it_leaves(one.barrier.bundle.name, of_it), as_it_leaves(of_it.would_come if of_it else 0)


@page(roles=tuple(TEAM_ROLES))
def barriers_file(request: Request) -> HttpResponse:
    """The same as a file."""
    found, _chosen = _raised(request)
    return HttpResponse(
        barriers_as_csv(found, listed(today=timezone.localdate(request.now)).found, request.actor.vocabulary),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="barriers.csv"'},
    )


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def raise_barrier(request: Request, bundle_id: UUID) -> HttpResponse:
    """Something stands in the way of what is missing."""
    found = bundle_there(bundle_id)
    sheet = Sheet(
        title=_("What stands in the way?"),
        back=at(found),
        kept=_("It is raised, and stands on the list for the leadership group. Say who sees to it, and by when."),
        then=f"{at(found)}#barriers",
        draft=f"barrier of missing/{found.id}",
        lead=found.name,
    )
    return written(request, BarrierForm, sheet, lambda said: actions.raise_barrier(found, said["kind"], said["words"], by=request.actor, at=request.now))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def barrier(request: Request, barrier_id: UUID) -> HttpResponse:
    """How it stands now; everything that was said of it before stands beneath."""
    found = barrier_there(barrier_id)
    (raised,) = with_history(BarrierStep.objects.filter(barrier=found))
    said_so_far = [one.said for one in raised.history if one.taken_back_at is None]
    today = timezone.localdate(request.now)
    sheet = Sheet(
        title=found.words,
        back=at(found.bundle),
        kept=_("It is kept. Whoever wished for it is told once it is cleared, or cannot be."),
        then=reverse("gaps:barrier", args=[found.id]),
        draft=f"how a barrier stands/{found.id}",
        template="gaps/barrier.html",
        more={"raised": raised, "barrier": found, "bundle": found.bundle, "today": today},
    )

    def do(said: dict[str, Any]) -> None:
        actions.say_of_barrier(found, Said(said["state"], said["on"], said["words"], said["owner"], said["by_when"]), by=request.actor, at=request.now)

    return written(request, StandsForm, sheet, do, initial={"on": today}, states=rules.may_follow(said_so_far))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_right(request: Request, barrier_id: UUID) -> HttpResponse:
    """It was meant otherwise."""
    found = barrier_there(barrier_id)
    sheet = Sheet(title=_("Put a barrier right"), back=reverse("gaps:barrier", args=[found.id]), kept=_("It is put right."), draft=f"barrier/{found.id}")

    def do(said: dict[str, Any]) -> None:
        actions.put_barrier_right(found, said["kind"], said["words"], by=request.actor, at=request.now)

    return written(request, BarrierForm, sheet, do, stands={"kind": found.kind, "words": found.words})


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, barrier_id: UUID, step_id: UUID) -> HttpResponse:
    """What was said of it last was not so."""
    found = barrier_there(barrier_id)
    pressed(request, lambda: actions.take_back_of_barrier(found, step_id, by=request.actor, at=request.now), _("It is taken back, and stays in the history."))
    return see_other(reverse("gaps:barrier", args=[found.id]))
