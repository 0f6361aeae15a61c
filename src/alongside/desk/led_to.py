"""From a spend to what came after it: the group and its sessions, who is in it, their connections there and what changed in their lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import DateField, IntegerField, OuterRef, Q, Subquery, Value
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from alongside.access.opening import Opened
from alongside.connections.models import Connection, Rung
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups import going_well, rules
from alongside.groups.going_well import Share, Was
from alongside.groups.models import Gathering, Group, InGroup
from alongside.groups.queries import steps_of
from alongside.groups.rules import Reached
from alongside.money import books
from alongside.money.models import Spend
from alongside.money.queries import MoneyOf, money_of_group
from alongside.outcomes.models import LifeChange
from alongside.web.pages import Request, page

from .in_group import names_shown


@dataclass(frozen=True)
class Sessions:
    """The days on which a group met since a day: how many, heads who came and who were new, and who led."""

    many: int
    heads: int
    new: int
    by_members: Share


@dataclass(frozen=True)
class OfGroup:
    """A group before a spend and now, and what it brought in."""

    group: Group
    before: Reached | None
    now: Reached | None
    sessions: Sessions
    money: MoneyOf


@dataclass
class Whoever:
    """Somebody whose record the one who asks may open: since when they are there, and what they said had changed since."""

    who: Opened
    since: date | None = None
    until: date | None = None
    """The day from which they are no longer in the group; what they said after it is not told of."""
    rung: str = ""
    changes: list[LifeChange] = field(default_factory=list)


@page(roles=tuple(TEAM_ROLES))
def led_to(request: Request, spend_id: UUID) -> HttpResponse:
    """All that came after a spend, with nothing said of why it came."""
    spend = get_object_or_404(books.spends_there(request.actor).select_related(None).select_related("group", "taster"), id=spend_id)
    day = spend.spent_on_day or timezone.localdate(spend.at)
    people = _people(request, spend, day)
    changes = [one for whoever in people for one in whoever.changes]
    context = {
        "spend": spend,
        "day": day,
        "of_group": _group(request, spend.group, day) if spend.group else None,
        "people": people,
        "better": sum(one.direction == "better" for one in changes),
        "worse": sum(one.direction == "worse" for one in changes),
        "changes": len(changes),
    }
    return render(request, "desk/led_to.html", context)


def _group(request: Request, group: Group, day: date) -> OfGroup:
    steps, was = _life(group, day)
    sessions = Sessions(len(was), sum(one.came or 0 for one in was), going_well.welcomed(was), going_well.led_by_members(was))
    before = rules.stands_at([one for one in steps if one.on < day])
    return OfGroup(group, before, rules.stands_at(steps), sessions, money_of_group(group.id, by=request.actor))


def _life(group: Group, day: date) -> tuple[list[Reached], list[Was]]:
    """The stages it came to, in their order, and the sessions since the day; one query."""
    met = Gathering.objects.filter(group=group, taken_back_at__isnull=True, met=True, on__gte=day)
    stages = steps_of(group).order_by().values_list(Value("stage"), "on", "stage", "number", _NOTHING, _NOTHING)
    rows = stages.union(met.values_list(Value("met"), "on", "led_by", "came", "new", "helpers"), all=True).order_by("number")
    found = list(rows)
    return [Reached(said, on) for what, on, said, *_rest in found if what == "stage"], [Was(*row) for what, *row in found if what == "met"]


_NOTHING = Value(None, output_field=IntegerField())
_NO_DAY = Value(None, output_field=DateField())


def _people(request: Request, spend: Spend, day: date) -> list[Whoever]:
    """Who was in the group on the day or since, or was connected with the entry since: by row security those alone whom the one who asks may see."""
    entry_id = spend.entry_id or (spend.group.entry_id if spend.group else None)
    newest = Rung.objects.filter(connection=OuterRef("pk")).order_by("-on", "-at", "-id").values("rung")[:1]
    made = Connection.objects.filter(entry_id=entry_id, made_on__gte=day, entry_id__isnull=False).values_list("person_id", "made_on", _NO_DAY, Subquery(newest))
    in_it = InGroup.objects.filter(Q(until__isnull=True) | Q(until__gt=day), group=spend.group, group__isnull=False)
    there = in_it.values_list("person_id", "since", "until", Value("in it"))
    rows = list(there.union(made, all=True))
    found = {key: Whoever(opened) for key, opened in names_shown(request, (key for key, *_rest in rows)).items()}
    # Since when they are in the group, where they are; since they were connected with it, where not.
    for key, since, until, rung in sorted(rows, key=lambda row: (row[3] != "in it", row[1])):
        if key in found:
            found[key].since = found[key].since or since
            found[key].until = until if rung == "in it" else found[key].until
            found[key].rung = "" if rung == "in it" else rung or ""
    for change in LifeChange.objects.filter(person__in=found, noticed_on__gte=day).order_by("noticed_on", "at"):
        whoever = found[change.person_id]
        if change.noticed_on >= (whoever.since or day) and (whoever.until is None or change.noticed_on < whoever.until):
            whoever.changes.append(change)
    return sorted(found.values(), key=lambda one: one.who.called)
