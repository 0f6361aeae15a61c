"""A good life in their words, and what we each do: every version stays, and any part is ended whenever they say so."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.journeys.models import Agreement, EndedPart, GoodLife
from alongside.journeys.permissions import may_take_back
from alongside.journeys.rules import Parts, an_end_follows_its_beginning
from alongside.journeys.words import NEWER_VERSION, SAY_WHAT_YOU_AGREED
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def tell_good_life(person: Person, words: str, *, how_agreed: str = "", who_was_there: str = "", by: Actor, at: datetime) -> GoodLife:
    """A good life in their words, as they say it today; what they said before stays."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what they said, in their words."))
    told = GoodLife.objects.create(person=person, words=words, how_agreed=how_agreed, who_was_there=who_was_there.strip(), by_id=by.id, at=at)
    leave_trace("told their good life", person.id, about=f"good life {told.id}", at=at)
    return told


@action
def agree(
    person: Person,
    words: str = "",
    *,
    parts: Parts = Parts(),  # noqa: B008 - frozen
    agreed_on: date,
    how_agreed: str,
    who_was_there: str = "",
    kept_where: str = "",
    by: Actor,
    at: datetime,
) -> Agreement:
    """A new version of what we each do, in one box or in parts; the earlier ones stay."""
    may_write(by)
    said = {name: text.strip() for name, text in {"words": words, **asdict(parts)}.items()}
    if not any(said.values()):
        raise Refused(SAY_WHAT_YOU_AGREED, field="words")
    not_in_the_future(agreed_on, today=timezone.localdate(at), field="agreed_on")
    one_at_a_time(person.id)
    last = Agreement.objects.filter(person=person).aggregate(last=Max("version"))["last"] or 0
    made = Agreement.objects.create(
        person=person,
        version=last + 1,
        **said,
        agreed_on=agreed_on,
        how_agreed=how_agreed,
        who_was_there=who_was_there.strip(),
        kept_where=kept_where.strip(),
        by_id=by.id,
        at=at,
    )
    leave_trace("wrote the shared agreement", person.id, about=f"agreement {made.id}", at=at)
    return made


@action
def end_part(agreement: Agreement, part: str, *, words: str = "", on: date, by: Actor, at: datetime) -> EndedPart:
    """They ended a part of what was agreed, or the whole of it; nothing else ends with it."""
    may_write(by)
    one_at_a_time(agreement.person_id)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    an_end_follows_its_beginning(on, agreement.agreed_on)
    if Agreement.objects.filter(person_id=agreement.person_id, version__gt=agreement.version).exists():
        raise Refused(NEWER_VERSION)
    if part != "whole" and not getattr(agreement, part):
        raise Refused(Sentence("Nothing is written in this part, so there is nothing to end."), field="part")
    if EndedPart.objects.filter(agreement=agreement, part__in=("whole", part)).exists():
        raise Refused(Sentence("This has ended already. What they said then is kept."), field="part")
    ended = EndedPart.objects.create(person_id=agreement.person_id, agreement=agreement, part=part, words=words.strip(), on=on, by_id=by.id, at=at)
    leave_trace("ended part of the agreement", agreement.person_id, about=f"ended part {ended.id}", at=at)
    return ended


@action
def take_back_ended_part(ended: EndedPart, *, by: Actor, at: datetime) -> None:
    """Undo an ending that one wrote down by mistake, on the day one did."""
    may_write(by)
    said = Sentence("An ending is taken back by whoever wrote it down, on the same day. If they want it again, write a new version.")
    may_take_back(ended.by_id, timezone.localdate(ended.at), said, by=by, today=timezone.localdate(at))
    leave_trace("took back an ended part", ended.person_id, about=f"ended part {ended.id}", at=at)
    ended.delete()
