"""Asking about groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from alongside.introductions.models import Introduction
from alongside.places.models import Locality
from alongside.teams.models import Team

from . import rules
from .asking import Asked, questions
from .models import Gathering, Group, Held, RegisterLink, Step, StillGoing
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
    together: bool
    """Whether heads of both ages were counted at a session of it (across_ages.together)."""


@dataclass(frozen=True)
class Column:
    """The groups at one stage."""

    stage: str
    groups: list[OnBoard] = field(default_factory=list)


def steps_by_group(groups: Iterable[UUID]) -> dict[UUID, list[Reached]]:
    """The stages that stand of each of these groups, in their order; one query."""
    steps: dict[UUID, list[Reached]] = defaultdict(list)
    for group_id, stage, on in (
        Step.objects.filter(group__in=groups, taken_back_at__isnull=True).order_by("group", "number").values_list("group_id", "stage", "on")
    ):
        steps[group_id].append(Reached(stage, on))
    return steps


def board(groups: Iterable[Group], *, today: date) -> list[Column]:
    """Groups by the stage at which they stand, in the order of the stages, those that stand longest first; a few queries, however many groups."""
    by_key = {group.id: group for group in groups}
    steps = steps_by_group(by_key)
    held: dict[UUID, dict[str, str]] = defaultdict(dict)
    for group_id, thing, side in Held.objects.filter(group__in=by_key, until__isnull=True).values_list("group_id", "thing", "side"):
        held[group_id][thing] = side
    members_led = dict(
        Gathering.objects.filter(group__in=by_key, taken_back_at__isnull=True, met=True, led_by__in=("members", "both"))
        .values_list("group_id")
        .annotate(last=Max("on"))
    )
    both = Gathering.objects.filter(group__in=by_key, taken_back_at__isnull=True, met=True, under_25__gt=0, over_60__gt=0)
    together = set(both.values_list("group_id", flat=True))
    columns = {word.stored: Column(word.stored) for word in STAGES}
    for key, group in by_key.items():
        now = rules.stands_at(steps[key])
        if now is not None:
            asked = questions(steps[key], held[key], members_led.get(key), today=today)
            columns[now.stage].groups.append(OnBoard(group, now.stage, now.on, asked, key in together))
    for column in columns.values():
        column.groups.sort(key=lambda one: (one.since, one.group.name))
    return [column for column in columns.values() if column.groups]


WAITS = Q(taken_back_at__isnull=True) & (Q(step__isnull=True) | Q(step__taken_back_at__isnull=False))
"""Of an answer: nobody has dealt with it yet, or the stage that was said of it was taken back."""


def answers_waiting(groups: QuerySet[Group] | None = None) -> list[StillGoing]:
    """What was told by a link and waits for one of us, the longest first; of these groups, or of all that are in sight."""
    found = StillGoing.objects.filter(WAITS).select_related("group").order_by("at")
    return list(found if groups is None else found.filter(group__in=groups.values("id")))


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


def whom_to_ask(groups: QuerySet[Group], *, today: date) -> list[ToAsk]:
    """The groups to ask by now or within four weeks, those that wait longest first; a few queries, however many groups."""
    due: dict[UUID, tuple[int, date]] = {}
    for key, steps in steps_by_group(groups.values("id")).items():
        found = rules.next_due(steps, today=today)
        if found and found[1] <= today + ASK_AHEAD:
            due[key] = found
    contacts = {one.group_id: one for one in Held.objects.filter(group__in=due, thing="contact", until__isnull=True)}
    links = {one.group_id: one for one in RegisterLink.objects.filter(group__in=due, ended_at__isnull=True, until__gt=today).order_by("at")}
    asked = [ToAsk(one, *due[one.id], contacts.get(one.id), links.get(one.id)) for one in groups.filter(id__in=due)]
    return sorted(asked, key=lambda one: (one.on, one.group.name))


def once_introduced(people: Iterable[UUID]) -> set[UUID]:
    """Of these people, those who were once introduced to us, as far as the one who asks may see."""
    return set(Introduction.objects.filter(person_id__in=set(people)).values_list("person_id", flat=True))
