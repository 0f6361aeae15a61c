"""The list of who may stand there twice, for somebody who sees 18,000 people, beside holding everybody up against everybody."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from statistics import median
from typing import Any

from django.db import connections
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.people.alike import alike, described
from alongside.people.matching.comparing import compare
from alongside.people.matching.knowing import known_given_names
from alongside.people.models import Holding, MatchKey, Person, Whereabouts
from alongside.people.rules import pieces
from alongside.trail.doing import acting

from .report import Target

ENDINGS = ("ley", "ton", "well", "worth", "den", "ford", "by", "ham", "wick", "stone")
BEGINNINGS = (
    "Ash",
    "Beck",
    "Cald",
    "Dun",
    "Elm",
    "Fern",
    "Gold",
    "Hart",
    "Ing",
    "Kirk",
    "Lang",
    "Mar",
    "Nor",
    "Oak",
    "Pen",
    "Rams",
    "Sten",
    "Thorn",
    "Wal",
    "York",
)
_TWICE = 0.05
SLOWEST = 2.0
"""Seconds a list may take; people wait no longer."""


@dataclass(frozen=True)
class Found:
    """Seconds of the list, found afresh; what comparing every pair would take, from a sample; and how many pairs were found."""

    people: int
    list_seconds: float
    every_pair_seconds: float
    pairs: int


def fill(people: int, by: Actor) -> list[tuple[Person, Whereabouts]]:
    """So many people in one team, one in twenty of them twice, with a slip."""
    chance, given = random.Random(1), sorted(known_given_names())
    rows: list[tuple[Person, Whereabouts]] = []
    while len(rows) < people:
        name = f"{chance.choice(given).title()} {chance.choice(BEGINNINGS)}{chance.choice(ENDINGS)}"
        born = date(1930, 1, 1) + timedelta(days=chance.randrange(27_000))
        where = (
            f"{chance.randint(1, 150)} Fern Row",
            f"ZZ99 {chance.randint(1, 9)}{chance.choice('ABDE')}{chance.choice('FGHJ')}",
            f"{chance.randrange(10**9):011d}",
        )
        for wrote in [name, name[:-1]] if chance.random() < _TWICE else [name]:
            key = new_key()
            rows.append((Person(id=key, name=wrote, date_of_birth=born), Whereabouts(person_id=key, address=where[0], postcode=where[1], phone=where[2])))
    moment = timezone.now()
    keys = [
        MatchKey(person_id=person.id, kind=piece.kind, key=piece.key)
        for person, where in rows
        for piece in pieces(person.name, "", person.date_of_birth, where.postcode, where.phone)
    ]
    held = [Holding(person_id=person.id, team_id=by.team_id, by_id=by.id, at=moment) for person, _where in rows]
    for model, made in ((Person, [one for one, _ in rows]), (Holding, held), (Whereabouts, [one for _, one in rows]), (MatchKey, keys)):
        model._default_manager.using("owner").bulk_create(made, batch_size=5000)  # type: ignore[arg-type]
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
    return rows


def measure(people: int, by: Actor, *, times: int = 5, sample: int = 300) -> Found:
    """The list as its page finds it, some times over."""
    rows, took, pairs = fill(people, by), [], 0
    for _ in range(times):
        began = time.perf_counter()
        with acting(by, purpose="bench"):
            pairs = len(alike())
        took.append(time.perf_counter() - began)
    few = [described(person, where) for person, where in rows[:sample]]
    began = time.perf_counter()
    compared = sum(1 for one, other in combinations(few, 2) if compare(one, other))
    each = (time.perf_counter() - began) / compared
    return Found(len(rows), median(took), each * len(rows) * (len(rows) - 1) / 2, pairs)


def targets(found: Found) -> list[Target]:
    """What the list promises."""
    return [
        Target(f"who may stand there twice, of {found.people:,}: seconds", found.list_seconds, SLOWEST, unit=" s"),
        Target("the same against comparing every pair", found.list_seconds / found.every_pair_seconds, 1 / 200, 1 / 1000),
    ]


def told(found: Found) -> dict[str, Any]:
    """The figures by name."""
    return {"people": found.people, "list s": found.list_seconds, "every pair s": found.every_pair_seconds, "pairs": found.pairs}
