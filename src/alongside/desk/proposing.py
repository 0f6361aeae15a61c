"""Somebody out of sight may be the same person: asked of those who see them, and answered, with nothing revealed on either side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actions import answer_proposal, propose_one_person
from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person, Proposal
from alongside.people.queries import OutOfSight
from alongside.web.actions import drop_draft
from alongside.web.models import Draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import drafts_like
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other, written

from .forms.same import AnswerProposalForm

DRAFT = "proposal"


def _draft(ask: str) -> str:
    """What is begun for each whom to ask has a draft of its own."""
    return f"{DRAFT}/{sha256(ask.encode()).hexdigest()[:16]}"


def with_drafts(request: Request, person_id: UUID, unseen: Iterable[OutOfSight]) -> list[tuple[OutOfSight, str, Draft | None]]:
    """Each of those out of sight with the name under which its words save themselves, and what was left there."""
    named = [(one, _draft(one.ask)) for one in unseen]
    left = drafts_like(DRAFT, person_id, by=request.actor) if named else {}
    return [(one, name, left.get(name)) for one, name in named]


@page(methods=("POST",))
def propose(request: Request, person_id: UUID) -> HttpResponse:
    """Ask whoever sees the other."""
    opened = open_person(request, person_id)
    ask = request.POST.get("ask", "")
    try:
        propose_one_person(opened.person, ask=ask, words=request.POST.get("words", "")[:500], by=request.actor, at=request.now)
        drop_draft(_draft(ask), opened.id, by=request.actor)
        messages.success(request, _("They are asked. What they answer stands here."), extra_tags=f"{_draft(ask)}:{opened.id}")
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    return see_other(reverse("desk:same as", args=[opened.id]))


@page(methods=WRITING)
def answer(request: Request, person_id: UUID, proposal_id: UUID) -> HttpResponse:
    """A colleague thinks that somebody of theirs may be this person: are they one?"""
    opened = open_person(request, person_id)
    asked = about(Proposal, opened, proposal_id)
    both = Person.objects.filter(id=asked.other_id).first()
    sheet = sheet_of(
        opened,
        _("Is somebody else’s record about %(name)s too?") % {"name": opened.called},
        _("It is answered."),
        draft=f"answer to a colleague/{asked.id}",
        asked=asked,
        both=both,
    )
    sheet = replace(sheet, back=reverse("desk:same"), then=reverse("desk:same"), template="desk/answer_proposal.html")

    def do(said: dict[str, Any]) -> None:
        answer_proposal(asked, said["answer"], words=said["words"], by=request.actor, at=request.now)

    return written(request, AnswerProposalForm, sheet, do)
