"""The trail of one person, by day and by whoever looked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Max, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from alongside.foundation.words import Vocabulary
from alongside.handovers.queries import names_of_receivers
from alongside.meetings.queries import names_of_seats
from alongside.teams.queries import names_of
from alongside.trail.models import Entry

from .saying_looks import Meetings, deed, meetings_in, reason, role, times

AT_ONCE = 30
"""How many groups a page shows: one is what one colleague did on one day."""


@dataclass(frozen=True)
class Looked:
    """One line of the trail, said."""

    seq: int
    at: datetime
    why: str
    what: str


@dataclass
class Group:
    """What one colleague did with somebody's record on one day, the newest first."""

    on: date
    name: str
    vocabulary: Vocabulary
    roles: list[str] = field(default_factory=list)
    lines: list[Looked] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """For each reason, what was done and how often: `is in the same team; opened the page 4 times, wrote a note`."""
        deeds = Counter((line.why, line.what) for line in self.lines)
        whys = dict.fromkeys(why for why, _what in deeds)
        done = {why: ", ".join(times(what, many, self.vocabulary) for (because, what), many in deeds.items() if because == why) for why in whys}
        return [f"{why}; {whats}" if why else whats for why, whats in done.items()]


def trail_of(person_id: UUID) -> QuerySet[Entry]:
    """Every line about somebody that the one who asks may see; also from when a record that was joined to theirs stood alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT joined_to(%s)", [person_id])
        joined = [row[0] for row in cursor.fetchall()]
    return Entry.objects.filter(people__overlap=[person_id, *joined])


def narrowed(lines: QuerySet[Entry], *, who: UUID | None, since: date | None, until: date | None) -> QuerySet[Entry]:
    """Only one colleague's, only from a day, only up to a day, that day among them."""
    if who:
        lines = lines.filter(actor_id=who)
    if since:
        lines = lines.filter(at__date__gte=since)
    return lines.filter(at__date__lte=until) if until else lines


def whoever_looked(lines: QuerySet[Entry], person_id: UUID, themselves: str) -> list[tuple[UUID, str]]:
    """Everybody in these lines by key and name, in the order of their names; they themselves, reading their own copy, by `themselves`."""
    keys = set(lines.values_list("actor_id", flat=True).distinct())
    names = names_of(keys) | ({person_id: themselves} if person_id in keys else {})
    if at_tables := keys - names.keys():
        names |= names_of_seats(at_tables)
    if handed := keys - names.keys():
        names |= names_of_receivers(handed)
    return sorted(names.items(), key=lambda known: known[1])


def grouped(lines: QuerySet[Entry], page: str | None, vocabulary: Vocabulary, *, names: dict[UUID, str]) -> tuple[Page[Any], list[Group]]:
    """A page of groups, the newest day first and on it whoever was last; with all the lines of each."""
    groups = lines.annotate(on=TruncDate("at")).values("on", "actor_id").annotate(last=Max("seq")).order_by("-on", "-last")
    shown = Paginator(groups, AT_ONCE).get_page(page)
    wanted = [(row["on"], row["actor_id"]) for row in shown]
    found = {(on, actor): Group(on, names.get(actor, ""), vocabulary) for on, actor in wanted}
    if found:
        days = [on for on, _actor in wanted]
        within = narrowed(lines, who=None, since=min(days), until=max(days)).filter(actor_id__in={actor for _day, actor in wanted})
        read = list(within.order_by("-seq").values("seq", "at", "actor_id", "role", "verb", "about", "purpose", "outcome"))
        meetings = meetings_in(line["purpose"] for line in read)
        for line in read:
            group = found.get((timezone.localdate(line["at"]), line["actor_id"]))
            if group is not None:
                _add(group, line, meetings)
    return shown, list(found.values())


def _add(group: Group, line: dict[str, Any], meetings: Meetings) -> None:
    as_a = role(line["role"], group.vocabulary)
    if as_a and as_a not in group.roles:
        group.roles.append(as_a)
    why, what = reason(line["purpose"], group.vocabulary, meetings), deed(line["verb"], line["about"], line["outcome"], group.vocabulary)
    group.lines.append(Looked(line["seq"], line["at"], why, what))
