"""Who knows what of somebody: how and why they came, whom we told, and what they chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from alongside.access.models import Naming
from alongside.access.queries import choices_of, standing_among
from alongside.access.words import AUDIENCES
from alongside.foundation.words import Vocabulary
from alongside.introductions.models import Introduction, WhyTheyCame
from alongside.web.vocabulary import say, say_word, with_capital, word_for

from .. import words
from ..rules import Told
from .saying import a_day, holds_on

_PLACE = {word.stored: place for place, word in enumerate(AUDIENCES)}


def choices(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """For each audience what holds today."""
    kept = list(choices_of(person_id))
    for audience, subject in dict.fromkeys((one.audience, one.subject) for one in sorted(kept, key=lambda one: _PLACE[one.audience])):
        standing = standing_among(kept, audience, subject, on=on)
        if standing.choice is None:
            continue
        theirs = words.AUDIENCES_TO_YOU.get(audience)
        whose = say(theirs, vocabulary) if theirs else say_word(word_for(audience, "access.AUDIENCES"), vocabulary, capital=True)
        who = ", ".join(filter(None, (whose, standing.choice.called)))
        holds = say_word(word_for(standing.holds, "access.STANDINGS"), vocabulary)
        how = say_word(word_for(standing.choice.how, "access.HOW_GIVEN"), vocabulary)
        up_to = say(words.HOLDS_UP_TO, vocabulary, day=standing.choice.until - timedelta(days=1)) if standing.choice.until else ""
        more = ", ".join(filter(None, (a_day(standing.choice.on), how, up_to)))
        yield Told("choices", "plain", f"{who}: {holds}", more, "choice", standing.choice.id, standing.choice.on)


def how_they_came(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Who introduced them, each time."""
    for came in Introduction.objects.filter(person_id=person_id).order_by("on", "at"):
        says = with_capital(say(words.INTRODUCED_YOU, vocabulary, who=came.introduced_by))
        yield Told("introduction", "plain", says, a_day(came.on), "introduction", came.id, came.on)


def reasons(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """Read through and ticked one by one: how one of us understood why they came may be in words that are not for them."""
    for one in WhyTheyCame.objects.filter(holds_on(on), person_id=person_id).select_related("listed").order_by("on", "at", "-area", "id"):
        area = say_word(word_for(one.area, "introductions.AREAS"), vocabulary, capital=True) if one.area else ""
        first, *others = filter(None, (one.words, one.listed.words if one.listed else "", area))
        more = ", ".join((*others, a_day(one.on)))
        yield Told("reasons", "plain", with_capital(first), more, "whytheycame", one.id, one.on, ask=True)


def who_knows(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """Each partner to whom they are named, and the words agreed."""
    for named in Naming.objects.filter(person_id=person_id, until__gt=on).select_related("partner").order_by("until"):
        more = say(words.KNOWS_UNTIL, vocabulary, who=named.partner.name, day=named.until - timedelta(days=1))
        yield Told("who knows", "we agreed", named.extract, more, "naming", named.id, named.since)
