"""What makes the town's figures say something: why people came, who went through their circle again, what was given, and time where it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .chance import Chance
from .days import working_day
from .plan import Deed, Life
from .reading import told

MEASURES = "karolina"
"""The link worker whose team asks how long a visit took and how far it was."""
_HOME = {"delyth": "quay", "femi": "quay", "karolina": "hill"}
_GO_TO_DAY_CARE = ("home-from-ward", "cannot-see-to-read", "lost-somebody")
_SINCE = 450
"""Days ago from which the team has asked."""


def in_figures(chance: Chance, lives: list[Life], deeds: list[Deed], today: date) -> Iterator[Deed]:
    """Deeds beside those of the stories; none of them is on a day before somebody was known."""
    given = told("reasons")
    first = working_day(min(life.began for life in lives))
    for team, words in given["lists"].items():
        yield Deed(first, "colm", "team word", "", {"team": team, "words": words, "on": first})
    yield Deed(first, "colm", "team asks", "", {"team": "hill", "on": first})
    yield Deed(first, "colm", "who pays", "", {"today": today, "on": first})
    spent = working_day(today - timedelta(days=8))
    yield Deed(working_day(today - timedelta(days=21)), "colm", "budgets", "", {"spent": spent})
    yield Deed(spent, "delyth", "spends", "", {"on": spent})
    last = {deed.person: deed.on for deed in deeds}
    for life in lives:
        if life.kind and life.lines:
            for day, verb, more in sorted(_of(chance, given, life, today), key=lambda one: one[0]):
                on = working_day(life.began + timedelta(days=day))
                if life.began + timedelta(days=day) <= on < today and on <= last[life.key]:
                    yield Deed(on, life.by, verb, life.key, {**more, "on": on})


def measured(chance: Chance, deeds: list[Deed], today: date) -> None:
    """Say of most visits of the team that measures them how long they took, and how far it was."""
    for deed in deeds:
        if deed.by == MEASURES and deed.verb == "note" and (today - deed.on).days < _SINCE and chance.happens(0.8):
            visit = deed.given["how"] in ("visit", "out")
            deed.given["took"] = (chance.choice([30, 45, 60, 60, 90]) if visit else chance.choice([10, 15, 20]), chance.randint(8, 70) if visit else None)


_Told = tuple[int, str, dict[str, Any]]


def _of(chance: Chance, given: dict[str, Any], life: Life, today: date) -> Iterator[_Told]:
    long = (today - life.began).days
    yield from _why(chance, given["of"][life.kind], life)
    if long > 110 and chance.happens(0.95):
        yield from _circle_again(chance, given, life, long)
    if long > 70 and chance.happens(0.35):
        for _ in range(chance.randint(1, 3)):
            words, whom, minutes = chance.deal("given", given["given"])
            yield chance.randint(60, min(long - 2, 400)), "gave", {"gave": words, "kind": whom, "minutes": minutes}
    if life.kind in _GO_TO_DAY_CARE and long > 60:
        yield 12, "does", {"does": "The day centre", "days": [2, 4], "parts": ["morning", "afternoon"], "what": "day care"}
        if chance.happens(0.6):
            yield 55, "no longer", {"no longer": "The day centre"}
            does = chance.choice(["Dinner round the corner", "The bench, with whoever is on it", "A walk, and a cup of tea after"])
            yield 55, "does", {"does": does, "days": [2, 4], "parts": ["afternoon"], "instead of": "day care"}
    if life.kind == "unopened-letters":
        what, whom = chance.deal("papers", given["papers"])
        due = life.began + timedelta(days=12)
        yield 9, "paper", {"paper": what, "for": whom, "by_when": due, "state": "here" if long > 40 else "needed"}


def _why(chance: Chance, of: dict[str, Any], life: Life) -> Iterator[_Told]:
    """Some told at first, more later; of some nobody wrote down why."""
    if chance.happens(0.12):
        return
    first, *more = of["areas"]
    word = of.get(_HOME[life.by]) if chance.happens(0.75) else None
    # A day on which they were met already, so that it is written on the page of somebody who is there.
    yield 9, "why", {"why": [first], "word": word, "told": "at first"}
    for place, area in enumerate(more):
        if chance.happens(0.6):
            yield 40 + 25 * place, "why", {"why": [area], "told": "later"}


def _circle_again(chance: Chance, given: dict[str, Any], life: Life, long: int) -> Iterator[_Told]:
    """Who came since; and everybody gone through again, some weeks after the start."""
    again = chance.randint(86, min(long - 4, 170))
    for place in range(chance.choice([0, 0, 1, 1, 1, 2])):
        name, relation = chance.deal("friends", given["friends"])
        yield 75 + 5 * place, "circle", {"circle": name, "relation": relation}
    there = [line["circle"] for line in life.lines if "circle" in line]
    if len(there) == len(set(there)) > 1 and chance.happens(0.3):
        yield again - 8, "left", {"left": there[-1], "how": chance.choice(["moved away", "died"])}
    yield again, "went through", {"went through": True}
