"""Somebody who sees only one of two records proposes that both are one person's, and whoever sees the other answers."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person, Proposal
from alongside.people.permissions import may_write
from alongside.people.words import PROPOSAL_ANSWERS
from alongside.trail.doing import action, leave_trace, one_at_a_time

ONE, TWO, ASK = (word.stored for word in PROPOSAL_ANSWERS)
_AT_MOST = 5
"""Records that one proposal can be about: as many as the duplicate check tells of."""


@action
def propose_one_person(person: Person, *, ask: str, words: str, by: Actor, at: datetime) -> int:
    """Those who see the other record are asked; who that is stays unsaid, on both sides."""
    may_write(by)
    one_at_a_time(person.id)
    with connection.cursor() as cursor:
        made = [new_key() for _ in range(3 * _AT_MOST)]
        cursor.execute("SELECT propose_joining(%s, %s, %s, %s::uuid[], %s)", [person.id, ask, words.strip(), made, at])
        many = int(cursor.fetchone()[0])
    if not many:
        raise Refused(Sentence("Nobody out of your sight is like them any more, or it is proposed already."))
    leave_trace("proposed that two records are one", person.id, about=f"person {person.id}", at=at)
    return many


@action
def answer_proposal(proposal: Proposal, answer: str, *, words: str, by: Actor, at: datetime) -> None:
    """One person, two people, or let us talk: both sides read it."""
    may_write(by)
    if answer not in (ONE, TWO, ASK):
        raise Refused(Sentence("Choose one."), field="answer")
    if not proposal.asked or proposal.answer not in ("", ASK):
        raise Refused(Sentence("This is answered already."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT answer_joining(%s, %s, %s, %s, %s)", [proposal.id, answer, words.strip(), new_key(), at])
    leave_trace("answered whether two records are one", proposal.person_id, about=f"proposal {proposal.id}", at=at)
