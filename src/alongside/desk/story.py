"""What is theirs: a good life in their words, and what changed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys import actions as journeys
from alongside.journeys.models import GoodLife
from alongside.outcomes.actions import amend_change, tell_change
from alongside.outcomes.models import LifeChange
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import written

from . import words
from .forms.story import ChangeForm, GoodLifeForm


@page(methods=WRITING)
def good_life(request: Request, person_id: UUID) -> HttpResponse:
    """A good life, as they say it today; what they said before stays and can be read here."""
    opened = open_person(request, person_id)
    before = list(GoodLife.objects.filter(person_id=opened.id).select_related("by").order_by("-at"))
    title = say(words.GOOD_LIFE_FOR, request.actor.vocabulary, name=opened.called)
    sheet = sheet_of(opened, title, _("Their words are kept."), draft="good life", at="good-life", good_lives=before)
    return written(
        request,
        GoodLifeForm,
        sheet,
        lambda said: journeys.tell_good_life(opened.person, **said, by=request.actor, at=request.now),
        initial={"words": before[0].words} if before else None,
    )


@page(methods=WRITING)
def change(request: Request, person_id: UUID) -> HttpResponse:
    """What changed, in their words, and how much of it was others' doing."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("What changed for %(name)s?") % {"name": opened.called},
        say(words.CHANGE_KEPT, request.actor.vocabulary),
        draft="change",
        at="story",
        lead=_("Bad news belongs here as much as good. If you have not asked, say so: it is not the same as none."),
    )
    initial = {"others_share": "not asked", "would_have_happened": "not asked"}
    return written(
        request,
        ChangeForm,
        sheet,
        lambda said: tell_change(opened.person, **said, by=request.actor, at=request.now),
        initial=initial,
    )


@page(methods=WRITING)
def amend(request: Request, person_id: UUID, change_id: UUID) -> HttpResponse:
    """Put right what one wrote down of a change."""
    opened = open_person(request, person_id)
    found = about(LifeChange, opened, change_id)
    sheet = sheet_of(
        opened,
        say(words.PUT_CHANGE_RIGHT, request.actor.vocabulary),
        say(words.CHANGE_PUT_RIGHT, request.actor.vocabulary),
        draft=f"amended change/{found.id}",
        at="story",
        lead=_("Only whoever wrote it down can change it."),
    )
    return written(
        request,
        ChangeForm,
        sheet,
        lambda said: amend_change(found, **said, by=request.actor, at=request.now),
        initial={name: getattr(found, name) for name in ChangeForm.base_fields},
    )
