"""What a neighbourhood's groups did in a year: heard, started, handed over, still going, resting, ended; and how often they met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.utils import timezone

from alongside.directory.models import Gap
from alongside.foundation.actor import Actor
from alongside.groups.models import Gathering, Group, Step, Taster
from alongside.groups.rules import OPEN, Reached, stands_at

from .books import my_teams
from .posts import Stretch, last_day

HELD_BACK = range(1, 8)
"""Heads that could point at somebody are not told on what is printed: as figures leave (evidence/rules.py)."""
IN_THE_YEAR = ("heard", "taster", "started", "shared", "self-managing", "six months", "twelve months", "copied", "resting", "ended")
"""Stages that are told, by the day on which a group came to them."""


class Called(NamedTuple):
    """A group by its name."""

    id: UUID
    name: str


class Came(NamedTuple):
    """A group came to a stage on a day: read bare, for a county has ten thousand of them."""

    id: UUID
    name: str
    stage: str
    on: date

    @property
    def group(self) -> Called:
        """Which group."""
        return Called(self.id, self.name)


@dataclass(frozen=True)
class Stood:
    """The groups that came to a stage in the year, each once, by name."""

    stage: str
    groups: list[Called]


@dataclass(frozen=True)
class Happened:
    """All of it. Heads are those that were told, and somebody who came twice is two."""

    stages: list[Stood]
    meeting_still: list[Called]
    """Those that met at its end (or today, where the year still runs)."""
    sessions: int
    by_members: int
    heads: int
    new: int
    tasters: int
    tried: int
    wishes: int | None
    """Wishes that were kept; None of one locality, for a wish lies near a part of town and in no locality."""


def happened_in(actor: Actor, over: Stretch, locality_id: UUID | None, *, today: date) -> Happened:
    """What one's teams' groups did over some days; five queries, however many groups."""
    last = min(last_day(over) or today, today)
    ours = Group.objects.filter(team_id__in=my_teams(actor), **({"locality_id": locality_id} if locality_id else {}))
    came = Step.objects.filter(group__in=ours, taken_back_at__isnull=True).order_by("group__name", "group_id", "number")
    steps = [Came(*row) for row in came.values_list("group_id", "group__name", "stage", "on")]
    during = {"on__gte": over.since, "on__lt": over.until or date.max}
    met = Gathering.objects.filter(group__in=ours, taken_back_at__isnull=True, met=True, **during)
    counted = met.aggregate(many=Count("id"), by_members=Count("id", filter=Q(led_by__in=("members", "both"))), heads=Sum("came"), fresh=Sum("new"))
    tried = Taster.objects.filter(group__in=ours, called_off_at__isnull=True, came__isnull=False, **during).aggregate(many=Count("id"), heads=Sum("came"))
    return Happened(
        [one for stage in IN_THE_YEAR if (one := Stood(stage, _came_to(stage, steps, over))).groups],
        _going(steps, last),
        counted["many"],
        counted["by_members"],
        counted["heads"] or 0,
        counted["fresh"] or 0,
        tried["many"],
        tried["heads"] or 0,
        None if locality_id else _wishes(actor, over),
    )


def _came_to(stage: str, steps: Iterable[Came], over: Stretch) -> list[Called]:
    found = {one.id: one.group for one in steps if one.stage == stage and over.since <= one.on and (over.until is None or one.on < over.until)}
    return list(found.values())


def _going(steps: Iterable[Came], last: date) -> list[Called]:
    """Those that stood at a stage at which a group meets, by what was said up to the last day."""
    found = []
    for _key, of_one in groupby(steps, key=lambda one: one.id):
        mine = list(of_one)
        now = stands_at([Reached(one.stage, one.on) for one in mine if one.on <= last])
        if now is not None and now.stage in OPEN:
            found.append(mine[0].group)
    return found


def _wishes(actor: Actor, over: Stretch) -> int:
    since, until = (timezone.make_aware(datetime.combine(day, time())) for day in (over.since, over.until or date.max.replace(year=9998)))
    return Gap.objects.filter(team_id__in=my_teams(actor), at__gte=since, at__lt=until).count()
