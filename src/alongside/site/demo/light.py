"""Light contacts and honest endings: a few lines each, and the door stays open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .chance import Chance
from .inventing import Inventor
from .plan import Home, Life, Line
from .reading import told
from .slots import slots
from .whats_good import for_a_tag

WALKS = {"harbour": "delyth", "lowfields": "femi", "overbracken": "karolina"}
"""Who walks in which locality."""


def light_contacts(chance: Chance, inventor: Inventor, today: date) -> Iterator[Life]:
    """People who needed a word, a number, or a walk to the right door."""
    given = told("light")
    for number, one in enumerate(given):
        life = _somebody(one, chance, inventor, today - timedelta(days=6 + 700 * number // len(given) + chance.randint(0, 15)), f"light {number}")
        life.lines = list(_a_light_contact(one, chance, today, life))
        yield life


def _a_light_contact(one: dict[str, Any], chance: Chance, today: date, life: Life) -> Iterator[Line]:
    met = chance.randint(0, 3) if one["source"] == "met in the community" else chance.randint(1, 6)
    yield {"day": met, "how": chance.choice(["out", "phone", "visit"]) if met else "out", "note": one["note"]}
    yield {"day": met, "level": "level 1"}
    if life.home.address:
        yield {"day": met, "where": True}
    if one["to"]:
        key = chance.deal(f"{one['to']} {one['in']}", for_a_tag(one["to"], one["in"]))
        yield {"day": met, "connect": key, "why": chance.deal("signposts", told("phrases")["signposts"]).format(**slots(one["she"])), "as": "it"}
        if chance.happens(0.55) or "later" in one:
            yield {"day": met + chance.randint(6, 20), "climb": "it", "rung": chance.choice(["went alone", "went alone", "went together"])}
    if "later" in one:
        yield {"day": met + chance.randint(24, 40), "how": "out", "note": one["later"]}
    if (today - life.began).days > 45:
        # The record stays with the team and the level is Level 1; nobody need ask after them every month.
        yield {"day": met + chance.randint(41, 44), "stop": life.by}


def honest_endings(chance: Chance, inventor: Inventor, today: date) -> Iterator[Life]:
    """Not reached, not now, not for me; moved away; died."""
    given = told("endings")
    for number, one in enumerate(given):
        life = _somebody(one, chance, inventor, today - timedelta(days=50 + 620 * number // len(given) + chance.randint(0, 25)), f"ending {number}")
        asked = chance.randint(3, 12)
        end = asked + chance.randint(2, 10)
        if "first" in one:
            life.lines += [{"day": asked, "how": "visit", "note": one["first"]}, {"day": asked, "level": "level 1"}]
            end = asked + chance.randint(20, 34)
        how = "phone" if one["level"] == "not reached" or one["level"] == "died" else "out"
        life.lines += [{"day": end, "how": how, "note": one["note"]}, {"day": end, "level": one["level"], "words": one["words"]}, {"day": end, "stop": life.by}]
        yield life


def _somebody(one: dict[str, Any], chance: Chance, inventor: Inventor, began: date, key: str) -> Life:
    name = one.get("who") or inventor.name(one["she"])
    known = not one.get("who")
    words = slots(one["she"])
    return Life(
        key=key,
        name=name,
        called="" if known else name,
        born=inventor.born(*one["ages"]) if "ages" in one and chance.happens(0.6) else None,
        she=one["she"],
        by=WALKS[one["in"]],
        began=began,
        home=inventor.home(one["in"], phone_known=known) if known and chance.happens(0.7) else Home(),
        introduced={
            "by": one["by"],
            "source": one["source"],
            "why": one["why"],
            "agreed": chance.deal("agreed", told("phrases")["agreed"]).format(**words),
        },
    )
