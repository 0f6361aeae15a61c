"""Asking about groups."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from alongside.directory.models import Session
from alongside.introductions.models import Introduction
from alongside.places.models import Locality
from alongside.teams.models import Team

from .models import Gathering, Group, Held, RegisterLink, Step, StillGoing, Taster
from .standing import due_by


def groups_there() -> QuerySet[Group]:
    """The groups that the one who asks may see."""
    return Group.objects.select_related("locality", "entry")


def steps_of(group: Group) -> QuerySet[Step]:
    """The stages it came to that stand, in their order."""
    return Step.objects.filter(group=group, taken_back_at__isnull=True).order_by("number")


def held_now(group: Group) -> QuerySet[Held]:
    """Who holds what today."""
    return Held.objects.filter(group=group, until__isnull=True)


def localities_of(team_id: UUID | None) -> QuerySet[Locality]:
    """Where a team walks."""
    return Locality.objects.filter(teams__in=Team.objects.filter(id=team_id))


def entries_of_groups_of(locality: Locality) -> list[UUID]:
    """What stands on the noticeboard of a locality's groups, whoever asks, without those of which that may show where somebody protected is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT entries_of_groups_of(%s)", [locality.id])
        return [key for (key,) in cursor.fetchall()]


def days_of_its_entry() -> QuerySet[Session]:
    """For each of some groups, the days on which its entry, or one that was put together with it, says that it meets."""
    its = Q(entry=OuterRef("entry")) | Q(entry__same_as=OuterRef("entry")) | Q(entry=OuterRef("entry__same_as"))
    return Session.objects.filter(its, ended_at__isnull=True)


MOST_WAITING = 12
"""Answers, and sessions, that stand on a page: whoever deals with one sees the next."""


class ToldWaiting(NamedTuple):
    """What groups told and nobody has dealt with: whether they still go, and of which sessions there is something to see to."""

    answers: list[StillGoing]
    sessions: list[Gathering]


# In plain words, and as one question, because every day's page asks it; tests hold it against `StillGoing.waits` and `Gathering.says_something`.
_WAITING = """
    (SELECT 'answer', a.id, a.group_id, g.name, a.months, a.going, a.held::text, a.needed, a.words, a.told_us, a.at, NULL::date, true
    FROM groups_stillgoing a JOIN groups_group g ON g.id = a.group_id LEFT JOIN groups_step s ON s.id = a.step_id
    WHERE a.taken_back_at IS NULL AND (a.step_id IS NULL OR s.taken_back_at IS NOT NULL) AND (%(locality)s::uuid IS NULL OR g.locality_id = %(locality)s)
    ORDER BY a.at, a.id LIMIT %(many)s)
    UNION ALL
    (SELECT 'session', t.id, t.group_id, g.name, NULL, '', '{}', t.needed, '', t.told_us, t.at, t."on", t.met
    FROM groups_gathering t JOIN groups_group g ON g.id = t.group_id
    WHERE t.taken_back_at IS NULL AND t.seen_at IS NULL AND (t.needed <> '' OR NOT t.met AND t.link_id IS NOT NULL)
      AND (%(locality)s::uuid IS NULL OR g.locality_id = %(locality)s)
    ORDER BY t."on", t.id LIMIT %(many)s)
"""


def told_waiting(locality: Locality | None = None) -> ToldWaiting:
    """What waited longest for one of us; of a locality's groups, or of all that are in sight. With no more than a page shows; one query."""
    found = ToldWaiting([], [])
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, {"locality": locality.id if locality else None, "many": MOST_WAITING})
        for kind, key, group_id, name, months, going, held, needed, words, told_us, at, on, met in cursor.fetchall():
            said = {"id": key, "group": Group(id=group_id, name=name), "needed": needed, "told_us": told_us, "at": at}
            if kind == "answer":
                found.answers.append(StillGoing(**said, months=months, going=going, held=json.loads(held), words=words))
            else:
                found.sessions.append(Gathering(**said, on=on, met=met))
    return found


def answers_waiting(locality: Locality | None = None) -> list[StillGoing]:
    """The answers whether they still go that waited longest."""
    return told_waiting(locality).answers


@dataclass(frozen=True)
class ToAsk:
    """A group to ask whether it still goes: after how many months, from which day on, who has its contact, and its link that is open."""

    group: Group
    months: int
    on: date
    contact: Held | None
    link: RegisterLink | None


ASK_AHEAD = timedelta(days=28)
"""How long before its day a question stands on the list, for whoever prepares it."""


def whom_to_ask(locality: Locality | None, *, start: int, today: date) -> tuple[list[ToAsk], int]:
    """A page of the groups to ask by now or within four weeks, those that wait longest first, and how many there are; a few queries, however many groups."""
    due, many = due_by(today + ASK_AHEAD, locality.id if locality else None, start=start, today=today)
    keys = [one.id for one in due]
    groups = groups_there().in_bulk(keys)
    contacts = {one.group_id: one for one in Held.objects.filter(group__in=keys, thing="contact", until__isnull=True)}
    links = {one.group_id: one for one in RegisterLink.objects.filter(group__in=keys, ended_at__isnull=True, until__gt=today).order_by("at")}
    return [ToAsk(groups[one.id], one.months, one.on, contacts.get(one.id), links.get(one.id)) for one in due], many


OFFERED = 100
"""Groups that a form offers to choose from."""
NEWEST = 24
"""Taster days that a form offers: money is for one that was just held, or comes."""


def last_told_of(groups: QuerySet[Group], *, also: object = None) -> list[Group]:
    """Of these groups those of which something was last said, by name, and one that is chosen already; one query."""
    met = Gathering.objects.filter(group=OuterRef("pk"), taken_back_at__isnull=True).order_by("-on").values("on")[:1]
    came = Step.objects.filter(group=OuterRef("pk")).order_by("-number").values("on")[:1]
    newest = groups.order_by(Greatest(Subquery(met), Subquery(came)).desc(nulls_last=True), "-id").values("id")[:OFFERED]
    return list(groups.filter(Q(id__in=newest) | Q(id=also if _is_key(also) else None)).order_by("name"))


def newest_tasters(tasters: QuerySet[Taster], *, also: object = None) -> list[Taster]:
    """Of these taster days the newest, and one that is chosen already; one query."""
    newest = tasters.filter(called_off_at__isnull=True).order_by("-on", "-id").values("id")[:NEWEST]
    return list(tasters.filter(Q(id__in=newest) | Q(id=also if _is_key(also) else None)).select_related("group").order_by("-on", "-id"))


def _is_key(said: object) -> bool:
    try:
        UUID(str(said))
    except ValueError:
        return False
    return True


def once_introduced(people: Iterable[UUID]) -> set[UUID]:
    """Of these people, those who were once introduced to us, as far as the one who asks may see."""
    return set(Introduction.objects.filter(person_id__in=set(people)).values_list("person_id", flat=True))
