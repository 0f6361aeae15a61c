"""What is agreed with somebody and comes next: the agreement, steps, waits, papers, days; and notes of what happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from alongside.foundation.words import Vocabulary
from alongside.journeys.models import Agreement, Note, Paper, Step, Visit, Waiting
from alongside.journeys.queries import still_holds
from alongside.journeys.words import PAPERS_OPEN
from alongside.people.models import LocationProtection
from alongside.web.vocabulary import say, say_word, word_for

from .. import words
from ..rules import Told
from .saying import a_day, holds_on, in_sentences

MOST_NOTES = 200
"""Notes offered to be read through and ticked, the newest first."""


def agreement(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """What of the newest version they have not ended."""
    told = Agreement.objects.filter(person_id=person_id).order_by("-version").first()
    if told and (held := still_holds(told)):
        how = say_word(word_for(told.how_agreed, "journeys.HOW_AGREED"), vocabulary)
        says = "\n".join(_in_its_part(part, said, vocabulary) for part, said in held.items())
        yield Told("agreement", "we agreed", says, f"{a_day(told.agreed_on)}, {how}", "agreement", told.id, told.agreed_on)


def _in_its_part(part: str, said: str, vocabulary: Vocabulary) -> str:
    """`What you do: ring Ana.` What was agreed in one box has no heading."""
    return f"{say(words.AGREED_TO_YOU[part], vocabulary)}: {said}" if part in words.AGREED_TO_YOU else said


def steps(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Those that are open."""
    for step in Step.objects.filter(person_id=person_id, ended_on__isnull=True).select_related("staff").order_by("by_when", "at", "id"):
        who = _who_does_it(step, vocabulary)
        more = say(words.BY_WHEN, vocabulary, who=who, day=step.by_when) if step.by_when else who
        # What one of us asked of another may be in words that are not for them.
        asked = step.staff_id is not None and step.staff_id != step.by_id
        yield Told("steps", "plain", step.words, more, "step", step.id, step.by_when, ask=asked)


def _who_does_it(step: Step, vocabulary: Vocabulary) -> str:
    if step.who_kind == "themselves":
        return say(words.YOU_DO_IT, vocabulary)
    named = step.staff.name if step.staff else step.who
    return named or say_word(word_for(step.who_kind, "journeys.WHO_DOES_IT"), vocabulary, capital=True)


def waiting(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Waits that have not ended."""
    for wait in Waiting.objects.filter(person_id=person_id, ended_on__isnull=True).select_related("staff").order_by("since", "at", "id"):
        of_whom = say(words.WAITS_FOR, vocabulary, whom=wait.of_whom, day=wait.since) if wait.of_whom else say(words.WAITS_SINCE, vocabulary, day=wait.since)
        company = wait.company or (wait.staff.name if wait.staff else "")
        beside = say(words.KEEPS_YOU_COMPANY, vocabulary, who=company) if company else ""
        yield Told("waiting", "plain", wait.awaited, ". ".join(filter(None, (of_whom, beside))), "waiting", wait.id, wait.since)


def papers(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Those with which something is still to be done."""
    for paper in Paper.objects.filter(person_id=person_id, state__in=PAPERS_OPEN).order_by("by_when", "at", "id"):
        wanted = say(words.WANTED_BY, vocabulary, whom=paper.for_whom) if paper.for_whom else ""
        by_when = say(words.BY_A_DAY, vocabulary, day=paper.by_when) if paper.by_when else ""
        state = say_word(word_for(paper.state, "journeys.PAPER_STATES"), vocabulary)
        yield Told("papers", "plain", paper.what, in_sentences(wanted, by_when, state), "paper", paper.id, paper.by_when)


def visits(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """Days that are planned, unless where they are is protected."""
    # Where and when they can be met is kept from most when it is protected; a copy is read by the whole team.
    if LocationProtection.objects.filter(holds_on(on), person_id=person_id).exists():
        return
    for visit in Visit.objects.filter(person_id=person_id, ended="", on__gte=on).select_related("staff").order_by("on", "starts_at"):
        says = say(words.AT_A_TIME, vocabulary, day=visit.on, time=f"{visit.starts_at:%H:%M}") if visit.starts_at else a_day(visit.on)
        yield Told("visits", "plain", says, say(words.WITH_WHOM, vocabulary, who=visit.staff.name), "visit", visit.id, visit.on)


def notes(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """The newest, each to be read through and ticked."""
    for note in Note.objects.filter(person_id=person_id).select_related("by").order_by("-on", "-at")[:MOST_NOTES]:
        more = say(words.WHO_AND_WHEN, vocabulary, who=note.by.name, day=note.on)
        # What was written for this page alone stands in it too; of a visit with several, what they all read may name the others.
        yield Told("notes", "we wrote", "\n".join(filter(None, (note.text, note.only))), more, "note", note.id, note.on, ask=True)
