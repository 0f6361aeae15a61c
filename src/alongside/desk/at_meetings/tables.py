"""Where one sits at the table: the lists that are open, what one may propose, and what one took on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.foundation.refusals import Refused
from alongside.meetings import actions
from alongside.meetings.calendar import own_address
from alongside.meetings.days import Day, next_days, working_day_before
from alongside.meetings.forms import AnswerForm
from alongside.meetings.models import Meeting, Proposal, Seat, Series
from alongside.meetings.queries import Decided, TookOn, what_i_took_on, what_my_tables_decided
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .finding import AT_THE_TABLE, item_there, items_of, next_steps, shown_at_a_table, sitting_there, today_of
from .leading import in_the_way
from .marks import mark_of

AT_TABLES = (*TEAM_ROLES, Role.PARTNER)
SOON = 3
"""Meetings to come among which a day that is left out is told."""
LATELY = 5
"""Own proposals that are shown with what became of them."""


@dataclass(frozen=True)
class Table:
    """A table at which somebody sits: its open meetings, and the next day for which one can still propose."""

    series: Series
    open: list[Meeting]
    next: Day | None
    left_out: list[Day]
    """Days of its rhythm soon on which there is no meeting, each with why."""
    proposed: list[Proposal]


def tables_of(seats: list[Seat], today: date) -> list[Table]:
    """Each table; three queries, however many."""
    keys = [seat.series_id for seat in seats]
    open_now = list(Meeting.objects.filter(series__in=keys, sent_at__isnull=False, closed_at__isnull=True).order_by("on"))
    proposed = list(Proposal.objects.filter(seat__in=[seat.id for seat in seats]).order_by("-at"))
    return [
        Table(
            seat.series,
            [one for one in open_now if one.series_id == seat.series_id],
            next_to_propose(seat.series, today),
            [day for day in next_days(seat.series.meets, seat.series.nation, today, SOON) if day.left_out],
            [one for one in proposed if one.seat_id == seat.id][:LATELY],
        )
        for seat in seats
    ]


def next_to_propose(series: Series, today: date) -> Day | None:
    """The next day whose list is not closed yet."""
    days = (day for day in next_days(series.meets, series.nation, today, 4) if not day.left_out)
    return next((day for day in days if today < working_day_before(day.on, series.nation)), None)


def took_on(request: Request) -> list[TookOn]:
    """What the one who asks still has to answer, with a line for each person named."""
    found = what_i_took_on()
    shown_at_a_table(request, [(one.meeting_id, one.ground, one.person_id) for one in found])
    return found


def decided(request: Request) -> list[Decided]:
    """What their tables decided lately, with the same."""
    found = what_my_tables_decided()
    shown_at_a_table(request, [(one.meeting_id, one.ground, one.person_id) for one in found])
    return found


@page(roles=AT_TABLES)
def my_tables(request: Request) -> HttpResponse:
    """Every table at which a colleague sits who signs in."""
    seats = list(Seat.objects.filter(staff_id=request.actor.id, until__isnull=True).select_related("series").order_by("series__name"))
    theirs, known = took_on(request), decided(request)
    context = {"tables": tables_of(seats, today_of(request)), "took_on": theirs, "decided": known, "calendar": own_address(request)}
    context |= {"mark": mark_of([*(one.id for one in theirs), *(one.id for one in known)])}
    return render(request, "desk/meetings/tables.html", context)


@page(roles=AT_TABLES)
def the_list(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """Those on a list, least detail first."""
    sitting = sitting_there(request, series_id, day)
    items = items_of(request, sitting.meeting, AT_THE_TABLE)
    context = {"sitting": sitting, "series": sitting.series, "items": items, "barriers": in_the_way(sitting.series), "today": today_of(request)}
    return render(request, "desk/meetings/list.html", context | {"mark": mark_of(item.listed.id for item in items)})


@page(roles=AT_TABLES)
def one_of_the_list(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """One of them: the words they agreed to, and what is said and agreed while the meeting is open."""
    sitting = sitting_there(request, series_id, day)
    item = item_there(request, sitting, listed_id, AT_THE_TABLE)
    return render(request, "desk/meetings/one.html", {"sitting": sitting, "series": sitting.series, "item": item, "steps": next_steps(item)})


@page(roles=AT_TABLES, methods=WRITING)
def say_what_became(request: Request, agreed_id: UUID) -> HttpResponse:
    """Done, not yet or cannot, of something one took on."""
    one = next((found for found in took_on(request) if found.id == agreed_id), None)
    if one is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(agreed_id, form.cleaned_data["answer"], because_of=form.cleaned_data["because_of"], by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("Thank you. It is kept."))
            return see_other(reverse("desk:my tables"))
    context = {"one": one, "form": form, "back": reverse("desk:my tables")}
    return render(request, "desk/meetings/answer.html", context, status=422 if form.errors else 200)
