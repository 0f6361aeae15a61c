"""What somebody told of their own life: what matters, what they bring, who is in it, their week, where they go, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from alongside.connections.models import Activity, Connection, Contribution, GapOf, Rung
from alongside.directory.models import Gap
from alongside.foundation.words import Vocabulary
from alongside.gaps.queries import news_of
from alongside.journeys.models import GoodLife
from alongside.outcomes.models import LifeChange
from alongside.people.models import Gift, InTheirLife
from alongside.web.hours import hours_said
from alongside.web.vocabulary import say, say_word, word_for
from alongside.web.weekdays import on_which_days

from .. import words
from ..rules import Told
from .saying import a_day, holds_on, in_sentences


def good_life(person_id: UUID) -> Iterator[Told]:
    """The version that holds."""
    told = GoodLife.objects.filter(person_id=person_id).order_by("-at").first()
    if told:
        yield Told("good life", "you said", told.words, "", "goodlife", told.id, told.at.date())


def gifts_and_circle(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """What they bring, and the people in their life with what each is to the other."""
    for gift in Gift.objects.filter(holds_on(on), person_id=person_id).order_by("at", "id"):
        yield Told("gifts", "plain", gift.words, "", "gift", gift.id)
    for one in InTheirLife.objects.filter(holds_on(on), person_id=person_id).order_by("at", "id"):
        gives = say(words.GIVES_YOU, vocabulary, what=one.gives) if one.gives else ""
        receives = say(words.YOU_GIVE_THEM, vocabulary, what=one.receives) if one.receives else ""
        yield Told("circle", "plain", one.name, in_sentences(one.relation, one.words, gives, receives), "intheirlife", one.id)


def week(person_id: UUID, on: date, vocabulary: Vocabulary) -> Iterator[Told]:
    """What fills a part of it now."""
    for one in Activity.objects.filter(holds_on(on), person_id=person_id).order_by("at", "id"):
        parts = [say_word(word_for(part, "connections.PARTS_OF_DAY"), vocabulary) for part in one.parts]
        company = say(words.WITH_WHOM, vocabulary, who=one.with_whom) if one.with_whom else ""
        yield Told("week", "plain", one.words, ", ".join(filter(None, (on_which_days(one.days), *parts, company))), "activity", one.id)


def connections(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Each with where they are on its ladder."""
    newest: dict[UUID, str] = {}
    for rung in Rung.objects.filter(person_id=person_id).order_by("on", "at"):
        newest[rung.connection_id] = rung.rung
    for made in Connection.objects.filter(person_id=person_id).order_by("made_on", "id"):
        rung = newest.get(made.id)
        more = say(words.RUNGS_TO_YOU[made.kind][rung], vocabulary) if rung else ""
        yield Told("connections", "plain", made.to, more, "connection", made.id, made.made_on)


def wishes(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """What they wished for, and what came of it since."""
    theirs = list(GapOf.objects.filter(person_id=person_id).order_by("at", "id"))
    # The wish is theirs, whichever team keeps what it stands for.
    entries = dict(Gap.objects.filter(of__in=theirs, entry__isnull=False).values_list("id", "entry__name"))
    for one in theirs:
        there = [say(words.THERE_IS_NOW, vocabulary, name=entries[one.gap_id])] if one.gap_id in entries else []
        came = [say(words.CAME_OF_IT[news.kind], vocabulary, said=news.said) for news in news_of(one.gap_id)]
        yield Told("connections", "plain", say(words.YOU_WISHED_FOR, vocabulary, words=one.words), in_sentences(*there, *came), "gapof", one.id)


def gave(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """With somebody whom we know too, nobody is named: that they are is theirs to tell."""
    for one in Contribution.objects.filter(person_id=person_id).order_by("-on", "-at"):
        said = words.YOU_GAVE if one.way == "gave" else words.YOU_RECEIVED
        whom = "" if one.other_id else one.whom
        more = ", ".join(filter(None, (a_day(one.on), whom, hours_said(one.minutes) if one.minutes else "")))
        yield Told("gave", "plain", say(said, vocabulary, what=one.words), more, "contribution", one.id, one.on)


def changes(person_id: UUID, vocabulary: Vocabulary) -> Iterator[Told]:
    """Each in their words."""
    for change in LifeChange.objects.filter(person_id=person_id).order_by("-noticed_on", "-at"):
        direction = say_word(word_for(change.direction, "outcomes.DIRECTIONS"), vocabulary, capital=True)
        yield Told("changes", "you said", change.words, f"{direction}, {a_day(change.noticed_on)}", "lifechange", change.id, change.noticed_on)
