"""Lives made of parts: told with gaps (`world/lives`), with chance deciding which lines, how far and how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .chance import Chance
from .inventing import Inventor
from .journeying import Journey
from .light import WALKS
from .plan import Life
from .reading import all_told, told
from .slots import fill, slots

_FRESH = (1, 4)
"""Days since the newest were introduced: not met yet. The second was written down by a colleague, who asks."""

_OFTEN = {"gp or health": 6, "housing": 6, "family or neighbour": 5, "self": 3}
"""How much likelier than the others these introduce somebody whom anybody could have introduced."""


def composed_lives(chance: Chance, inventor: Inventor, today: date, how_many: dict[str, int]) -> Iterator[Life]:
    """So many lives in each locality, spread over the two years, the last of them introduced yesterday."""
    for locality, many in how_many.items():
        for number in range(many):
            waiting = number - (many - len(_FRESH))
            began = today - timedelta(days=8 + 716 * (many - 1 - number) // many + chance.randint(0, 12))
            if waiting >= 0:
                began = today - timedelta(days=_FRESH[waiting])
            life, told_life = _somebody(chance, inventor, locality, began, f"{locality} {number}", today)
            if waiting >= 0:
                life.introduced |= _asked_by_a_colleague(life) if waiting else {}
            else:
                # One in six of those still walked with has gone quiet.
                life.lines = list(Journey(chance, inventor, today, life, told_life, locality).lines(quiet=number % 6 == 2))
            yield life


def _asked_by_a_colleague(life: Life) -> dict[str, str]:
    return {"recorded by": "colm" if life.by == "karolina" else "shabnam"}


def _somebody(chance: Chance, inventor: Inventor, locality: str, began: date, key: str, today: date) -> tuple[Life, dict[str, Any]]:
    told_life = chance.deal(f"lives of {locality}", all_told("lives"))
    she = told_life.get("she") or chance.choice(["she", "she", "he"])
    name = inventor.name(she, told_life.get("families", ()))
    home = inventor.home(locality)
    words = slots(she, name=_first(name), place=locality, street=home.address.split(",")[-2].strip().lstrip("0123456789 ") if home.address else "")
    phrases = told("phrases")
    source, by, why = _how_they_came(chance, told_life, locality)
    life = Life(
        key=key,
        name=name,
        called=_first(name) if chance.happens(0.3) else "",
        born=inventor.born(*told_life["ages"]) if chance.happens(0.8) else None,
        she=she,
        by=WALKS[locality],
        began=began,
        home=home,
        introduced={
            "by": by.format(**words),
            "source": source,
            "why": fill(why, words),
            "agreed": chance.deal("agreed", phrases["agreed"]).format(**words),
        },
        know=_good_to_know(chance, words, phrases) if chance.happens(0.45) else {},
        kind=told_life["life"],
    )
    return life, told_life


def _how_they_came(chance: Chance, told_life: dict[str, Any], locality: str) -> tuple[str, str, str]:
    """The source, who it was, and why: some reasons belong to one introducer, others could be anybody's."""
    why = chance.deal(f"why {told_life['life']}", told_life["why"])
    if not isinstance(why, str):
        source, by, words = why
        return source, by, words
    sources = told_life["from"]
    (source,) = chance.choices(sources, [_OFTEN.get(one, 1) for one in sources])
    pack = "gp or health on the hill" if locality == "overbracken" and source == "gp or health" else source
    return source, chance.deal(f"by {pack}", told("phrases")["by"][pack]), why


def _good_to_know(chance: Chance, words: dict[str, str], phrases: dict[str, Any]) -> dict[str, str]:
    return {"reach": fill(chance.deal("reach", phrases["reach"]), words), "mind": fill(chance.deal("mind", phrases["mind"]), words)}


def _first(name: str) -> str:
    return name.split()[0]
