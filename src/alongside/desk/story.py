"""What is theirs: a good life in their words, what they bring, who is in their life, and what changed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys import actions as journeys
from alongside.journeys.models import GoodLife
from alongside.outcomes.actions import amend_change, tell_change
from alongside.outcomes.models import LifeChange
from alongside.people import actions as people
from alongside.people.models import Gift, InTheirLife
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.story import ChangeForm, CircleForm, GiftForm, GoodLifeForm


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
def gifts(request: Request, person_id: UUID) -> HttpResponse:
    """What they bring."""
    opened = open_person(request, person_id)
    held = list(Gift.objects.filter(person_id=opened.id).order_by("at", "id"))
    sheet = sheet_of(opened, _("What %(name)s brings") % {"name": opened.called}, _("It is kept."), at="gifts", rows=held, undo="gift", row_name="words")
    return written(request, GiftForm, sheet, lambda said: people.add_gift(opened.person, said["words"], by=request.actor, at=request.now))


@page(methods=WRITING)
def circle(request: Request, person_id: UUID) -> HttpResponse:
    """The people in their life."""
    opened = open_person(request, person_id)
    held = list(InTheirLife.objects.filter(person_id=opened.id).order_by("at", "id"))
    sheet = sheet_of(
        opened, _("The people in %(name)s’s life") % {"name": opened.called}, _("They are kept."), at="circle", rows=held, undo="circle", row_name="name"
    )
    return written(request, CircleForm, sheet, lambda said: people.add_to_circle(opened.person, **said, by=request.actor, at=request.now))


def _turned(request: Request, person_id: UUID, row: Gift | InTheirLife, page_name: str) -> HttpResponse:
    """Ends what still holds, brings back what had ended."""
    if row.until is None:
        people.no_longer(row, by=request.actor, at=request.now)
        messages.success(request, _("It is so no longer; it stays in the record, and you can bring it back."))
    else:
        people.after_all(row, by=request.actor, at=request.now)
        messages.success(request, _("It is back."))
    return see_other(reverse(page_name, args=[person_id]))


@page(methods=("POST",))
def end_gift(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """A gift is so no longer, or is after all."""
    opened = open_person(request, person_id)
    return _turned(request, opened.id, about(Gift, opened, row_id), "desk:gifts")


@page(methods=("POST",))
def end_in_circle(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """Somebody is no longer in their life, or is after all."""
    opened = open_person(request, person_id)
    return _turned(request, opened.id, about(InTheirLife, opened, row_id), "desk:circle")


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
