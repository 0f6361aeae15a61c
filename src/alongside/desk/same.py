"""Two records that may be one person's: found, looked at side by side, joined, told apart, and parted again."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actions import join as join_them
from alongside.access.actions import part as part_them
from alongside.access.actions import tell_apart
from alongside.access.actions.joining import may_be_joined, may_be_parted
from alongside.access.looking_up import about
from alongside.access.opening import leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import Refused
from alongside.people.alike import Alike, alike, why
from alongside.people.models import Joining
from alongside.people.queries import named, proposals_of, proposals_to_answer
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other

from . import beside_each_other
from .forms.introducing import SearchForm
from .forms.same import WhichHoldsForm
from .known_elsewhere import out_of_sight
from .proposing import with_drafts

A_PAGE = 20
PURPOSE = "one person?"


@page(roles=tuple(TEAM_ROLES))
def same(request: Request) -> HttpResponse:
    """Everybody in sight who may stand here twice, the likeliest first."""
    shown = Paginator(alike(), A_PAGE).get_page(request.GET.get("page"))
    asked = list(proposals_to_answer()[:20])
    _look(request, {person.id for pair in shown for person in (pair.one, pair.other)} | {one.person_id for one in asked})
    return render(request, "desk/same.html", {"shown": shown, "pairs": _said(request, shown), "asked": asked})


@page(methods=WRITING)
def same_as(request: Request, person_id: UUID) -> HttpResponse:
    """Who may be the same as this person; anybody else is found by name."""
    opened = open_person(request, person_id)
    form = SearchForm(request.POST if request.method == "POST" else None)
    words = form.cleaned_data["words"].strip() if form.is_bound and form.is_valid() else ""
    found = [one for one in named(words)[:20] if one.id != opened.id] if words else []
    likely = alike(opened.id)[:A_PAGE]
    _look(request, {one.id for one in found} | {pair.other.id if pair.one.id == opened.id else pair.one.id for pair in likely})
    context = {"person": opened, "form": form, "words": words, "found": found, "pairs": _said(request, likely)}
    unseen = out_of_sight(request, opened)
    context |= {"unseen": with_drafts(request, opened.id, unseen or []), "asked_too_often": unseen is None, "proposed": list(proposals_of(opened.id)[:10])}
    return render(request, "desk/same_as.html", context)


@page(methods=WRITING)
def join(request: Request, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Both records side by side, what will be carried, what will not go together; and the one press."""
    kept, other = open_person(request, person_id), open_person(request, other_id)
    if kept.id == other.id:
        raise Http404
    seen = beside_each_other.of(kept.person, other.person, vocabulary=request.actor.vocabulary)
    form = WhichHoldsForm(request.POST if request.method == "POST" else None, lines=seen.lines)
    refusal = ""
    try:
        if form.is_bound and form.is_valid():
            join_them(kept.person, other.person, taking=form.taken(), by=request.actor, at=request.now)
            messages.success(request, _("The two records are one now. Below their story you can undo it."))
            return see_other(reverse("desk:person", args=[kept.id]))
        may_be_joined(kept.person, other.person, by=request.actor)
    except Refused as refused:
        refusal = say_refusal(refused, request.actor.vocabulary)
    reasons = [say(sentence, request.actor.vocabulary) for sentence in why(kept.person, other.person)]
    context = {"person": kept, "other": other, "seen": seen, "form": form, "refusal": refusal, "reasons": reasons}
    return render(request, "desk/join.html", context, status=422 if form.is_bound else 200)


@page(methods=("POST",))
def not_the_same(request: Request, person_id: UUID, other_id: UUID) -> HttpResponse:
    """They are two people; nobody is asked again."""
    kept, other = open_person(request, person_id), open_person(request, other_id)
    tell_apart(kept.person, other.person, by=request.actor, at=request.now)
    messages.success(request, _("They are two people. You will not be asked about these two again."))
    return see_other(reverse("desk:same"))


@page(methods=WRITING)
def part(request: Request, person_id: UUID, joining_id: UUID) -> HttpResponse:
    """What will go home, what was written since and stays; and the one press that undoes it."""
    opened = open_person(request, person_id)
    joining = about(Joining, opened, joining_id)
    refusal = ""
    try:
        if request.method == "POST":
            part_them(joining, by=request.actor, at=request.now)
            messages.success(request, _("The two records are parted again."))
            return see_other(reverse("desk:person", args=[opened.id]))
        may_be_parted(joining, by=request.actor)
    except Refused as refused:
        refusal = say_refusal(refused, request.actor.vocabulary)
    mine = request.actor.vocabulary
    goes_home, since = beside_each_other.goes_home(joining, vocabulary=mine), beside_each_other.since(joining, vocabulary=mine)
    context = {"person": opened, "joining": joining, "goes_home": goes_home, "since": since, "refusal": refusal}
    return render(request, "desk/part.html", context, status=422 if request.method == "POST" else 200)


def _said(request: Request, pairs: Iterable[Alike]) -> list[tuple[Alike, list[str]]]:
    return [(pair, [say(sentence, request.actor.vocabulary) for sentence in pair.reasons]) for pair in pairs]


def _look(request: Request, people: set[UUID]) -> None:
    if people:
        leave_a_look(request, PURPOSE, *sorted(people))
