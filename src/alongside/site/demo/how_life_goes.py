"""What people answer to the same questions twice, and how often they used services: deeds beside those of the stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .chance import Chance
from .days import working_day
from .plan import Deed, Life

_ASKS = {"quay": ("ons4", "loneliness", "seven-areas"), "hill": ("personal-wellbeing", "seven-areas")}
_COUNTS = {"quay": ("Keeps their home",), "hill": ("Sings, or plays",)}
_FIRST = {"quay": "ons4", "hill": "personal-wellbeing"}
_ITEMS: dict[str, dict[str, tuple[int, int, int]]] = {
    "ons4": {"satisfied": (3, 10, 1), "worthwhile": (3, 10, 1), "happy": (3, 10, 1), "anxious": (6, 10, -1)},
    "personal-wellbeing": {"satisfied": (1, 3, 1), "worthwhile": (1, 3, 1), "happy": (1, 3, 1), "calm": (1, 3, 1)},
}
"""Where people begin, the most, and which way is better."""
_HOME = {"delyth": "quay", "femi": "quay", "karolina": "hill"}


def how_life_goes(chance: Chance, lives: list[Life], deeds: list[Deed], today: date) -> Iterator[Deed]:
    """None of them is on a day before somebody was known, or after their last."""
    first = working_day(min(life.began for life in lives))
    for team, keys in _ASKS.items():
        yield Deed(first, "colm", "team measures", "", {"team": team, "measures": keys, "counts": _COUNTS[team], "on": first})
    last = {deed.person: deed.on for deed in deeds}
    for life in lives:
        if life.kind and life.lines and life.by in _HOME:
            for day, verb, more in _of(chance, life, (today - life.began).days):
                on = working_day(life.began + timedelta(days=day))
                if life.began + timedelta(days=day) <= on < today and on <= last[life.key]:
                    yield Deed(on, life.by, verb, life.key, {**more, "on": on})


def _of(chance: Chance, life: Life, long: int) -> Iterator[tuple[int, str, dict[str, Any]]]:
    measure = _FIRST[_HOME[life.by]]
    if long > 40 and chance.happens(0.55):
        if chance.happens(0.12):
            yield 21, "answers", {"answers": measure}
            return
        began = {item: _within(chance.randint(-2, 2) + middle, most) for item, (middle, most, _better) in _ITEMS[measure].items()}
        yield 21, "answers", {"answers": measure, "numbers": began}
        if long > 150 and chance.happens(0.7):
            later = {item: _within(began[item] + better * chance.randint(-1, 3), most) for item, (_middle, most, better) in _ITEMS[measure].items()}
            if chance.happens(0.25):
                later.pop(chance.choice(sorted(later)))
            yield (
                chance.randint(110, 145),
                "answers",
                {"answers": measure, "numbers": later, "way": chance.choice(["together", "by telephone", "alone, on paper"])},
            )
    if long > 150 and chance.happens(0.4):
        often = chance.randint(1, 9)
        yield 22, "used", {"used": {"gp": often, "a&e": chance.choice([0, 0, 1, 2])}, "before": True}
        if chance.happens(0.75):
            yield chance.randint(112, 146), "used", {"used": {"gp": max(0, often + chance.randint(-4, 2)), "a&e": chance.choice([0, 0, 0, 1])}}


def _within(number: int, most: int) -> int:
    return max(0, min(most, number))
