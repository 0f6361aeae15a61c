"""Who was there: kept seat by seat as it is ticked, without a page load, so that two who note it at once undo nothing of each other."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.meetings import actions
from alongside.meetings.queries import present_at, seats_of
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .day import kept_by_us


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def present(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """Who was there, by profession: whoever was ticked or unticked since the page was opened, and nobody else."""
    sitting = kept_by_us(request, series_id, day)
    found = sitting.meeting
    if found is None:
        raise Http404
    ticked, stood = (set(request.POST.getlist(name)) for name in ("present", "stood"))
    seats = list(seats_of(sitting.series, on=sitting.on))
    came = [seat for seat in seats if str(seat.id) in ticked - stood]
    stayed_away = [seat for seat in seats if str(seat.id) in stood - ticked]
    wrong = ""
    try:
        actions.mark_present(found, came, stayed_away, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        wrong = say_refusal(refused, request.actor.vocabulary)
    if request.htmx:
        there = stood if wrong else present_at(found)
        return render(request, "desk/meetings/_present_kept.html", {"present": there, "seats": seats, "came": came, "stayed_away": stayed_away, "wrong": wrong})
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("It is kept who was there."))
    return see_other(f"{sitting.url}#present")
