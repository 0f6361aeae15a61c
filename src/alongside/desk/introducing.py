"""Somebody is introduced: who, by whom, and their yes."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.introductions.actions import amend_introduction, introduce_again, say_why, take_up
from alongside.introductions.models import BroughtIn, Introduction
from alongside.introductions.rules import Introducing, Reasons, complete
from alongside.journeys.actions import welcome
from alongside.people.actions import say_where
from alongside.people.alike import likest
from alongside.people.matching.describing import describe
from alongside.people.models import Person, Whereabouts
from alongside.people.queries import KnownAlready, someone_like, who_may_be
from alongside.people.rules import Piece, pieces
from alongside.teams.queries import colleagues
from alongside.trail.doing import leave_trace, one_at_a_time
from alongside.trail.models import Entry
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of, unfinished
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other, written

from . import words
from .coming_in import as_brought, waiting_one
from .forms.introducing import AmendIntroductionForm, IntroduceForm
from .noting import FROM_A_NOTE, with_the_newcomer
from .reasons import offered_to

DRAFT = "introduction"
ASKED = "asked whether somebody is known"
MOST_AN_HOUR = 40


def _form(request: Request, *given: Any, **more: Any) -> IntroduceForm:
    walking = colleagues(request.actor, on=timezone.localdate(request.now)).exclude(id=request.actor.id)
    return IntroduceForm(*given, colleagues=walking, listed=offered_to(request.actor.team_id), vocabulary=request.actor.vocabulary, **more)


def _introducing(said: dict[str, Any]) -> Introducing:
    chosen = said.get("for_whom")
    names = ("who", "introduced_by", "said_yes", "on", "why", "how_they_said_yes", "likes_to_be_called", "date_of_birth", "source")
    return Introducing(**{name: said[name] for name in names if name in said}, for_whom_id=chosen.id if chosen else None)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def introduce(request: Request) -> HttpResponse:
    """Three things are asked; whoever saves is told if she is known already."""
    return _introduce(request, "")


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def introduce_on_a_sheet(request: Request, sheet: str) -> HttpResponse:
    """The same on a sheet of its own: what was begun about one person never ends on the page of another."""
    return _introduce(request, sheet)


def a_new_sheet(*, from_a_note: bool = False) -> str:
    """The address of a sheet on which nothing was written yet."""
    return reverse("desk:introduce on a sheet", args=[f"{FROM_A_NOTE if from_a_note else ''}{uuid4().hex[:8]}"])


def _introduce(request: Request, sheet: str) -> HttpResponse:
    draft = f"{DRAFT}/{sheet}" if sheet else DRAFT
    brought = waiting_one(request)
    if request.method != "POST":
        return _shown(request, _form(request, initial=as_brought(brought)) if brought else _form(request), draft)
    form = _form(request, request.POST)
    if not form.is_valid():
        return _shown(request, form, draft, status=422)
    said = form.cleaned_data
    try:
        # First of all: a question that saves nothing whatever the answer is no introduction.
        complete(_introducing(said), today=timezone.localdate(request.now))
        if them := request.POST.get("them"):
            return _it_is_them(request, them, said, draft, brought)
        if not said["somebody_else"] and (known := _known_already(request, said)):
            return _shown(request, form, draft, known=known, ours=_ours(request, said))
        made = _welcomed(request, said)
        if brought is not None:
            take_up(brought, made, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        return _shown(request, form, draft, status=422)
    drop_draft(draft, None, by=request.actor)
    messages.success(request, say(words.INTRODUCTION_KEPT, request.actor.vocabulary), extra_tags=f"{draft}:")
    return _back_to_the_note(request, draft, made.person_id) or see_other(reverse("desk:person", args=[made.person_id]))


def _back_to_the_note(request: Request, draft: str, person_id: UUID) -> HttpResponse | None:
    return with_the_newcomer(request, person_id) if draft.startswith(f"{DRAFT}/{FROM_A_NOTE}") else None


def _it_is_them(request: Request, them: str, said: dict[str, Any], draft: str, brought: BroughtIn | None) -> HttpResponse:
    """They are known: what was written goes on their own page, and nothing is typed twice."""
    try:
        opened = open_person(request, UUID(them))
    except ValueError:
        raise Http404 from None
    made = introduce_again(opened.person, _introducing({**said, "who": opened.name}), by=request.actor, at=request.now)
    if brought is not None:
        take_up(brought, made, by=request.actor, at=request.now)
    _why(request, opened.person, said)
    drop_draft(draft, None, by=request.actor)
    messages.success(request, say(words.INTRODUCTION_KEPT_HERE, request.actor.vocabulary), extra_tags=f"{draft}:")
    where = Whereabouts.objects.filter(person_id=opened.id).first()
    given = {name: said[name] for name in ("postcode", "phone") if said[name]}
    if where and given and all(getattr(where, name) in ("", value) for name, value in given.items()):
        held = {name: getattr(where, name) for name in ("address", "postcode", "phone", "email", "usual_places")}
        say_where(opened.person, **{**held, **given}, by=request.actor, at=request.now)
    elif given:
        messages.warning(
            request,
            say(words.WHERE_NOT_TAKEN_OVER, request.actor.vocabulary, what=", ".join(given.values())),
        )
    return _back_to_the_note(request, draft, opened.id) or see_other(reverse("desk:person", args=[opened.id]))


def _known_already(request: Request, said: dict[str, Any]) -> list[KnownAlready]:
    """Asking is a look of its own, written down whatever comes of the page: whoever tries many names can be seen to."""
    _not_too_often(request)
    known = someone_like(_pieces(said))
    trace = partial(leave_trace, ASKED, about="page introduce", purpose="introduction", outcome="known" if known else "not known", at=request.now)
    trace()
    request.afterwards.append(trace)
    return known


def _pieces(said: dict[str, Any]) -> set[Piece]:
    return pieces(said["who"], said["likes_to_be_called"], said["date_of_birth"], said["postcode"], said["phone"])


def too_often(request: Request) -> bool:
    """Nobody is introduced forty times an hour; somebody may be trying names."""
    one_at_a_time(request.actor.id)
    lately = Entry.objects.filter(actor_id=request.actor.id, verb=ASKED, at__gte=request.now - timedelta(hours=1))
    return lately.count() >= MOST_AN_HOUR


def _not_too_often(request: Request) -> None:
    if too_often(request):
        raise Refused(Sentence("You have asked very often in the last hour whether somebody is known. Wait a while, or ask your manager to look with you."))


def _welcomed(request: Request, said: dict[str, Any]) -> Introduction:
    made = welcome(_introducing(said), by=request.actor, at=request.now)
    _why(request, made.person, said)
    if said["postcode"] or said["phone"]:
        say_where(made.person, address="", postcode=said["postcode"], phone=said["phone"], email="", by=request.actor, at=request.now)
    return made


def _why(request: Request, person: Person, said: dict[str, Any]) -> None:
    """What it is about, if that was said already."""
    listed = tuple(one.id for one in said.get("listed") or ())
    if said["areas"] or listed:
        given = Reasons(on=said["on"], told="at first", areas=tuple(said["areas"]), listed=listed)
        say_why(person, given, by=request.actor, at=request.now)


def _ours(request: Request, said: dict[str, Any]) -> list[tuple[Person, list[str]]]:
    """Those it may be whom the one who asks may see, the likest first and with reasons: they can go straight to their page."""
    asked = describe(name=said["who"], called=said["likes_to_be_called"], born=said["date_of_birth"], phone=said["phone"], postcode=said["postcode"])
    found = likest(asked, list(who_may_be(_pieces(said))[:500]))
    if found:
        leave_a_look(request, "known already?", *(person.id for person, _why in found))
    return [(person, [say(sentence, request.actor.vocabulary) for sentence in why]) for person, why in found]


def _shown(request: Request, form: IntroduceForm, name: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """Somebody else may have been begun before: they are named, so that nobody writes one name over another's telephone."""
    draft = draft_of(name, None, by=request.actor) if request.method != "POST" else None
    begun = [one for one in unfinished(request.actor).filter(form__startswith=DRAFT, person_id=None) if one.words.get("who", "").strip()]
    context = {"form": form, "draft": draft, "name_of_draft": name, "new_sheet": a_new_sheet(from_a_note=FROM_A_NOTE in name), **more}
    context |= {"this": next((one for one in begun if one.form == name), None), "others": [one for one in begun if one.form != name]}
    return render(request, "desk/introduce.html", context, status=status)


@page(methods=WRITING)
def introduced_again(request: Request, person_id: UUID) -> HttpResponse:
    """Somebody we know is introduced once more: a line in the same story, with no intake."""
    opened = open_person(request, person_id)

    class Again(IntroduceForm):
        """The same questions, without who it is."""

        who = likes_to_be_called = date_of_birth = postcode = phone = for_whom = somebody_else = areas = listed = None  # type: ignore[assignment]

        def __init__(self, *args: Any, **given: Any) -> None:
            given.pop("colleagues", None)
            super(IntroduceForm, self).__init__(*args, **given)

    mine = request.actor.vocabulary
    title = say(words.INTRODUCED_AGAIN, mine, name=opened.called)
    sheet = sheet_of(opened, title, say(words.INTRODUCED_AGAIN_KEPT, mine), draft="introduction again", at="story")
    return written(
        request,
        Again,
        sheet,
        lambda said: introduce_again(opened.person, _introducing({"who": opened.name, **said}), by=request.actor, at=request.now),
    )


@page(methods=WRITING)
def amend(request: Request, person_id: UUID, introduction_id: UUID) -> HttpResponse:
    """Put right how they came to us."""
    opened = open_person(request, person_id)
    found = about(Introduction, opened, introduction_id)
    sheet = sheet_of(
        opened,
        say(words.PUT_INTRODUCTION_RIGHT, request.actor.vocabulary),
        say(words.INTRODUCTION_PUT_RIGHT, request.actor.vocabulary),
        draft=f"amended introduction/{found.id}",
        at="story",
    )
    return written(
        request,
        AmendIntroductionForm,
        sheet,
        lambda said: amend_introduction(found, _introducing({"who": opened.name, "said_yes": True, **said}), by=request.actor, at=request.now),
        stands={name: getattr(found, name) for name in AmendIntroductionForm.base_fields},
    )
