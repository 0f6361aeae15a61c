"""What is theirs: what changed in their life."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.outcomes.actions import amend_change, tell_change
from alongside.outcomes.models import LifeChange, TeamKind
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import written

from . import words
from .forms.story import ChangeForm, offered_kinds


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
    initial = {"others_share": "not asked", "would_have_happened": "not asked", "lasts": "not asked"}
    return written(
        request,
        ChangeForm,
        sheet,
        lambda said: tell_change(opened.person, **said, by=request.actor, at=request.now),
        initial=initial,
        listed=offered_kinds(request.actor.team_id),
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
    counted = list(found.kinds.all())
    stands = {name: getattr(found, name) for name in ChangeForm.base_fields if name not in ("kinds", "listed")}
    stands |= {"kinds": [one.kind for one in counted if one.listed_id is None], "listed": [one.listed_id for one in counted if one.listed_id]}
    # A kind of the team's that is retired stays where it was used.
    listed = offered_kinds(request.actor.team_id) | TeamKind.objects.filter(id__in=stands["listed"])
    return written(
        request, ChangeForm, sheet, lambda said: amend_change(found, **said, by=request.actor, at=request.now), stands=stands, listed=listed.distinct()
    )
