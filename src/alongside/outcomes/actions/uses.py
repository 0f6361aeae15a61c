"""Writing down how often somebody used a service: as they tell it, as it was seen on paper, or as a practice counted it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace

from ..models import BroughtUses, KnownUse, UseOn
from ..permissions import may_keep_lists
from ..words import WEEKS_OF_USE

SAY_ONE = Sentence("Write how often, for at least one of them. What they do not know, leave empty: that is not the same as never.")
SO_MANY_WEEKS = Sentence("Choose 4, 13, 26 or 52 weeks: before and after are laid beside each other only over the same number.")
NAME_THE_PRACTICE = Sentence("Write which practice the table is from.")
NO_DAYS = Sentence("The last day that the table tells of is before the first. Put one of them right.")
NOBODY_IN_IT = Sentence("Nobody in the table is known to your team, so there is nothing to keep.")
TAKEN_BACK_ALREADY = Sentence("This was taken back already.")


@action
def tell_use(person: Person, times: Mapping[str, int], *, source: str, weeks: int, up_to: date, words: str = "", by: Actor, at: datetime) -> list[KnownUse]:
    """How often they used each service in so many weeks up to a day, that day left out. What is not among `times` is not known."""
    may_write(by)
    if weeks not in WEEKS_OF_USE:
        raise Refused(SO_MANY_WEEKS, field="weeks")
    not_in_the_future(up_to, today=timezone.localdate(at), field="up_to")
    if not times:
        raise Refused(SAY_ONE)
    about = {
        "person": person,
        "source": source,
        "since": up_to - timedelta(weeks=weeks),
        "until": up_to,
        "words": words.strip(),
        "by_id": by.id,
        "at": at,
    }
    made = [KnownUse.objects.create(service=service, times=many, **about) for service, many in times.items()]
    leave_trace("wrote down how often they used services", person.id, about=f"use {made[0].id}", at=at)
    return made


@action
def take_back_use(known: KnownUse, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake: no figure counts it."""
    may_write(by)
    if known.taken_back_at is not None:
        raise Refused(TAKEN_BACK_ALREADY)
    known.taken_back_at = at
    known.save(update_fields=["taken_back_at"])
    leave_trace("took back how often they used services", known.person_id, about=f"use {known.id}", at=at)


@dataclass(frozen=True)
class FromPractice:
    """A practice's table as it was understood: the days it tells of (`until` is the first it does not), and of each person each service with its days."""

    practice: str
    since: date
    until: date
    uses: Mapping[UUID, Mapping[str, Sequence[date]]]


@action
def bring_uses(team_id: UUID, table: FromPractice, *, by: Actor, at: datetime) -> BroughtUses:
    """All of a table, or nothing. A service that somebody did not use in these days is known as never; whoever is not in it is not known."""
    may_keep_lists(by, team_id)
    if not table.practice.strip():
        raise Refused(NAME_THE_PRACTICE, field="practice")
    if table.until <= table.since:
        raise Refused(NO_DAYS, field="known_to")
    if not table.uses:
        raise Refused(NOBODY_IN_IT, field="table")
    many = sum(len(days) for services in table.uses.values() for days in services.values())
    days = {"practice": table.practice.strip(), "since": table.since, "until": table.until}
    brought = BroughtUses.objects.create(team_id=team_id, people=len(table.uses), uses=many, by_id=by.id, at=at, **days)
    for person_id, services in table.uses.items():
        for service, each in services.items():
            about = {"person_id": person_id, "by_id": by.id, "at": at}
            known = KnownUse.objects.create(service=service, source="practice", brought=brought, **days, **about)
            UseOn.objects.bulk_create([UseOn(known=known, on=day, **about) for day in each])
    leave_trace("brought in a practice's list", *table.uses, about=f"list {brought.id}", at=at)
    return brought


@action
def take_back_table(brought: BroughtUses, *, by: Actor, at: datetime) -> None:
    """It was the wrong table: nobody's page and no figure counts any row of it."""
    may_keep_lists(by, brought.team_id)
    if brought.taken_back_at is not None:
        raise Refused(TAKEN_BACK_ALREADY)
    people = set()
    for known in KnownUse.objects.filter(brought=brought, taken_back_at__isnull=True):
        known.taken_back_at = at
        known.save(update_fields=["taken_back_at"])
        people.add(known.person_id)
    brought.taken_back_at = at
    brought.save(update_fields=["taken_back_at"])
    leave_trace("took back a practice's list", *sorted(people), about=f"list {brought.id}", at=at)
