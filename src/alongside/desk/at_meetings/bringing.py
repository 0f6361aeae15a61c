"""Bringing somebody to a meeting: proposed by whoever sits at its table, and put on its list with their own word."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actions import put_on_list
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.meetings import actions
from alongside.meetings.actions import Told
from alongside.meetings.actions.lists import Proposed
from alongside.meetings.calling import series_of_ours
from alongside.meetings.forms import ProposalForm
from alongside.meetings.models import Proposal, Seat, Series
from alongside.meetings.permissions import may_keep_meeting
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

from ..choosing import TICKS, called, choices, likely, looked_for, ticked_in
from ..forms.meetings import DeclineForm, ToldForm
from .day import kept_by_us
from .finding import sitting_there
from .leading import LEADERSHIP

SHORTEST, MOST_FOUND = 3, 12
"""Letters of a word by which nobody is looked for, and how many are offered."""


@page(roles=(*TEAM_ROLES, Role.PARTNER), methods=WRITING)
def propose(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """Somebody is proposed: by one of the team, or by a colleague of another organisation who signs in."""
    sitting = sitting_there(request, series_id, day)
    seat = Seat.objects.filter(series=sitting.series, staff_id=request.actor.id, until__isnull=True).first()
    back = sitting.url if any(one.team_id == sitting.series.team_id and one.role in TEAM_ROLES for one in request.actor.seats) else reverse("desk:my tables")
    sheet = Sheet(
        title=_("Propose somebody to “%(name)s”") % {"name": sitting.series.name},
        back=back,
        kept=_("They are proposed. The coordinator asks them, if nobody has, and says what became of it."),
        draft=f"proposed to meeting/{series_id}",
        page=request.path,
        lead=_("The coordinator of the team reads this, and nobody else at the table. Who is on the list agreed to it themselves."),
        button=_("Propose them"),
    )

    def do(said: dict[str, Any]) -> None:
        actions.propose(sitting.series, sitting.on, Proposed(**said), seat=seat, by=request.actor, at=request.now)

    return written(request, ProposalForm, sheet, do)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_on(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """Somebody of ours is put on the list, with what they agreed it may know; `?for=` names the proposal it answers."""
    sitting = kept_by_us(request, series_id, day)
    proposal = _proposal(sitting.series, request.GET.get("for", ""))
    ticked = ticked_in(request.POST)
    initial = {"asks": proposal.asks} if proposal else {}
    form = ToldForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary, initial={"how": "aloud", **initial})
    if sitting.series.kind == LEADERSHIP:
        form.fields["extract"].label, form.fields["asks"].label = _("Their story, in the words they agreed to"), _("What should be otherwise?")
    typed = request.POST.get("find", "") if request.method == "POST" else (proposal.who if proposal else "")
    found = called(typed) or _called_in(typed)
    shown = choices(request, ticked, found or likely(request))
    chosen = [one.person for one in shown if one.ticked]
    saving = request.method == "POST" and "look" not in request.POST
    if saving and form.is_valid() and len(chosen) == 1:
        try:
            put_on_list(chosen[0].person, sitting.series, sitting.on, Told(**form.cleaned_data), proposal=proposal, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("They are on the list."))
            return see_other(sitting.url)
    if saving and len(chosen) != 1:
        form.add_error(None, _("Tick the one person it is about."))
    context = {"sitting": sitting, "series": sitting.series, "proposal": proposal, "form": form, "choices": shown, "ticks": TICKS, **looked_for(typed, found)}
    return render(request, "desk/meetings/put_on.html", context, status=422 if saving else 200)


def _called_in(words: str) -> list[UUID]:
    """Whoever is called like one of these words: a proposal says “Mrs Pettifer, Mill Lane”."""
    whole = [word.strip(",.;:()") for word in words.split()]
    return list(dict.fromkeys(key for word in whole if len(word) > SHORTEST for key in called(word)))[:MOST_FOUND]


def _day_or_series(request: Request, series: Series, day: str) -> str:
    """The page of a day; of its series, where it does not meet on that day any more."""
    try:
        return sitting_there(request, series.id, day).url
    except Http404:
        return reverse("meetings:series", args=[series.id])


def _proposal(series: Series, key: str) -> Proposal | None:
    """The proposal that is answered, while it waits; none is named where one of ours brings somebody of their own."""
    if not key:
        return None
    try:
        found = Proposal.objects.select_related("seat").filter(series=series, id=UUID(key), decided="").first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    found.series = series
    return found


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def decline(request: Request, series_id: UUID, day: str, proposal_id: UUID) -> HttpResponse:
    """Not this time, with a word to whoever proposed them."""
    series = series_of_ours(request, series_id)
    may_keep_meeting(request.actor, series.team_id)
    proposal = _proposal(series, str(proposal_id))
    if proposal is None:
        raise Http404
    sheet = Sheet(
        title=_("Not this time"),
        back=_day_or_series(request, series, day),
        kept=_("It is kept. Whoever proposed them reads your answer, and the words about the person are gone."),
        draft=f"not this time/{proposal.id}",
    )
    return written(request, DeclineForm, sheet, lambda said: actions.not_this_time(proposal, **said, by=request.actor, at=request.now))
