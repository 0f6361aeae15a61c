"""Invented lives, as the deeds that coordinators would do: the same for the actions and for the COPY writer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/London")
_FIRST = ("Gwen", "Idris", "Bryn", "Nerys", "Owain", "Tegan", "Rhys", "Lowri", "Emrys", "Carys", "Huw", "Sioned", "Mair", "Dewi", "Ffion", "Non")
_LAST = ("Aldermoss", "Brackenfold", "Cinderhay", "Dunnockbank", "Elmsett", "Fernhollow", "Gorsedale", "Harebell", "Ivystone", "Larchwater")
_SENTENCES = (
    "We sat in the kitchen and talked about the garden she used to keep.",
    "He would like to hear music again, and to walk there by himself.",
    "The neighbour with the dog looks in most mornings, and they share the paper.",
    "She rang the lunch club herself and asked what day they meet.",
    "We went along together; she stayed until the end and wants to go again.",
    "The stairs are hard in the evening, so mornings are better for a visit.",
    "He showed me the clocks he mends, and would gladly show others how.",
    "Nothing more is needed this month; we will speak on the telephone.",
    "Her sister is coming in spring, which she counts the days to.",
    "They asked about the bus, and we looked at the times together.",
)
_GIFTS = ("mends clocks", "bakes for half the street", "speaks three languages", "listens well", "knows every bird by its song")
_GROUPS = ("Tuesday lunch club", "The mending table", "Singing for anybody", "Allotment number nine", "The walking bus")
_NOTES = (5, 8, 12, 15, 20, 25, 30, 45)
"""Notes a person has, in turn; twenty on average."""
MANY_KINDS_FROM = 1000
"""Whoever has more notes than this has a change and a step to every tenth, so that a long story is one of many kinds."""
MEASURED_FOR_GROWTH = (1, 20, 2000)
"""Notes of the first three people, whose pages show whether time grows with what is written."""


@dataclass(frozen=True)
class Deed:
    """One thing done for somebody: which action, what was given to it, and when."""

    name: str
    at: datetime
    given: dict[str, Any]


@dataclass(frozen=True)
class Life:
    """Somebody, which member of staff walks alongside them, and all that was done, in its order."""

    number: int
    walker: int
    who: dict[str, Any]
    deeds: list[Deed] = field(default_factory=list)


def _moment(day: date, minutes: int = 0) -> datetime:
    return datetime.combine(day, time(9), _HERE) + timedelta(minutes=minutes)


def some_words(chance: random.Random, fewest: int, most: int) -> str:
    """A few invented sentences."""
    return " ".join(chance.choice(_SENTENCES) for _ in range(chance.randint(fewest, most)))


def lives(people: int, staff: int, *, today: date, growth: Sequence[int] = MEASURED_FOR_GROWTH, seed: int = 1) -> Iterator[Life]:
    """Everybody, one after another; the same for the same seed and day."""
    for number in range(people):
        notes = growth[number] if number < len(growth) else _NOTES[number % len(_NOTES)]
        yield _life(number, number * staff // people, notes, today, random.Random(f"{seed} {number}"))


def _life(number: int, walker: int, notes: int, today: date, chance: random.Random) -> Life:
    begun = today - timedelta(days=chance.randint(200, 700))
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {number}"
    born = date(chance.randint(1930, 1995), chance.randint(1, 12), chance.randint(1, 28)) if number % 3 else None
    who = {
        "who": name,
        "introduced_by": chance.choice(("housing office", "Dr Alder at Fern House surgery", "herself", "her daughter", "the library")),
        "said_yes": True,
        "how_they_said_yes": "aloud, on the telephone",
        "why": some_words(chance, 1, 2),
        "on": begun,
        "date_of_birth": born,
        "likes_to_be_called": name.split()[0] if number % 4 == 0 else "",
    }
    life = Life(number, walker, who)
    do = life.deeds.append
    do(Deed("welcome", _moment(begun), {}))
    if number % 10 != 9 or number < len(MEASURED_FOR_GROWTH):
        _walked(life, begun, today, chance)
    # The newest was written yesterday at the latest: before nine in the morning today's are still to come.
    days = (today - begun).days - 1 - number % 50
    for one in range(notes):
        on = begun + timedelta(days=days * (one + 1) // notes)
        how = chance.choice(("visit", "phone", "out", "message"))
        do(Deed("write_note", _moment(on, 10 + one % 300), {"text": some_words(chance, 1, 6), "on": on, "how": how}))
        if notes > MANY_KINDS_FROM and one % 10 == 0:
            told = {"words": some_words(chance, 1, 1), "direction": "better", "noticed_on": on, "others_share": "a little"}
            do(Deed("tell_change", _moment(on, 11 + one % 300), told))
            do(Deed("add_step", _moment(on, 12 + one % 300), {"words": "Ring her sister.", "who_kind": "themselves", "ended_on": on}))
    return life


def _walked(life: Life, begun: date, today: date, chance: random.Random) -> None:
    """What is known and agreed of somebody who was met."""
    number, day = life.number, begun + timedelta(days=7)

    def do(name: str, minutes: int, when: date = day, /, **given: Any) -> None:
        life.deeds.append(Deed(name, _moment(when, minutes), given))

    where = {"address": f"{number % 90 + 1} Fern Row", "postcode": f"ZZ99 {number % 9 + 1}AA", "phone": f"01632 960{number % 1000:03}", "email": ""}
    do("say_where", 0, **where, usual_places="")
    do("say_good_to_know", 1, how_to_reach="Ring twice.", keep_in_mind=chance.choice(("", "The stairs are steep.")), access="")
    do("set_level", 2, level=chance.choice(("level 1", "level 1", "level 2", "not active")), since=day, words="")
    do("tell_good_life", 3, words=some_words(chance, 1, 2))
    for gift in chance.sample(_GIFTS, 2):
        do("add_gift", 4, words=gift)
    do("add_to_circle", 5, name="Her sister Mair", relation="sister", words="rings on Sundays")
    do("add_to_circle", 6, name="The neighbour with the dog", relation="neighbour", words="")
    do("agree", 7, words=some_words(chance, 1, 2), agreed_on=day, how_agreed="aloud")
    do("add_step", 8, day + timedelta(days=10), words="Ring the lunch club.", who_kind="themselves", ended_on=day + timedelta(days=9) if number % 2 else None)
    if number % 10 == 0:
        do("add_step", 9, words="Bring the bus times.", who_kind="us", ended_on=None)
    climbed = [("went together", day + timedelta(days=14)), ("went alone", day + timedelta(days=28))]
    for group in chance.sample(_GROUPS, 2):
        do("connect", 10, day + timedelta(days=30), to=group, kind="community", on=day, climbed=climbed)
    later = day + timedelta(days=60)
    do("tell_change", 12, later, words=some_words(chance, 1, 1), direction="better", noticed_on=later, others_share="a little")
    if number % 20 == 0:
        # Planned yesterday, so that no clock says that it is still to be planned.
        do("plan_visit", 13, today - timedelta(days=1), on=today + timedelta(days=number // 20 % 7), where="At home", words="")
