"""The pages of stories: all of one person's, one with what would give them away, their yes, printing and taking back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.outcomes import actions
from alongside.outcomes.models import Story
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .drafting import around_of, first_draft
from .forms import PrintForm, StoryForm, WithdrawForm, YesForm
from .giving_away import Found, gives_away

NOT_FOUND_READY = Sentence("It has not their yes, was printed already, or was taken back, so there is nothing to print.")


def _here(opened: Opened) -> str:
    return reverse("desk:stories", args=[opened.id])


def _found(request: Request, opened: Opened, words: str) -> list[Found]:
    return gives_away(words, around_of(opened, request.actor.team_id))


def still_gives_away(found: list[Found], judged: list[str]) -> list[str]:
    """What stands in the way of their yes: whatever has to go, and whatever nobody has looked at with them."""
    return [one.said for one in found if one.has_to_go or one.key not in judged]


@page()
def stories(request: Request, person_id: UUID) -> HttpResponse:
    """Every story of theirs, and where each stands."""
    opened = open_person(request, person_id)
    return render(request, "desk/stories.html", {"person": opened, "stories": Story.objects.filter(person_id=opened.id).order_by("-at")})


@page(methods=WRITING)
def begin(request: Request, person_id: UUID) -> HttpResponse:
    """A first draft from the record, to be changed together."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("A story with %(name)s") % {"name": opened.called},
        _("The draft is kept. Look now at what would give them away."),
        draft="story",
        lead=_("Only if they want to tell it. It is for one use, and they can take it back at any time."),
    )
    made: dict[str, Story] = {}

    def do(said: dict[str, Any]) -> None:
        made["it"] = actions.draft_story(opened.person, said.pop("words"), **said, by=request.actor, at=request.now)

    answer = written(
        request, StoryForm, replace(sheet, back=_here(opened), then=_here(opened)), do, initial={"words": first_draft(opened, request.actor.team_id)}
    )
    if "it" in made:
        answer.headers["Location"] = reverse("desk:story", args=[opened.id, made["it"].id])
    return answer


@page(methods=WRITING)
def story(request: Request, person_id: UUID, story_id: UUID) -> HttpResponse:
    """One story: its words, what in them would give somebody away, and what comes next."""
    opened = open_person(request, person_id)
    kept = about(Story, opened, story_id)
    found = _found(request, opened, kept.words)
    sheet = sheet_of(opened, _("A story with %(name)s") % {"name": opened.called}, _("The story is kept."), draft=f"story/{kept.id}")
    then = reverse("desk:story", args=[opened.id, kept.id])
    more = sheet.more | {"story": kept, "found": found, "in_the_way": still_gives_away(found, kept.may_stay)}
    sheet = replace(sheet, template="desk/story.html", back=_here(opened), then=then, more=more)
    stands = {name: getattr(kept, name) for name in ("use_kind", "use", "words", "changed")}
    if any(not one.has_to_go for one in found):
        stands["judged"] = [one.key for one in found if one.key in kept.may_stay]

    def do(said: dict[str, Any]) -> None:
        actions.rewrite_story(kept, said.pop("words"), **{"judged": [], **said}, by=request.actor, at=request.now)

    # What was typed anew may give away other things than what is kept: its boxes are those of the words that are sent.
    return written(request, StoryForm, sheet, do, stands=stands, found=found)


def _about_a_story(request: Request, person_id: UUID, story_id: UUID, title: str, kept: str, draft: str = "") -> tuple[Opened, Story, Sheet]:
    opened = open_person(request, person_id)
    found = about(Story, opened, story_id)
    here = reverse("desk:story", args=[opened.id, found.id])
    sheet = sheet_of(opened, title, kept, draft=f"{draft}/{found.id}" if draft else "", story=found)
    return opened, found, replace(sheet, template="desk/story_step.html", back=here, then=here)


@page(methods=WRITING)
def their_yes(request: Request, person_id: UUID, story_id: UUID) -> HttpResponse:
    """Their yes to these very words, for this one use."""
    opened, kept, sheet = _about_a_story(
        request, person_id, story_id, _("Do they say yes to these words?"), _("Their yes is kept. It holds for these words and this use.")
    )
    in_the_way = still_gives_away(_found(request, opened, kept.words), kept.may_stay)
    return written(
        request, YesForm, sheet, lambda said: actions.say_yes(kept, said["how"], said["on"], gives_away=in_the_way, by=request.actor, at=request.now)
    )


@page(methods=WRITING)
def print_it(request: Request, person_id: UUID, story_id: UUID) -> HttpResponse:
    """It is used, once; from then on its words stand on a sheet to print."""
    _opened, kept, sheet = _about_a_story(
        request, person_id, story_id, _("Print this story"), _("It is marked as printed. Its sheet is ready."), "printed story"
    )
    return written(
        request, PrintForm, replace(sheet, button=_("Print it")), lambda said: actions.print_story(kept, said["where"], by=request.actor, at=request.now)
    )


@page()
def sheet_to_print(request: Request, person_id: UUID, story_id: UUID) -> HttpResponse:
    """The words alone, with what they are for. Nothing that was taken back is printed again."""
    opened = open_person(request, person_id)
    kept = about(Story, opened, story_id)
    if kept.stands != "printed":
        raise Refused(NOT_FOUND_READY)
    return render(request, "desk/story_on_paper.html", {"person": opened, "story": kept})


@page(methods=WRITING)
def withdraw(request: Request, person_id: UUID, story_id: UUID) -> HttpResponse:
    """They take it back: whatever was not printed yet is printed nowhere."""
    _opened, kept, sheet = _about_a_story(
        request, person_id, story_id, _("They take this story back"), _("It is taken back. It is printed nowhere from now on."), "withdrawn story"
    )
    return written(
        request,
        WithdrawForm,
        replace(sheet, button=_("Take it back")),
        lambda said: actions.withdraw_story(kept, said["how"], by=request.actor, at=request.now),
    )


@page(roles=tuple(TEAM_ROLES))
def every_story(request: Request) -> HttpResponse:
    """Every story of those whom one sees that may be printed now, and where the others stand."""
    found = list(Story.objects.select_related("person").order_by("-at"))
    if found:
        leave_a_look(request, "same team", *{one.person_id for one in found})
    ready = [one for one in found if one.stands == "their yes"]
    return render(request, "desk/every_story.html", {"ready": ready, "others": [one for one in found if one not in ready]})
