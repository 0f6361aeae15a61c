"""A seat by its own link, without a login: the address alone shows nobody, whatever opens links by itself; names stand behind a press."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.foundation.refusals import Refused
from alongside.meetings import actions
from alongside.meetings.actions.lists import Proposed
from alongside.meetings.forms import AnswerForm, ProposalForm
from alongside.meetings.links import calendar_address_of, reference_in
from alongside.meetings.models import Meeting, Seat
from alongside.meetings.queries import Guest, guest_by
from alongside.meetings.words import ANSWERS
from alongside.trail.doing import lines_now
from alongside.web.guessing_links import only_reads
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other, with_query

from .finding import AT_THE_TABLE, Item, is_shown, items_of, next_steps, today_of
from .in_turn import TooOften, comes_too_often, in_turn
from .leading import in_the_way
from .marks import mark_of
from .room import beside
from .staying import answer as answer_still
from .staying import of_one, on_lists, theirs_afterwards
from .tables import decided, tables_of, took_on

DONE, *NOT_DONE = (word.stored for word in ANSWERS)


def seated(request: Request, address: str) -> tuple[Guest, Seat] | None:
    """Whose seat the address is, while it is open. From here on the database answers as to that seat, and nobody else."""
    reference = reference_in(address)
    if comes_too_often(request, reference):
        raise TooOften
    guest = _known(reference)
    return None if guest is None else (guest, Seat.objects.select_related("series").get(id=guest.id))


def _known(reference: str | None) -> Guest | None:
    guest = guest_by(reference) if reference else None
    if guest is not None:
        lines_now().known(guest)
    return guest


def _over(request: Request) -> HttpResponse:
    return render(request, "meetings/seat_over.html", status=404)


def _open_meetings(seat: Seat) -> QuerySet[Meeting]:
    return Meeting.objects.filter(series=seat.series, sent_at__isnull=False, closed_at__isnull=True).order_by("on")


def open_lists(request: Request, seat: Seat) -> list[tuple[Meeting, list[Item]]]:
    """The lists that are open to this seat."""
    found = []
    for one in _open_meetings(seat):
        one.series = seat.series
        items = items_of(request, one, AT_THE_TABLE)
        if items:
            found.append((one, items))
    return found


@in_turn
@page(public=True)
def seat(request: Request, address: str) -> HttpResponse:
    """The front of it: the meeting, its next day, and what can be done. No name of anybody."""
    found = seated(request, address)
    if found is None:
        return _over(request)
    guest, theirs = found
    (table,) = tables_of([theirs], today_of(request))
    context = {
        "address": address,
        "guest": guest,
        "seat": theirs,
        "table": table,
        "calendar_address": calendar_address_of(theirs.reference),
        "thanks": request.GET.get("thanks", ""),
    }
    return render(request, "desk/meetings/seat.html", context)


@only_reads
@in_turn
@page(public=True, methods=("POST",))
def opened(request: Request, address: str) -> HttpResponse:
    """The lists that are out, and what this seat took on."""
    found = seated(request, address)
    if found is None:
        return _over(request)
    guest, theirs = found
    context: dict[str, Any] = {"address": address, "guest": guest, "seat": theirs, "series": theirs.series}
    lists, took, known = open_lists(request, theirs), took_on(request), decided(request)
    context |= {"lists": lists, "took_on": took, "decided": known, "done": DONE, "ways": NOT_DONE}
    listed = [item.listed.id for _meeting, items in lists for item in items]
    context |= {"mark": mark_of([*listed, *(one.id for one in took), *(one.id for one in known)])}
    context |= {"barriers": in_the_way(theirs.series), "today": today_of(request)}
    return render(request, "desk/meetings/seat_open.html", context)


@only_reads
@in_turn
@page(public=True, methods=("POST",))
def one(request: Request, address: str, listed_id: UUID) -> HttpResponse:
    """One of a list: the words they agreed to, and what is said while the meeting is open."""
    found = seated(request, address)
    if found is None:
        return _over(request)
    _guest, theirs = found
    for meeting, items in open_lists(request, theirs):
        for item in items:
            if item.listed.id == listed_id:
                context = {"address": address, "series": theirs.series, "meeting": meeting, "item": item, "steps": next_steps(item), **beside(items, item)}
                return render(request, "desk/meetings/seat_one.html", context)
    raise Http404


@page(public=True)
def still(request: Request, address: str, listed_id: UUID) -> HttpResponse:
    """Whether this seat may still see one of a list: asked by their open page every two seconds, and so not counted as a use. It shows nobody."""
    if _known(reference_in(address)) is None:
        raise Http404
    # Gone, and not “no such page”: whoever asks has a link that opens, and is no guesser of addresses (web/guessing_links.py).
    return HttpResponse(status=204 if is_shown(listed_id) else 410)


@page(public=True)
def all_still(request: Request, address: str) -> HttpResponse:
    """The same of all that is open to this seat."""
    guest = _known(reference_in(address))
    if guest is None:
        raise Http404
    return of_one(request) or answer_still(request, on_lists(_open_meetings(Seat.objects.get(id=guest.id))) | theirs_afterwards())


@in_turn
@page(public=True, methods=WRITING)
def propose(request: Request, address: str) -> HttpResponse:
    """Somebody is proposed to the next meeting whose list is not closed."""
    found = seated(request, address)
    if found is None:
        return _over(request)
    guest, theirs = found
    (table,) = tables_of([theirs], today_of(request))
    on: date | None = table.next.on if table.next else None
    form = ProposalForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid() and on is not None:
        try:
            actions.propose(theirs.series, on, Proposed(**form.cleaned_data), seat=theirs, by=guest, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return see_other(with_query(reverse("desk:seat", args=[address]), thanks="proposed"))
    context = {"address": address, "seat": theirs, "series": theirs.series, "on": on, "form": form}
    return render(request, "desk/meetings/seat_propose.html", context, status=422 if form.errors else 200)


@in_turn
@page(public=True, methods=("POST",))
def answer(request: Request, address: str, agreed_id: UUID) -> HttpResponse:
    """What became of something this seat took on."""
    found = seated(request, address)
    if found is None:
        return _over(request)
    guest, theirs = found
    form = AnswerForm(request.POST, vocabulary=request.actor.vocabulary)
    if form.is_valid():
        try:
            done = actions.answer(agreed_id, form.cleaned_data["answer"], because_of=form.cleaned_data["because_of"], by=guest, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            if done is None:
                raise Http404
            return see_other(with_query(reverse("desk:seat", args=[address]), thanks="answered"))
    waiting = [one for one in took_on(request) if one.id == agreed_id]
    if not waiting:
        raise Http404
    context = {"one": waiting[0], "form": form, "address": address, "series": theirs.series, "back": reverse("desk:seat", args=[address])}
    return render(request, "desk/meetings/answer.html", context, status=422)
