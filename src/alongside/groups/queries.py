"""Asking about groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from alongside.introductions.models import Introduction
from alongside.places.models import Locality
from alongside.teams.models import Team

from . import rules
from .asking import Asked, questions
from .models import Gathering, Group, Held, Step
from .rules import Reached
from .words import STAGES


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


@dataclass(frozen=True)
class OnBoard:
    """A group on the board: where it stands since when, and what to ask about it."""

    group: Group
    stage: str
    since: date
    asked: list[Asked]


@dataclass(frozen=True)
class Column:
    """The groups at one stage."""

    stage: str
    groups: list[OnBoard] = field(default_factory=list)


def board(groups: Iterable[Group], *, today: date) -> list[Column]:
    """Groups by the stage at which they stand, in the order of the stages, those that stand longest first; a few queries, however many groups."""
    by_key = {group.id: group for group in groups}
    steps: dict[UUID, list[Reached]] = defaultdict(list)
    for group_id, stage, on in (
        Step.objects.filter(group__in=by_key, taken_back_at__isnull=True).order_by("group", "number").values_list("group_id", "stage", "on")
    ):
        steps[group_id].append(Reached(stage, on))
    held: dict[UUID, dict[str, str]] = defaultdict(dict)
    for group_id, thing, side in Held.objects.filter(group__in=by_key, until__isnull=True).values_list("group_id", "thing", "side"):
        held[group_id][thing] = side
    members_led = dict(
        Gathering.objects.filter(group__in=by_key, taken_back_at__isnull=True, met=True, led_by__in=("members", "both"))
        .values_list("group_id")
        .annotate(last=Max("on"))
    )
    columns = {word.stored: Column(word.stored) for word in STAGES}
    for key, group in by_key.items():
        now = rules.stands_at(steps[key])
        if now is not None:
            columns[now.stage].groups.append(OnBoard(group, now.stage, now.on, questions(steps[key], held[key], members_led.get(key), today=today)))
    for column in columns.values():
        column.groups.sort(key=lambda one: (one.since, one.group.name))
    return [column for column in columns.values() if column.groups]


def once_introduced(people: Iterable[UUID]) -> set[UUID]:
    """Of these people, those who were once introduced to us, as far as the one who asks may see."""
    return set(Introduction.objects.filter(person_id__in=set(people)).values_list("person_id", flat=True))
