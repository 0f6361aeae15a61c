"""A note from anywhere: typed once, about nobody by name, one person or several."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from alongside.access.opening import open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.actions import count_nameless, say_what_it_took, write_together
from alongside.teams.models import Team
from alongside.trail.doing import one_at_a_time
from alongside.web.actions import drop_draft, keep_draft
from alongside.web.models import Draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other

from . import and_also, words
from .and_also import AndAlso
from .choosing import (
    OFFERED,
    TICKS,
    Choice,
    called,
    choices,
    likely,
    looked_for,
    offered_in,
    ticked_among,
    ticked_in,
    ticked_in_draft,
    with_the_one_found,
    with_visits,
)
from .forms.noting import QuickNoteForm
from .once import MET, kept_before, key_of, met_as_planned

FROM_A_NOTE = "note-"
"""How the name of a sheet begins on which somebody new is introduced from a note: whoever saves it comes back."""
DRAFT = "quick note"
GO_ON = "go-on"
"""In the address: the form comes with the draft's words in it, because they were just typed elsewhere."""


def _form(request: Request, *given: Any, **more: Any) -> QuickNoteForm:
    team = Team.objects.filter(id=request.actor.team_id).first()
    localities = team.localities.order_by("name") if team else Team.localities.rel.model.objects.none()
    return QuickNoteForm(*given, localities=localities, vocabulary=request.actor.vocabulary, **more)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def note(request: Request) -> HttpResponse:
    """A note about whoever is ticked, or about nobody by name."""
    return _note(request, None)


@page(methods=WRITING)
def note_about(request: Request, person_id: UUID) -> HttpResponse:
    """The same, begun from somebody's page: they are ticked."""
    return _note(request, open_person(request, person_id).id)


def _note(request: Request, person_id: UUID | None) -> HttpResponse:
    if request.method != "POST":
        return _begun(request, person_id)
    if "somebody-new" in request.POST:
        keep_draft(DRAFT, person_id, as_words(request.POST), page=request.path, by=request.actor, at=request.now)
        return see_other(reverse("desk:introduce on a sheet", args=[f"{FROM_A_NOTE}{uuid4().hex[:8]}"]))
    form, ticked = _form(request, request.POST), ticked_in(request.POST)
    typed, offered = request.POST.get("find", ""), offered_in(request)
    found = called(typed)
    if "look" in request.POST:
        # A form that is shown again before it was sent for good says nothing of what is still missing.
        typed_so_far = as_words(request.POST)
        again = _form(request, initial=typed_so_far | _days_in(request.POST) | {"once": request.POST.get("once") or new_key()})
        shown = choices(request, with_the_one_found(ticked, found), [*found, *offered])
        also = and_also.begun(request, ticked_among(shown), left=typed_so_far)
        return _shown(request, person_id, again, shown, also, not_saved_yet=True, offered=offered, **looked_for(typed, found))
    for key in sorted(ticked):
        one_at_a_time(key)
    shown = choices(request, ticked)
    also = and_also.begun(request, ticked_among(shown), sent=request.POST)
    if form.is_valid() & also.is_valid() and _saved(request, form, also, shown, len(ticked)):
        return _on(request, person_id, [one.person.id for one in shown])
    # Whoever is told to tick somebody still has everybody to tick.
    shown = choices(request, ticked, [*found, *offered])
    asked = looked_for(typed, found) if typed.strip() else {}
    return _shown(request, person_id, form, shown, also, status=422, offered=offered, nobody_ticked=not ticked, **asked)


def _begun(request: Request, person_id: UUID | None) -> HttpResponse:
    draft = draft_of(DRAFT, person_id, by=request.actor)
    today = timezone.localdate(request.now)
    ticked = {person_id: ""} if person_id else {}
    left = ticked_in_draft(draft.words) if draft else {}
    if draft and GO_ON in request.GET:
        form = _form(request, initial={**draft.words, **_days_in(draft.words)})
        offered = likely(request)
        shown = choices(request, {**ticked, **left}, offered)
        return _shown(
            request,
            person_id,
            form,
            shown,
            and_also.begun(request, ticked_among(shown), left=draft.words),
            not_saved_yet=True,
            offered=offered,
            met=draft.words.get(MET, "").split(),
        )
    form = _form(request, initial={"on": today, "how_many": 1})
    offered = [*left, *likely(request)]
    shown = choices(request, ticked, offered)
    also = and_also.begun(request, [one.person for one in shown if one.person.id in {*ticked, *left}])
    return _shown(request, person_id, form, shown, also, draft=draft, offered=offered)


def _shown(request: Request, person_id: UUID | None, form: QuickNoteForm, shown: Any, also: AndAlso, *, status: int = 200, **more: Any) -> HttpResponse:
    offering = with_visits(request, shown, more.pop("met", request.POST.getlist(MET)))
    context = {"form": form, "also": also, "choices": offering, "about": person_id, "draft": None, "name_of_draft": DRAFT, **more}
    return render(request, "desk/note.html", context, status=status)


def _saved(request: Request, form: QuickNoteForm, also: AndAlso, shown: list[Choice], many: int) -> bool:
    said, people = form.cleaned_data, ticked_among(shown)
    key = key_of(said["once"], request.actor)
    happened = {"on": said["on"], "how": said["how"], "key": key, "by": request.actor, "at": request.now}
    try:
        if key and kept_before(key, said, [one.person.id for one in shown if one.ticked]):
            return True
        if len(people) != many:
            raise Refused(words.SOMEBODY_OUT_OF_SIGHT)
        if people and said["nameless"]:
            raise Refused(words.EITHER_NAMED_OR_NOT, field="nameless")
        if not (people or said["nameless"]):
            raise Refused(words.WITH_WHOM)
        if said["nameless"]:
            locality = said["locality"]
            visit = count_nameless(said["text"], how_many=said["how_many"] or 1, locality_id=locality.id if locality else None, **happened).id
        else:
            notes = write_together(said["text"], {one.person.id: one.only for one in shown if one.ticked}, **happened)
            visit = notes[0].together or notes[0].id
        met_as_planned(people, request.POST.getlist(MET), said["how"], by=request.actor, at=request.now)
        if spent := and_also.took(also):
            say_what_it_took(visit, spent, on=said["on"], by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        return False
    return and_also.keep(request, also, people, on=said["on"])


def _on(request: Request, person_id: UUID | None, people: list[UUID]) -> HttpResponse:
    drop_draft(DRAFT, person_id, by=request.actor)
    said = say(words.LIGHT_CONTACT_COUNTED, request.actor.vocabulary)
    if people:
        said = ngettext("The note is kept.", "The note is kept, on %(many)d pages.", len(people)) % {"many": len(people)}
    messages.success(request, said, extra_tags=f"{DRAFT}:{person_id or ''}")
    there = person_id or (people[0] if len(people) == 1 else None)
    return see_other(reverse("desk:person", args=[there]) + "#story" if there else reverse("desk:today" if people else "desk:light contacts"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def people_to_tick(request: Request) -> HttpResponse:
    """The ticks alone, for a page that is being written: whoever is ticked, and those called something like what was typed."""
    typed = request.POST.get("find", "")
    found = called(typed)
    ticked, offered = ticked_in(request.POST), offered_in(request)
    # While somebody types nobody is ticked for them: what they typed so far may be the beginning of another name.
    shown = choices(request, with_the_one_found(ticked, found) if "look" in request.POST else ticked, [*found, *offered])
    return render(
        request,
        "desk/_choices.html",
        {"choices": with_visits(request, shown, request.POST.getlist(MET)), "offered": offered, **looked_for(typed, found)},
    )


def as_words(data: QueryDict) -> dict[str, str]:
    """A form as a draft keeps it."""
    left_out = ("csrfmiddlewaretoken", "somebody-new", "look", "find", "more", "once", OFFERED)
    return {name: "\n".join(value for value in values if value) for name, values in data.lists() if name not in left_out}


def _days_in(given: Any) -> dict[str, Any]:
    return {"on": {part: given.get(f"on_{part}", "") for part in ("day", "month", "year")}}


def carry_over(request: Request, typed: dict[str, str], person_id: UUID) -> HttpResponse:
    """On to the whole page for a note about somebody, with the words that were typed elsewhere; what waited there stays before them."""
    left = draft_of(DRAFT, person_id, by=request.actor)
    text = "\n\n".join(part for part in (left.words.get("text", "") if left else "", typed.get("text", "")) if part.strip())
    ticked = [*(left.words.get(TICKS, "").split("\n") if left else []), *typed.get(TICKS, "").split("\n"), str(person_id)]
    kept = {**(left.words if left else {}), **typed, "text": text, TICKS: "\n".join(dict.fromkeys(one for one in ticked if one))}
    there = reverse("desk:note about", args=[person_id])
    keep_draft(DRAFT, person_id, kept, page=there, by=request.actor, at=request.now)
    return see_other(f"{there}?{GO_ON}")


def with_the_newcomer(request: Request, person_id: UUID) -> HttpResponse | None:
    """Back from introducing somebody new to the note that was being written: they are ticked now. None when no note waits."""
    waits: Draft | None = draft_of(DRAFT, None, by=request.actor)
    if waits is None:
        return None
    drop_draft(DRAFT, None, by=request.actor)
    return carry_over(request, waits.words, person_id)
