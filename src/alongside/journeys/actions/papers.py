"""Proofs and letters: written down as needed, and where each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.words import Sentence
from alongside.journeys.models import Paper
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

WHAT_IS_NEEDED = Sentence("Say what is needed, such as “proof of tenancy”.")


@dataclass(frozen=True)
class PaperAsked:
    """A proof or letter as it is written down."""

    what: str
    state: str
    on: date
    for_whom: str = ""
    by_when: date | None = None
    words: str = ""


@action
def add_paper(person: Person, asked: PaperAsked, *, by: Actor, at: datetime) -> Paper:
    """Something on paper is needed."""
    may_write(by)
    paper = Paper(person=person, by_id=by.id, at=at)
    _write(paper, asked, at)
    leave_trace("wrote down a paper", person.id, about=f"paper {paper.id}", at=at)
    return paper


@action
def say_where_paper_is(paper: Paper, asked: PaperAsked, *, by: Actor, at: datetime) -> Paper:
    """Where it is now, or what it is after all; how it stood before stays in the row's history."""
    may_write(by)
    _write(paper, asked, at)
    leave_trace("said where a paper is", paper.person_id, about=f"paper {paper.id}", at=at)
    return paper


def _write(paper: Paper, asked: PaperAsked, at: datetime) -> None:
    paper.what = some_words(asked.what, field="what", ask=WHAT_IS_NEEDED)
    not_in_the_future(asked.on, today=timezone.localdate(at), field="on")
    paper.for_whom, paper.by_when, paper.words = asked.for_whom.strip(), asked.by_when, asked.words.strip()
    paper.state, paper.state_on = asked.state, asked.on
    paper.save()
