"""A town's extract drawn by lot, of any size: what is counted over many services, and what leaves, is tried on these."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

from alongside.connections.words import GAVE_OR_RECEIVED, KINDS, RUNGS, WHAT_IT_IS, WITH_WHOM
from alongside.evidence.extracted import SHAPES
from alongside.evidence.words import STEPS_BY_WHO
from alongside.introductions.words import AREAS, SOURCES
from alongside.journeys.words import HOW_A_WAIT_ENDED, HOW_WE_MET, LEVELS
from alongside.outcomes.words import COUNTED, DIRECTIONS, HOW_LONG_IT_LASTS, SHARES

FIRST, DAYS = date(2024, 4, 1), 730
"""Two financial years."""
Columns = dict[str, dict[str, list[Any]]]


def a_town(people: int, seed: int, *, ages: tuple[str, ...] = ("",)) -> Columns:
    """So many people with everything that an extract tells of them, days as text; of these bands of ages, if an extract has them."""
    lot = random.Random(seed)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SHAPES}
    one_of = lambda words: lot.choice([word.stored for word in words])  # noqa: E731
    day = lambda since=0: FIRST + timedelta(days=lot.randrange(since, DAYS))  # noqa: E731
    later = lambda since: since + timedelta(days=lot.randrange(1, 200)) if lot.random() < 0.6 else None  # noqa: E731
    for person in range(1, people + 1):
        came = day()
        one = {"person": person}
        rows["people"].append(
            one
            | {
                "known_on": came,
                "locality": lot.choice(["north", "north", "south", "not shown"]),
                "evaluation": "",
                "age_band": lot.choice(ages) if len(ages) > 1 else ages[0],
            }
        )
        rows["introductions"].append(one | {"on": came, "source": one_of(SOURCES[:4]), "accepted_on": later(came)})
        since = came
        for nth in range(1, lot.randrange(1, 4)):
            until = later(since)
            rows["levels"].append(one | {"level": one_of(LEVELS), "since": since, "until": until, "nth": nth})
            if until is None:
                break
            since = until
        rows["walks"].append(one | {"post": "own post", "since": came, "until": later(came)})
        for _ in range(lot.randrange(0, 12)):
            minutes = lot.choice([None, 30, 60, 90])
            told = {"on": day(), "how": one_of(HOW_WE_MET), "with_whom": lot.choice(["one", "several"]), "counts": lot.choice([0, 1, 1])}
            rows["notes"].append(one | told | {"minutes": minutes, "tenths_of_miles": None})
        rows["who"].append(one | {"what": "sex", "said": lot.choice(["female", "male"])})
        rows["reasons"].append(one | {"area": one_of(AREAS), "listed": "own word", "on": came, "until": None})
        for _ in range(lot.randrange(0, 3)):
            number, made = len(rows["connections"]) + 1, day()
            rows["connections"].append(one | {"connection": number, "kind": one_of(KINDS), "made_on": made})
            rows["rungs"].append({"connection": number, "rung": one_of(RUNGS), "on": made, "nth": 1})
        if lot.random() < 0.5:
            rows["circles"].append(one | {"begun_on": came, "compared_from": came + timedelta(days=42)})
            rows["looks"] += [one | {"on": came}, one | {"on": came + timedelta(days=lot.randrange(80, 300))}]
            for _ in range(lot.randrange(1, 5)):
                since = came + timedelta(days=lot.randrange(0, 200))
                support = {
                    "support": len(rows["supports"]) + 1,
                    "kind": lot.choice(["unpaid", "unpaid", "paid"]),
                    "since": since,
                    "until": later(since),
                    "nth": 1,
                }
                rows["supports"].append(one | support)
        if lot.random() < 0.5:
            use = {"use": len(rows["uses"]) + 1, "since": came, "until": came + timedelta(days=91)}
            rows["uses"].append(one | use | {"service": "gp", "source": lot.choice(["themselves", "practice"]), "times": None})
            rows["used"].append(one | {"use": use["use"], "on": came + timedelta(days=lot.randrange(91))})
            for nth in (1, 2):
                rows["askings"].append(one | {"measure": "ons4", "version": "1", "on": day(), "way": "aloud", "ended": "answered", "nth": nth})
                rows["answers"].append(one | {"measure": "ons4", "nth": nth, "item": "satisfied", "number": lot.randrange(11)})
        for _ in range(lot.randrange(0, 2)):
            rows["given"].append(one | {"way": one_of(GAVE_OR_RECEIVED), "kind": one_of(WITH_WHOM), "on": day(), "minutes": lot.choice([None, 60])})
            rows["week"].append(one | {"what_it_is": one_of(WHAT_IT_IS), "takes_place_of": lot.choice(["", "day care"]), "since": day(), "until": None})
            rows["changes"].append(
                one
                | {"direction": one_of(DIRECTIONS), "noticed_on": day(), "others_share": one_of(SHARES), "would_have_happened": one_of(SHARES)}
                | {"lasts": one_of(HOW_LONG_IT_LASTS), "worth": "not asked"}
            )
            rows["counted"].append(one | {"kind": one_of(COUNTED), "listed": "own word", "noticed_on": day(), "direction": one_of(DIRECTIONS)})
            rows["steps"].append(one | {"who": one_of(STEPS_BY_WHO), "written_on": day()})
            rows["handed"].append(
                one | {"whom": "gp", "on": came, "answered_on": came, "days": 0, "in_time": "", "ended_on": None, "ended_as": "", "avoided": ""}
            )
            waited = lot.choice([None, 10, 50, 100])
            ended = {"ended_as": "" if waited is None else one_of(HOW_A_WAIT_ENDED), "days": waited}
            since = day()
            rows["waits"].append(one | ended | {"since": since, "ended_on": None if waited is None else since + timedelta(days=waited)})
    rows["light"] = [{"on": day(), "how": one_of(HOW_WE_MET), "how_many": 1, "locality": "north"} for _ in range(people // 10)]
    return {
        name: {column: [str(row[column]) if isinstance(row[column], date) else row[column] for row in rows[name]] for column in shape}
        for name, shape in SHAPES.items()
    }


def as_payload(town: Columns) -> bytes:
    """As an extract holds it."""
    return json.dumps(town).encode()
