"""Proofs and letters that somebody needs: for whom, by when, and where each is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys.actions import PaperAsked, add_paper, say_where_paper_is
from alongside.journeys.models import Paper
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import written

from . import words
from .forms.papers import PaperForm


@page(methods=WRITING)
def add(request: Request, person_id: UUID) -> HttpResponse:
    """Something on paper is needed."""
    opened = open_person(request, person_id)
    sheet = sheet_of(opened, say(words.PAPER_FOR, request.actor.vocabulary, name=opened.called), _("It is kept."), draft="paper", at="papers")
    return written(
        request,
        PaperForm,
        sheet,
        lambda said: add_paper(opened.person, PaperAsked(**said), by=request.actor, at=request.now),
        initial={"state": "needed"},
    )


@page(methods=WRITING)
def where_it_is(request: Request, person_id: UUID, paper_id: UUID) -> HttpResponse:
    """Where it is now; or put right what it is."""
    opened = open_person(request, person_id)
    paper = about(Paper, opened, paper_id)
    sheet = sheet_of(opened, _("Where is it now?"), _("It is kept."), lead=paper.what, draft=f"paper/{paper.id}", at="papers")
    return written(
        request,
        PaperForm,
        sheet,
        lambda said: say_where_paper_is(paper, PaperAsked(**said), by=request.actor, at=request.now),
        stands={"what": paper.what, "for_whom": paper.for_whom, "by_when": paper.by_when, "words": paper.words, "state": paper.state},
    )
