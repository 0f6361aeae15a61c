"""What goes over with somebody who is handed over, and what comes back when it is undone; read as far as the one who asks may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from alongside.foundation.actor import TEAM_ROLES
from alongside.people.models import Holding, LocationListed, LocationProtection, Person
from alongside.teams.models import Membership, Staff
from alongside.teams.queries import seats_on

from .models import Alongside, HandedOver, HandOver, LookBack, Step, Visit, Waiting


@dataclass(frozen=True)
class Goes:
    """Somebody who can be handed over, with what goes over with them."""

    person: Person
    walk: Alongside
    steps: tuple[UUID, ...]
    waits: tuple[UUID, ...]
    visits: tuple[UUID, ...]
    look_back: date | None
    protected: bool
    """Where they live is protected; whoever takes over sees it only if they are listed, and only then do planned visits go over."""


def teams_worked_in(staff_id: UUID) -> list[UUID]:
    """Every team in which a colleague walks alongside people or ever did: also whoever has left can be taken over from."""
    return list(Membership.objects.filter(staff_id=staff_id, role__in=TEAM_ROLES).values_list("team_id", flat=True))


def walks_of(giver_id: UUID, teams: Collection[UUID]) -> QuerySet[Alongside]:
    """Whom a colleague walks alongside in these teams, with no end in sight."""
    held = Holding.objects.filter(team_id__in=teams).values("person_id")
    return Alongside.objects.filter(coordinator_id=giver_id, until__isnull=True, person_id__in=held).select_related("person").order_by("person__name", "id")


def could_take(teams: Collection[UUID], *, on: date) -> QuerySet[Staff]:
    """Everybody who walks alongside people in these teams on a day."""
    return Staff.objects.filter(id__in=seats_on(on).filter(team_id__in=teams, role__in=TEAM_ROLES).values("staff_id"), is_active=True).order_by("name")


def sees_none_of(taker_id: UUID, people: Collection[UUID], *, on: date) -> bool:
    """Whether somebody among these is held by no team in which the other has a seat on that day."""
    theirs = seats_on(on).filter(staff_id=taker_id, role__in=TEAM_ROLES, staff__is_active=True).values("team_id")
    return Holding.objects.filter(person_id__in=people, team_id__in=theirs).values("person_id").distinct().count() < len(set(people))


def kept_from(taker_id: UUID | None, people: Collection[UUID], *, on: date) -> set[UUID]:
    """Those of these people whose protected whereabouts this colleague does not see; all that are protected, where nobody is named yet."""
    protected = set(LocationProtection.objects.filter(Q(until__isnull=True) | Q(until__gt=on), person_id__in=people).values_list("person_id", flat=True))
    listed = LocationListed.objects.filter(person_id__in=protected, staff_id=taker_id).values_list("person_id", flat=True) if taker_id else ()
    return protected - set(listed)


def what_goes(walks: Iterable[Alongside], giver_id: UUID, taker_id: UUID | None, *, since: date) -> list[Goes]:
    """Each of them with their open steps and waits that are the colleague's, visits from that day on, and the look back that comes next."""
    found = list(walks)
    people = [walk.person_id for walk in found]
    kept = kept_from(taker_id, people, on=since)
    steps = _by_person(Step.objects.filter(staff_id=giver_id, ended_on__isnull=True, person_id__in=people))
    waits = _by_person(Waiting.objects.filter(staff_id=giver_id, ended_on__isnull=True, person_id__in=people))
    visits = _by_person(Visit.objects.filter(staff_id=giver_id, ended="", on__gte=since, person_id__in=people).exclude(person_id__in=kept))
    looks = dict(LookBack.objects.filter(ended_as="", person_id__in=people).values_list("person_id", "on"))
    return [
        Goes(
            person=walk.person,
            walk=walk,
            steps=tuple(sorted(steps.get(walk.person_id, ()))),
            waits=tuple(sorted(waits.get(walk.person_id, ()))),
            visits=tuple(sorted(visits.get(walk.person_id, ()))),
            look_back=looks.get(walk.person_id),
            protected=walk.person_id in kept,
        )
        for walk in found
    ]


def _by_person(rows: QuerySet) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    for person_id, key in rows.values_list("person_id", "id"):
        found.setdefault(person_id, []).append(key)
    return found


@dataclass(frozen=True)
class ComesBack:
    """Somebody of a hand-over: whether undoing it brings them back, and how much comes back with them."""

    handed: HandedOver
    goes_back: bool
    """Not, where somebody has been handed on since, or left: what happened later stays."""
    steps: int
    waits: int
    visits: int


def what_comes_back(made: HandOver) -> list[ComesBack]:
    """What undoing a hand-over would do, person by person, by name."""
    handed = list(HandedOver.objects.filter(hand_over=made).select_related("person", "ended", "began").order_by("person__name", "id"))
    again = set(
        Alongside.objects.filter(coordinator_id=made.giver_id, until__isnull=True, person_id__in=[one.person_id for one in handed]).values_list(
            "person_id", flat=True
        )
    )
    counted = {model: _still_with(model, made, handed) for model in (Step, Waiting, Visit)}
    return [
        ComesBack(
            one,
            one.taken_back_at is None
            and one.ended is not None
            and one.person_id not in again
            and one.ended.until == max(made.since, one.ended.since)
            and (one.began is None or one.began.until is None),
            *(len(counted[model].get(one.person_id, ())) for model in (Step, Waiting, Visit)),
        )
        for one in handed
    ]


def handed_in(made: HandOver, teams: Collection[UUID]) -> list[UUID]:
    """Those of a hand-over whom these teams hold."""
    held = Holding.objects.filter(team_id__in=teams).values("person_id")
    return sorted(HandedOver.objects.filter(hand_over=made, person_id__in=held).values_list("person_id", flat=True))


def all_are_back(made: HandOver) -> bool:
    """Whether everybody of a hand-over was taken back, also those out of sight of the one who asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT all_taken_back(%s)", [made.id])
        (found,) = cursor.fetchone()
    return found


_ROWS: dict[type, str] = {Step: "steps", Waiting: "waits", Visit: "visits"}


def _still_with(model: type[Step | Waiting | Visit], made: HandOver, handed: list[HandedOver]) -> dict[UUID, list[UUID]]:
    """The rows that went over, are open still, and are still with whoever took over."""
    keys = [key for one in handed for key in getattr(one, _ROWS[model])]
    is_open = {"ended": ""} if model is Visit else {"ended_on__isnull": True}
    return _by_person(model.objects.filter(id__in=keys, staff_id=made.taker_id, **is_open))


def rows_to_give_back(made: HandOver, people: Collection[UUID]) -> dict[type, list[UUID]]:
    """The same for these people, as keys."""
    handed = list(HandedOver.objects.filter(hand_over=made, person_id__in=people))
    return {model: [key for keys in _still_with(model, made, handed).values() for key in keys] for model in (Step, Waiting, Visit)}


def hand_overs_seen_by(staff_id: UUID, teams: Collection[UUID], *, after: date) -> QuerySet[HandOver]:
    """Those of the last weeks and to come: one's own, and those of whoever works or worked in these teams."""
    theirs = Membership.objects.filter(team_id__in=teams, role__in=TEAM_ROLES).values("staff_id")
    mine = Q(giver_id=staff_id) | Q(taker_id=staff_id) | Q(giver_id__in=theirs)
    return HandOver.objects.filter(mine, undone_at__isnull=True, since__gt=after).select_related("giver", "taker", "by").order_by("-since", "-at")


def could_give(teams: Collection[UUID]) -> QuerySet[Staff]:
    """Whose people could be handed over: whoever walks alongside somebody of these teams, also those who have left meanwhile."""
    walking = Alongside.objects.filter(until__isnull=True, person_id__in=Holding.objects.filter(team_id__in=teams).values("person_id"))
    working = Membership.objects.filter(team_id__in=teams, role__in=TEAM_ROLES).values("staff_id")
    return Staff.objects.filter(id__in=walking.values("coordinator_id")).filter(id__in=working).order_by("name")
