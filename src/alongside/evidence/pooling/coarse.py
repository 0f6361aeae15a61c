"""An extract made coarse enough to leave: pseudonyms of its own, days by the month or coarser, and nobody alone in what others may know of them.

Who might look for a neighbour in it knows roughly when they came, from where, how old they are and where they live: these four are declared
(`KNOWN_TO_OTHERS`), and whatever combination of them stands in the extract is shared by at least ten people (k-anonymity: L. Sweeney,
International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 2002). First the age band goes, then the source, then the area,
of those who are too few; then the days of everybody are told by the quarter, at last by the year; and whoever is still among fewer than ten is left out.
"""

from __future__ import annotations

import hmac
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from alongside.evidence.extracted import NOT_SHOWN, SHAPES

TOGETHER = 10
"""At least so many people share every combination of what others may know of them."""
MAY_BE_LEFT_OUT = 0.05
"""The share of people up to which the finer unit of time is kept."""
AGE_BAND = "age_band"
KNOWN_TO_OTHERS = ("known_on", "source", AGE_BAND, "locality")
"""The declared quasi-identifiers: when they came to be known, from where they were first introduced, their age band and area."""
STANDS_IN = {"known_on": "people", "source": "introductions", AGE_BAND: "people", "locality": "people"}
"""In which table each of these stands."""
NEVER_LEAVES = {("who", "what"): "", ("who", "said"): "", ("reasons", "listed"): "", ("counted", "listed"): "", ("walks", "post"): ""}
"""Columns that leave as one value for all: a word of a team's own list is nobody else's, and what somebody said of themselves was said to one team."""
STAYS = ("handed",)
"""Tables that leave empty: what was handed to another profession, safeguarding leads among them, is between two services."""
NUMBERS = ("person", "connection", "support", "use")
"""Columns that stand for somebody or something: other numbers in every extract, by a key that nobody keeps."""

Columns = Mapping[str, Mapping[str, Sequence[object]]]
"""An extract: values by column by table."""
Known = tuple[str, str, str, str]


class Unit(StrEnum):
    """How coarsely days are told. A financial year begins on 1 April."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def first_day(self, day: date) -> date:
        """The first day of the month, quarter or financial year that a day lies in."""
        if self is Unit.YEAR:
            return date(day.year if day.month >= 4 else day.year - 1, 4, 1)
        return day.replace(day=1, month=day.month if self is Unit.MONTH else (day.month - 1) // 3 * 3 + 1)


@dataclass(frozen=True)
class Coarse:
    """What may leave: the tables, how coarsely days are told, and how many people were left out because too few were like them."""

    tables: Columns
    unit: Unit
    people: int
    left_out: int
    together: int


def made_coarse(columns: Columns, key: bytes, *, together: int = TOGETHER) -> Coarse:
    """An extract as it may leave, by a key of 32 bytes that was drawn for it and is forgotten afterwards.

    `columns` are in the shape of `extracted.SHAPES`, days as text. The finest unit of time is kept with which no more than one in twenty is left out.
    """
    units = list(Unit)
    for unit in units:
        known = _told_of_everybody(columns, unit, together)
        out = sum(one is None for one in known.values())
        if out <= MAY_BE_LEFT_OUT * len(known) or unit is units[-1]:
            break
    kept = {person: one for person, one in known.items() if one is not None}
    told = _Telling(columns, unit, key)
    tables = {name: _table(name, columns[name], shape, kept, told) for name, shape in shapes_of(columns).items()}
    return Coarse(tables, unit, len(kept), len(known) - len(kept), together)


def shapes_of(columns: Columns) -> dict[str, dict[str, str]]:
    """The kinds of an extract's columns, in the order in which they leave."""
    return {name: {column: kind for column, kind in shape.items() if column in columns[name]} for name, shape in SHAPES.items()}


def _told_of_everybody(columns: Columns, unit: Unit, together: int) -> dict[object, Known | None]:
    """What is told of each person of the four things that others may know; None for whoever is left out."""
    people = columns["people"]
    first = _first_source(columns["introductions"])
    ages = people.get(AGE_BAND) or [NOT_SHOWN] * len(people["person"])
    rest = {
        person: (_by(unit, known_on), first.get(person, ""), str(age or NOT_SHOWN), str(home))
        for person, known_on, age, home in zip(people["person"], people["known_on"], ages, people["locality"], strict=True)
    }
    found: dict[object, Known | None] = {}
    for coarser in _COARSER:
        rest = {person: coarser(one) for person, one in rest.items()}
        among = Counter(rest.values())
        found |= {person: one for person, one in rest.items() if among[one] >= together}
        rest = {person: one for person, one in rest.items() if among[one] < together}
    return found | dict.fromkeys(rest)


_COARSER: tuple[Callable[[Known], Known], ...] = (
    lambda one: one,
    lambda one: (one[0], one[1], NOT_SHOWN, one[3]),
    lambda one: (one[0], NOT_SHOWN, NOT_SHOWN, one[3]),
    lambda one: (one[0], NOT_SHOWN, NOT_SHOWN, NOT_SHOWN),
)


def _first_source(introductions: Mapping[str, Sequence[object]]) -> dict[object, str]:
    first: dict[object, str] = {}
    for _on, person, source in sorted(zip(introductions["on"], introductions["person"], introductions["source"], strict=True), key=str):
        first.setdefault(person, str(source))
    return first


def _by(unit: Unit, day: object) -> str:
    return unit.first_day(date.fromisoformat(str(day))).isoformat()


class _Telling:
    """How one value of a row is told. Of days within one month only the order is kept, person by person: nothing that happened before turns to after."""

    def __init__(self, columns: Columns, unit: Unit, key: bytes) -> None:
        self._unit, self._key = unit, key
        days: defaultdict[object, set[str]] = defaultdict(set)
        for name, shape in shapes_of(columns).items():
            dates = [column for column, kind in shape.items() if kind == "date"]
            for owner, *some in zip(_owners(columns[name]), *(columns[name][column] for column in dates), strict=True):
                days[owner].update(str(day) for day in some if day)
        self._told = {owner: self._in_order(sorted(some)) for owner, some in days.items()}

    def _in_order(self, days: Sequence[str]) -> dict[str, str]:
        """The first day of a unit stays; the next that happened in it is told as its second, the one after as its third."""
        told, last = {}, date.min
        for day in days:
            first = self._unit.first_day(date.fromisoformat(day))
            last = first if day == first.isoformat() else max(first, last) + timedelta(days=1)
            told[day] = last.isoformat()
        return told

    def told(self, table: str, column: str, kind: str, row: Mapping[str, object]) -> object:
        value = row[column]
        if (table, column) in NEVER_LEAVES:
            return NEVER_LEAVES[table, column]
        if value is None or value == "":
            return value
        if column in NUMBERS:
            # 63 bits: without the key nobody can say which number stands for which.
            return int.from_bytes(hmac.digest(self._key, f"{column} {value}".encode(), "sha256")[:8]) >> 1
        if kind != "date":
            return value
        owner = next((row[name] for name in ("person", "connection") if name in row), None)
        return _by(self._unit, value) if STANDS_IN.get(column) == table or owner is None else self._told[owner][str(value)]


def _owners(columns: Mapping[str, Sequence[object]]) -> Sequence[object]:
    """Whose each row is: a person's, else a connection's, else nobody's."""
    whose = next((columns[name] for name in ("person", "connection") if name in columns), None)
    return whose if whose is not None else [None] * len(next(iter(columns.values())))


def _table(
    name: str, columns: Mapping[str, Sequence[object]], shape: Mapping[str, str], kept: Mapping[object, Known], telling: _Telling
) -> dict[str, list[object]]:
    """A table of whoever is kept, in an order that says nothing."""
    place_of = {column: place for place, column in enumerate(KNOWN_TO_OTHERS) if name == STANDS_IN[column] and column != "known_on"}
    rows = []
    for values in zip(*(columns[column] for column in shape), strict=True) if name not in STAYS else ():
        row = dict(zip(shape, values, strict=True))
        person = row.get("person")
        if person is not None and person not in kept:
            continue
        told = {column: telling.told(name, column, kind, row) for column, kind in shape.items()}
        if person is not None:
            # Of what others may know, that is told which was found to be safe.
            told |= {column: NOT_SHOWN for column in told if column in place_of and kept[person][place_of[column]] == NOT_SHOWN}
        rows.append(tuple(told.values()))
    rows.sort(key=repr)
    return {column: [row[place] for row in rows] for place, column in enumerate(shape)}
