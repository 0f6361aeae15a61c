"""What is missing to a team with many groups: wishes of which some have grown together; and what the other pages of a group open."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from alongside.directory.models import Gap
from alongside.foundation.keys import new_key
from alongside.gaps.models import Barrier, BarrierStep, Bundle, Idea, Together
from alongside.groups.links import address_of, new_reference
from alongside.groups.models import Group, Guest, RegisterLink, Taster

from .many_groups import EACH, people_of, write

WISHES, BUNDLES, IN_EACH = 800, 40, 10
"""Open wishes of the team, from the last year and a bit: half of them stand together already, ten in each of forty."""
BARRED, BEGUN = 2, 4
"""Every second of these has a barrier that somebody owns, and every fourth became the idea of a group."""
YEAR = 380
"""Days in which the wishes were raised."""
ABOUT = (
    "fishing", "a choir", "singing", "woodwork", "a walk with company", "chess", "gardening", "a bus to the shops", "yoga for beginners", "painting",
    "Polish cooking", "swimming", "table tennis", "somewhere to dance", "knitting and tea",
)  # fmt: skip
AROUND = ("", " by day", " on Tuesday mornings", " on Fridays", " in the evening", " near the park", " with others")


@dataclass(frozen=True)
class Opened:
    """By what the pages are opened: something that is missing, a taster day with guests, and a leader's link."""

    bundle: UUID
    taster: UUID
    address: str


def fill(group: Group, *, today: date, wishes: int = WISHES) -> Opened:
    """Wishes of the group's team, guests of its taster day, and a link to its register."""
    by: dict[str, Any] = {"by_id": group.by_id, "at": timezone.now() - timedelta(days=1)}
    chance = random.Random(1)
    rows: dict[type[models.Model], list[Any]] = {model: [] for model in (Gap, Bundle, Together, Barrier, BarrierStep, Idea, RegisterLink, Guest)}
    rows[Gap] = [_wish(chance, group, by) for _number in range(wishes)]
    rows[Bundle] = [Bundle(id=new_key(), team=group.team, locality=group.locality, name=f"Missing {number}", **by) for number in range(BUNDLES)]
    rows[Together] = [_together(rows[Bundle][place // IN_EACH], gap, by) for place, gap in enumerate(rows[Gap][: BUNDLES * IN_EACH])]
    rows[Barrier] = [Barrier(id=new_key(), bundle=one, kind="transport", words="No bus on Sundays.", **by) for one in rows[Bundle][::BARRED]]
    rows[BarrierStep] = [_step(barrier, number, state, by, today) for barrier in rows[Barrier] for number, state in enumerate(("raised", "owned"), 1)]
    begun = Group.objects.using("owner").filter(team=group.team).order_by("name")
    rows[Idea] = [Idea(id=new_key(), bundle=one, group=idea, **by) for one, idea in zip(rows[Bundle][::BEGUN], begun, strict=False)]
    _passed_on({idea.bundle_id: str(idea.group_id) for idea in rows[Idea]}, rows[Together], today)
    taster = Taster.objects.using("owner").filter(group=group)[0]
    rows[Guest] = [_guest(taster, key, by, today) for key in people_of(group.team)[:EACH]]
    rows[RegisterLink] = [RegisterLink(id=new_key(), group=group, reference=new_reference(), until=today + timedelta(days=90), **by)]
    write(rows)
    return Opened(rows[Bundle][0].id, taster.id, address_of(rows[RegisterLink][0].reference))


def _wish(chance: random.Random, group: Group, by: dict[str, Any]) -> Gap:
    near = {"near": "Fernbrook", "latitude": round(53.4 + chance.uniform(-0.05, 0.05), 2), "longitude": round(-2.3 + chance.uniform(-0.05, 0.05), 2)}
    words, raised = chance.choice(ABOUT) + chance.choice(AROUND), by | {"at": by["at"] - timedelta(days=chance.randint(0, YEAR))}
    return Gap(id=new_key(), team=group.team, words=words, reach=3_000, how_many=chance.randint(1, 3), **near, **raised)


def _together(bundle: Bundle, gap: Gap, by: dict[str, Any]) -> Together:
    return Together(id=new_key(), bundle=bundle, team_id=bundle.team_id, gap=gap, **by)


def _passed_on(begun: dict[UUID, str], rows: list[Together], today: date) -> None:
    """Whoever kept them said that those who wished have heard, so that they stand on nobody's day any more."""
    for one in rows:
        if one.bundle_id in begun:
            one.gap.told_of = {begun[one.bundle_id]: today.isoformat()}


def _step(barrier: Barrier, number: int, state: str, by: dict[str, Any], today: date) -> BarrierStep:
    owned = {"owner": "The transport manager", "by_when": today + timedelta(days=30)} if state == "owned" else {}
    return BarrierStep(id=new_key(), barrier=barrier, number=number, state=state, on=today, **owned, **by)


def _guest(taster: Taster, key: UUID, by: dict[str, Any], today: date) -> Guest:
    return Guest(id=new_key(), taster=taster, person_id=key, told="letter", told_on=today, came="came", words="She laughed.", wants_more=True, **by)
