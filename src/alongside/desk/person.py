"""One page for each person: what must be known, a box to write in, their story, and beside it all that holds now."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.opening import Opened, leave_names_shown, open_person
from alongside.access.rules import answered_by
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import write_note
from alongside.journeys.queries import IN_PARTS
from alongside.journeys.rules import ENDINGS
from alongside.teams.models import Staff
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say, say_refusal
from alongside.web.weekdays import on_which_days
from alongside.web.writing import see_other

from .choices import said_of
from .forms.story import NoteForm
from .kinds import Asked
from .noting import as_words, carry_over
from .once import MET, kept_before, key_of, met_as_planned
from .reading import beside, place_from, story_of
from .rhythm import quiet_by
from .sections import Section, in_a_line, shown, to_begin
from .step_ups.finding import as_they_stand
from .words import TRIED_SINCE

NOTE = "note"
"""The name under which the note box saves itself."""


@page(methods=WRITING)
def person(request: Request, person_id: UUID) -> HttpResponse:
    """Their page; a POST is the note box."""
    opened = open_person(request, person_id)
    today = timezone.localdate(request.now)
    if request.method == "POST" and "more" in request.POST:
        drop_draft(NOTE, opened.id, by=request.actor)
        return carry_over(request, as_words(request.POST), opened.id)
    if request.method == "POST":
        form = NoteForm(request.POST, vocabulary=request.actor.vocabulary)
        if form.is_valid() and _noted(request, opened, form):
            return see_other(reverse("desk:person", args=[opened.id]) + "#story")
        return _whole(request, opened, form, today, status=422)
    return _whole(request, opened, NoteForm(initial={"on": today}, vocabulary=request.actor.vocabulary), today)


def _noted(request: Request, opened: Opened, form: NoteForm) -> bool:
    said = form.cleaned_data
    try:
        key = key_of(said["once"], request.actor)
        if not (key and kept_before(key, said, [opened.id])):
            write_note(opened.person, said["text"], on=said["on"], how=said["how"], key=key, by=request.actor, at=request.now)
            met_as_planned([opened], request.POST.getlist(MET), said["how"], by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field, say_refusal(refused, request.actor.vocabulary))
        return False
    drop_draft(NOTE, opened.id, by=request.actor)
    messages.success(request, _("The note is kept."), extra_tags=f"{NOTE}:{opened.id}")
    return True


@page()
def paper(request: Request, person_id: UUID) -> HttpResponse:
    """A sheet for them to keep: whom to ring, their good life, what we agreed, and who does what next.

    What one of us asked of another may be in words that are not for them: such a step is on the sheet only when it is ticked.
    """
    opened = open_person(request, person_id)
    known = beside(opened.id)
    steps, ticked = known["steps"] or [], set(request.GET.getlist("step"))
    for step in steps:
        step["on_the_sheet"] = step["id"] in ticked if "chosen" in request.GET else not step["asked_of_a_colleague"]
    ended = [one["part"] for one in (known["agreement"] or {}).get("ended") or []]
    context = {
        "person": opened,
        "today": timezone.localdate(request.now),
        "to_ring": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
        **known,
        "ended": ended,
        "agreed": any((known["agreement"] or {}).get(part) for part in ("words", *IN_PARTS) if part not in ended and "whole" not in ended),
        "printed": [step for step in steps if step["on_the_sheet"]],
    }
    return render(request, "desk/paper.html", context)


def _whole(request: Request, opened: Opened, form: NoteForm, today: date, status: int = 200) -> HttpResponse:
    asked = Asked.of(request.GET.getlist("only"))
    reading_on = bool(request.GET.get("before"))
    told: dict[str, Any] = {
        "person": opened,
        "story": story_of(opened.id, place_from(request.GET.get("before", "")), kinds=asked.kinds),
        "asked_for": asked,
        "reading_on": reading_on,
    }
    leave_names_shown(request, opened.because, told["story"].named_beside)
    if request.htmx and (request.htmx.target or "").endswith("#story"):
        return render(request, "desk/_story.html", told)
    known = beside(opened.id)
    known["step_ups"] = as_they_stand(known["step_ups"], now=request.now)
    for asked_for in known["asked_of_us"] or []:
        asked_for["due"] = answered_by(asked_for["on"])
        asked_for["late"] = asked_for["due"] < today
    for doing in known["week"] or []:
        doing["on_days"] = on_which_days(doing["days"])
    context = {
        **told,
        "age": opened.age(today),
        "today": today,
        # In Local Area Coordination their yes is the introduction, and nothing more is asked.
        "asks_whether_accepted": request.actor.vocabulary == Vocabulary.SOCIAL_PRESCRIBING,
        "form": form,
        "draft": draft_of(NOTE, opened.id, by=request.actor) if status == 200 else None,
        **known,
        "quiet": _how_quiet(known, today, request.actor.vocabulary),
        "their_choices": said_of(known["choices"], on=today),
        "lately": [] if asked.names or reading_on else [moment for moment in told["story"].moments if moment.kind == "note"][:2],
        "sections": [_line(section, known, request.actor.vocabulary) for section in shown(known, known["left_out"] or ())],
        "to_begin": to_begin(known, known["left_out"] or ()) if (known["level"] or {}).get("level") != "died" else [],
        "endings": ENDINGS,
        "to_settle": [{**one, "met": one["id"] in request.POST.getlist(MET)} for one in known["visits"] or [] if one["on"] <= today],
        "ended_parts": [one["part"] for one in (known["agreement"] or {}).get("ended") or []],
    }
    return render(request, "desk/person.html", context, status=status)


def _line(section: Section, known: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """A part beside the story, and the line to which it is folded on a phone."""
    heading = section.heading or section.says
    many, begins = in_a_line(section, known)
    return {
        "template": section.template,
        "line": section.line,
        "heading": say(heading, vocabulary) if heading else "",
        "begins": begins,
        "more": many - 1 if many > 1 else 0,
    }


def _how_quiet(known: dict[str, Any], today: date, vocabulary: Vocabulary) -> str:
    """When they and we were in touch, in a sentence; of whoever left nothing is asked."""
    if (known["level"] or {}).get("level") not in ("introduced", "level 1", "level 2"):
        return ""
    judged = quiet_by(known["touch"], today=today)
    tried = known["touch"]["tried"]
    also = [say(TRIED_SINCE, vocabulary, many=tried["many"], day=date.fromisoformat(tried["last"]))] if tried["many"] else []
    return " ".join([say(judged.because, vocabulary, **judged.parts), *also])
