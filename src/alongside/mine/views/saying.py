"""What somebody says aloud or on paper, written down for them as theirs."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import Opened, open_person
from alongside.people.permissions import may_write
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from .. import actions
from ..forms import TheirNotRightForm, TheirWordsForm
from ..gathering import everything
from ..models import NotRight, TheirWords
from ..rules import Told


@page(methods=WRITING)
def their_words(request: Request, person_id: UUID) -> HttpResponse:
    """Words of their own, that they said aloud or wrote on paper."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("%(name)s’s own words") % {"name": opened.called},
        _("Their words are kept, as theirs."),
        draft="their words",
        at="story",
        lead=_("As they said or wrote it, from the back of their booklet or from across the table. It stands in the story as theirs."),
    )
    return written(
        request,
        TheirWordsForm,
        sheet,
        lambda said: actions.say_own_words(opened.id, **said, by=request.actor, at=request.now),
        initial={"how": "aloud", "on": timezone.localdate(request.now)},
    )


@page(methods=("POST",))
def take_back(request: Request, person_id: UUID, words_id: UUID) -> HttpResponse:
    """They do not want these words there any more."""
    opened = open_person(request, person_id)
    actions.take_back_own_words(_theirs(TheirWords, opened, words_id), by=request.actor, at=request.now)
    messages.success(request, _("Their words are taken back."))
    return see_other(reverse("mine:own copy", args=[opened.id]))


def _theirs(model: type[TheirWords] | type[NotRight], opened: Opened, key: UUID) -> TheirWords | NotRight:
    found = model.objects.filter(id=key, person_id=opened.id).first()
    if found is None:
        raise Http404
    return found


def _entry(opened: Opened, row: UUID, request: Request) -> Told:
    """The entry that is not right, as it stands in their record now."""
    told = everything(opened.id, on=timezone.localdate(request.now), vocabulary=request.actor.vocabulary)
    found = next((line for line in told if line.row == row), None)
    if found is None:
        raise Http404
    return found


@page(methods=WRITING)
def not_right(request: Request, person_id: UUID, row: UUID) -> HttpResponse:
    """They say that this entry is not right."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    entry = _entry(opened, row, request)
    sheet = sheet_of(
        opened,
        _("%(name)s says this is not right") % {"name": opened.called},
        _("What they say is kept, beside what it is about."),
        draft=f"not right/{row}",
        lead=_("It says now: “%(words)s”") % {"words": entry.says},
    )
    return written(
        request,
        TheirNotRightForm,
        sheet,
        lambda said: actions.say_not_right(opened.id, **said, of=entry.of, row=row, said=entry.says, by=request.actor, at=request.now),
        initial={"how": "aloud", "on": timezone.localdate(request.now), "wish": "put right"},
    )


@page(methods=("POST",))
def take_back_not_right(request: Request, person_id: UUID, said_id: UUID) -> HttpResponse:
    """They see it so no longer."""
    opened = open_person(request, person_id)
    actions.take_back_not_right(_theirs(NotRight, opened, said_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back, and stands beside nothing any more."))
    return see_other(reverse("mine:own copy", args=[opened.id]))
