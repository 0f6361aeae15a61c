"""Is a group going well? Every figure with how it is counted, what was spent on it and what it brought in, and who gives what there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from django.db.models import Max, Min
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.connections.models import MayMeet
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.across_ages import FEWEST, OLD, YOUNG, both_ages, told
from alongside.groups.board import first_of
from alongside.groups.going_well import LAST_SESSIONS, MANY_THINGS
from alongside.groups.life import group_there
from alongside.groups.models import Gathering, InGroup
from alongside.groups.queries import groups_there, held_now, once_introduced
from alongside.groups.standing import A_PAGE
from alongside.groups.well import held_sessions, how_it_goes, sessions_of
from alongside.groups.words import DOES
from alongside.money.queries import money_of_group
from alongside.people.models import Person
from alongside.web.pages import Request, page


@page(roles=tuple(TEAM_ROLES))
def group(request: Request, group_id: UUID) -> HttpResponse:
    """The whole of it, for one group. Nobody is named; who gives what is counted among those whom the one who asks may see."""
    found, today = group_there(group_id), timezone.localdate(request.now)
    was = held_sessions(sessions_of(found))
    there = list(InGroup.objects.filter(group=found, until__isnull=True))
    born = Person.objects.filter(id__in=[one.person_id for one in there]).values_list("date_of_birth", flat=True)
    gives = Counter(thing for one in there for thing in one.does)
    givers = {one.person_id for one in there if one.does}
    context = {
        "group": found,
        "well": how_it_goes(was, {one.thing: one for one in held_now(found)}, today),
        "money": money_of_group(found.id, by=request.actor),
        "named": len(there),
        "gives": [(word.stored, gives[word.stored]) for word in DOES if gives[word.stored]],
        "givers": len(givers),
        "introduced": len(once_introduced(givers)),
        "both_named": both_ages(born, on=today),
        "last": LAST_SESSIONS,
        "things": MANY_THINGS,
        "young": YOUNG,
        "old": OLD,
    }
    return render(request, "desk/how_group_goes.html", context)


@page(roles=tuple(TEAM_ROLES))
def young_and_old(request: Request) -> HttpResponse:
    """Groups that bring young and old together, and how many pairs of two who met did; as one definition counts them."""
    start, today = first_of(request), timezone.localdate(request.now)
    both = Gathering.objects.filter(taken_back_at__isnull=True, met=True, under_25__gt=0, over_60__gt=0)
    counted = Counter(both.values_list("group_id", flat=True))
    named = _named_of_both_ages(today)
    met = groups_there().filter(id__in={*counted, *named}).order_by("name")
    rows = [(one, counted[one.id], one.id in named) for one in met[start : start + A_PAGE]]
    many = len({*counted, *named})
    pairs = _pairs_of_both_ages(today)
    context = {
        "rows": rows,
        "many": many,
        "start": start,
        "last": start + len(rows),
        "before": max(start - A_PAGE, 0),
        "meant": groups_there().filter(across_ages=True).exclude(id__in={*counted, *named}).order_by("name")[:A_PAGE],
        "pairs": told(pairs),
        "fewest": FEWEST,
        "young": YOUNG,
        "old": OLD,
    }
    return render(request, "desk/young_and_old.html", context)


def _named_of_both_ages(today: date) -> set[UUID]:
    """Groups in which somebody young and somebody old are named, among those in sight."""
    in_it = InGroup.objects.filter(until__isnull=True, person__date_of_birth__isnull=False).order_by().values("group_id")
    ends = in_it.annotate(oldest=Min("person__date_of_birth"), youngest=Max("person__date_of_birth")).values_list("group_id", "oldest", "youngest")
    return {key for key, oldest, youngest in ends if both_ages((oldest, youngest), on=today)}


def _pairs_of_both_ages(today: date) -> int:
    """Pairs of two neighbours who both said yes to meeting, of whom both are in sight, one young and one old."""
    born: dict[UUID, list[date | None]] = {}
    for pair, day in MayMeet.objects.filter(agreed_on__isnull=False).values_list("pair", "person__date_of_birth"):
        born.setdefault(pair, []).append(day)
    return sum(both_ages(days, on=today) for days in born.values())
