"""All that a copy could hold, said to the person: read as far as whoever makes it may see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format

from alongside.access.models import Naming
from alongside.access.queries import choices_of, standing_among
from alongside.access.words import AUDIENCES
from alongside.connections.models import Connection, Contribution, Rung
from alongside.connections.rules import rung_word
from alongside.foundation.words import Vocabulary
from alongside.introductions.models import Introduction
from alongside.journeys.models import Agreement, GoodLife, Note, Step, Visit, Waiting
from alongside.journeys.queries import still_holds
from alongside.outcomes.models import LifeChange
from alongside.people.models import Gift, InTheirLife, LocationProtection
from alongside.web.hours import hours_said
from alongside.web.vocabulary import say, say_word, with_capital, word_for

from . import words
from .rules import Told

_PLACE = {word.stored: place for place, word in enumerate(AUDIENCES)}
MOST_NOTES = 200
"""Notes offered to be read through and ticked, the newest first."""


def everything(person_id: UUID, *, on: date, vocabulary: Vocabulary) -> list[Told]:
    """Every line that could be in their copy."""
    return [
        *_good_life(person_id),
        *_gifts_and_circle(person_id, on),
        *_agreement(person_id, vocabulary),
        *_steps(person_id, vocabulary),
        *_waiting(person_id, vocabulary),
        *_visits(person_id, on, vocabulary),
        *_connections(person_id, vocabulary),
        *_gave(person_id, vocabulary),
        *_changes(person_id, vocabulary),
        *_choices(person_id, on, vocabulary),
        *_how_they_came(person_id, vocabulary),
        *_who_knows(person_id, on, vocabulary),
        *_notes(person_id, vocabulary),
    ]


def in_sentences(*said: str) -> str:
    """“brother” and “In New Zealand.” as they are read: “Brother. In New Zealand.”"""
    return " ".join(with_capital(one.strip()) if one.strip()[-1:] in ".!?…" else with_capital(one.strip()) + "." for one in said if one.strip())


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _good_life(person_id: UUID) -> Iterator[Told]:
    told = GoodLife.objects.filter(person_id=person_id).order_by("-at").first()
    if told:
        yield Told("good life", "you said", told.words, "", "goodlife", told.id, told.at.date())


def _gifts_and_circle(person_id: UUID, on: date) -> Iterator[Told]:
    now = Q(until__isnull=True) | Q(until__gt=on)
    for gift in Gift.objects.filter(now, person_id=person_id).order_by("at", "id"):
        yield Told("gifts", "plain", gift.words, "", "gift", gift.id)
    for one in InTheirLife.objects.filter(now, person_id=person_id).order_by("at", "id"):
        yield Told("circle", "plain", one.name, in_sentences(one.relation, one.words), "intheirlife", one.id)


def _agreement(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    told = Agreement.objects.filter(person_id=person_id).order_by("-version").first()
    if told and (held := still_holds(told)):
        how = say_word(word_for(told.how_agreed, "journeys.HOW_AGREED"), vocabulary)
        yield Told("agreement", "we agreed", "\n".join(held.values()), f"{_day(told.agreed_on)}, {how}", "agreement", told.id, told.agreed_on)


def _steps(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
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


def _visits(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    # Where and when they can be met is kept from most when it is protected; a copy is read by the whole team.
    if LocationProtection.objects.filter(Q(until__isnull=True) | Q(until__gt=on), person_id=person_id).exists():
        return
    for visit in Visit.objects.filter(person_id=person_id, ended="", on__gte=on).select_related("staff").order_by("on", "starts_at"):
        says = say(words.AT_A_TIME, vocabulary, day=visit.on, time=f"{visit.starts_at:%H:%M}") if visit.starts_at else _day(visit.on)
        yield Told("visits", "plain", says, say(words.WITH_WHOM, vocabulary, who=visit.staff.name), "visit", visit.id, visit.on)


def _waiting(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    for wait in Waiting.objects.filter(person_id=person_id, ended_on__isnull=True).select_related("staff").order_by("since", "at", "id"):
        of_whom = say(words.WAITS_FOR, vocabulary, whom=wait.of_whom, day=wait.since) if wait.of_whom else say(words.WAITS_SINCE, vocabulary, day=wait.since)
        company = wait.company or (wait.staff.name if wait.staff else "")
        beside = say(words.KEEPS_YOU_COMPANY, vocabulary, who=company) if company else ""
        yield Told("waiting", "plain", wait.awaited, ". ".join(filter(None, (of_whom, beside))), "waiting", wait.id, wait.since)


def _gave(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """With somebody whom we know too, nobody is named: that they are is theirs to tell."""
    for one in Contribution.objects.filter(person_id=person_id).order_by("-on", "-at"):
        said = words.YOU_GAVE if one.way == "gave" else words.YOU_RECEIVED
        whom = "" if one.other_id else one.whom
        more = ", ".join(filter(None, (_day(one.on), whom, hours_said(one.minutes) if one.minutes else "")))
        yield Told("gave", "plain", say(said, vocabulary, what=one.words), more, "contribution", one.id, one.on)


def _choices(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    kept = list(choices_of(person_id))
    for audience, subject in dict.fromkeys((one.audience, one.subject) for one in sorted(kept, key=lambda one: _PLACE[one.audience])):
        standing = standing_among(kept, audience, subject, on=on)
        if standing.choice is None:
            continue
        who = ", ".join(filter(None, (say_word(word_for(audience, "access.AUDIENCES"), vocabulary, capital=True), standing.choice.called)))
        holds = say_word(word_for(standing.holds, "access.STANDINGS"), vocabulary)
        how = say_word(word_for(standing.choice.how, "access.HOW_GIVEN"), vocabulary)
        up_to = say(words.HOLDS_UP_TO, vocabulary, day=standing.choice.until - timedelta(days=1)) if standing.choice.until else ""
        more = ", ".join(filter(None, (_day(standing.choice.on), how, up_to)))
        yield Told("choices", "plain", f"{who}: {holds}", more, "choice", standing.choice.id, standing.choice.on)


def _connections(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    newest: dict[UUID, str] = {}
    for rung in Rung.objects.filter(person_id=person_id).order_by("on", "at"):
        newest[rung.connection_id] = rung.rung
    for made in Connection.objects.filter(person_id=person_id).order_by("made_on", "id"):
        rung = newest.get(made.id)
        more = say_word(rung_word(rung, made.kind), vocabulary, capital=True) if rung else ""
        yield Told("connections", "plain", made.to, more, "connection", made.id, made.made_on)


def _changes(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    for change in LifeChange.objects.filter(person_id=person_id).order_by("-noticed_on", "-at"):
        direction = say_word(word_for(change.direction, "outcomes.DIRECTIONS"), vocabulary, capital=True)
        yield Told("changes", "you said", change.words, f"{direction}, {_day(change.noticed_on)}", "lifechange", change.id, change.noticed_on)


def _how_they_came(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    for came in Introduction.objects.filter(person_id=person_id).order_by("on", "at"):
        says = with_capital(say(words.INTRODUCED_YOU, vocabulary, who=came.introduced_by))
        yield Told("introduction", "plain", says, _day(came.on), "introduction", came.id, came.on)


def _who_knows(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    for named in Naming.objects.filter(person_id=person_id, until__gt=on).select_related("partner").order_by("until"):
        more = say(words.KNOWS_UNTIL, vocabulary, who=named.partner.name, day=named.until - timedelta(days=1))
        yield Told("who knows", "we agreed", named.extract, more, "naming", named.id, named.since)


def _notes(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    for note in Note.objects.filter(person_id=person_id).select_related("by").order_by("-on", "-at")[:MOST_NOTES]:
        more = say(words.WHO_AND_WHEN, vocabulary, who=note.by.name, day=note.on)
        # What was written for this page alone stands in it too; of a visit with several, what they all read may name the others.
        yield Told("notes", "we wrote", "\n".join(filter(None, (note.text, note.only))), more, "note", note.id, note.on, ask=True)
