"""Small random worlds, and a slow plain count of each figure to hold the engine's against."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.connections.words import KINDS, RUNGS
from alongside.evidence.extracted import SHAPES
from alongside.evidence.periods import Window
from alongside.evidence.words import STEPS_BY_WHO
from alongside.introductions.words import SOURCES
from alongside.journeys.words import HOW_A_WAIT_ENDED, HOW_WE_MET, LEVELS
from tests.evidence import around, changing, coming, handing, lives

FIRST = date(2026, 1, 1)
World = dict[str, list[dict[str, Any]]]

days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
stored = lambda words: st.sampled_from([word.stored for word in words])  # noqa: E731


def _window(first: int, after: int) -> Window:
    return Window(FIRST + timedelta(days=first), FIRST + timedelta(days=after), FIRST + timedelta(days=after - 1))


# A few, because the engine writes its query anew for each.
windows = st.sampled_from([_window(0, 41), _window(10, 20), _window(20, 21), _window(15, 32)])


_places = st.sampled_from(["north", "south", "elsewhere", "not shown"])


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to six people, and up to ten of whatever happened to each kind of them; levels may even overlap or leave gaps."""
    numbers = list(range(1, draw(st.integers(0, 6)) + 1))
    rows: World = {name: [] for name in SHAPES}
    rows["people"] = [
        {
            "person": n,
            "known_on": draw(days),
            "locality": draw(_places),
            "evaluation": draw(st.sampled_from(["", "", "no"])),
            "age_band": draw(st.sampled_from(["", "18 to 24", "80 and over"])),
        }
        for n in numbers
    ]
    rows["light"] = draw(
        st.lists(st.fixed_dictionaries({"on": days, "how": stored(HOW_WE_MET), "how_many": st.integers(1, 3), "locality": _places}), max_size=4)
    )
    rows |= draw(around.told(_places))
    if not numbers:
        return rows
    somebody = st.sampled_from(numbers)
    rows["introductions"] = draw(
        st.lists(st.fixed_dictionaries({"person": somebody, "on": days, "source": stored(SOURCES), "accepted_on": st.none() | days}), max_size=10)
    )
    for _ in range(draw(st.integers(0, 8))):
        since = draw(days)
        until = draw(st.none() | st.integers(0, 20).map(lambda n, since=since: since + timedelta(days=n)))
        rows["levels"].append({"person": draw(somebody), "level": draw(stored(LEVELS)), "since": since, "until": until})
    for number in numbers:
        in_order = sorted((level for level in rows["levels"] if level["person"] == number), key=lambda level: level["since"])
        for nth, level in enumerate(in_order, start=1):
            level["nth"] = nth
    for _ in range(draw(st.integers(0, 6))):
        since = draw(days)
        until = draw(st.none() | st.integers(1, 20).map(lambda n, since=since: since + timedelta(days=n)))
        rows["walks"].append({"person": draw(somebody), "post": draw(st.sampled_from(["harbour", "hill"])), "since": since, "until": until})
    rows["connections"] = [
        {"connection": n, "person": draw(somebody), "kind": draw(stored(KINDS)), "made_on": draw(days)} for n in range(1, draw(st.integers(0, 6)) + 1)
    ]
    for connection in rows["connections"]:
        reached = sorted(draw(st.lists(days, max_size=4)))
        rows["rungs"] += [
            {"connection": connection["connection"], "rung": draw(stored(RUNGS)), "on": on, "nth": nth} for nth, on in enumerate(reached, start=1)
        ]
    rows["steps"] = draw(st.lists(st.fixed_dictionaries({"person": somebody, "who": stored(STEPS_BY_WHO), "written_on": days}), max_size=6))
    for _ in range(draw(st.integers(0, 6))):
        since, lasted = draw(days) - timedelta(days=draw(st.integers(0, 90))), draw(st.none() | st.integers(0, 120))
        ended = {"ended_as": "" if lasted is None else draw(stored(HOW_A_WAIT_ENDED)), "ended_on": None if lasted is None else since + timedelta(days=lasted)}
        rows["waits"].append({"person": draw(somebody), "since": since, "days": lasted, **ended})
    return rows | draw(lives.lives(numbers)) | draw(coming.told(numbers)) | draw(changing.changes(numbers)) | draw(handing.handed(numbers))


def payload(world: World) -> bytes:
    """A world as the database writes an extract."""
    return json.dumps({name: {column: [row[column] for row in world[name]] for column in shape} for name, shape in SHAPES.items()}, default=str).encode()


def _holds(level: dict[str, Any], day: date) -> bool:
    return bool(level["since"] <= day and (level["until"] is None or day < level["until"]))


def _known(world: World, window: Window) -> list[dict[str, Any]]:
    return [person for person in world["people"] if person["known_on"] < window.until]


def _by_level(world: World, window: Window) -> Iterator[tuple[int, str]]:
    for person in _known(world, window):
        held = [level["level"] for level in world["levels"] if level["person"] == person["person"] and _holds(level, window.day)]
        for level in held or ["none recorded"]:
            yield person["person"], level


def _by_rung(world: World, window: Window) -> Iterator[tuple[int, str]]:
    ladder = [rung.stored for rung in RUNGS if rung.stored != "not for me"]
    for connection in world["connections"]:
        if not window.since <= connection["made_on"] < window.until:
            continue
        reached = [rung for rung in world["rungs"] if rung["connection"] == connection["connection"] and rung["on"] <= window.day]
        if not reached:
            yield connection["person"], "none recorded"
        elif max(reached, key=lambda rung: rung["nth"])["rung"] == "not for me":
            yield connection["person"], "not for me"
        else:
            yield connection["person"], max((rung["rung"] for rung in reached if rung["rung"] in ladder), key=ladder.index)


def _by_noted(world: World, window: Window) -> Iterator[tuple[int, str]]:
    days_of_it = [window.since + timedelta(days=n) for n in range((window.until - window.since).days)]
    for person in _known(world, window):
        number = person["person"]
        if person["evaluation"] == "no":
            continue
        walked = [level for level in world["levels"] if level["person"] == number and level["level"] in ("level 1", "level 2")]
        if any(_holds(level, day) for level in walked for day in days_of_it):
            noted = any(change["person"] == number and window.since <= change["noticed_on"] < window.until for change in world["changes"])
            yield number, "noted" if noted else "none noted"


def _dated(table: str, on: str, column: str) -> Callable[[World, Window], Iterator[tuple[int, str]]]:
    def rows(world: World, window: Window) -> Iterator[tuple[int, str]]:
        return ((row["person"], row[column]) for row in world[table] if window.since <= row[on] < window.until)

    return rows


def _by_length(world: World, window: Window) -> Iterator[tuple[int, str]]:
    for wait in world["waits"]:
        if wait["since"] > window.day:
            continue
        if wait["ended_on"] is None or wait["ended_on"] > window.day:
            yield wait["person"], "still waiting"
        elif wait["ended_on"] >= window.since and wait["ended_as"] != "laid aside":
            lasted = (wait["ended_on"] - wait["since"]).days
            yield wait["person"], "four weeks" if lasted <= 28 else "twelve weeks" if lasted <= 84 else "longer"


SLOWLY: dict[str, Callable[[World, Window], Any]] = {
    "people_known": lambda world, window: [(person["person"], "known") for person in _known(world, window)],
    "people_by_level": _by_level,
    "people_by_locality": lambda world, window: [(person["person"], person["locality"]) for person in _known(world, window)],
    "introductions_by_source": _dated("introductions", "on", "source"),
    "connections_by_kind": _dated("connections", "made_on", "kind"),
    "connections_by_rung": _by_rung,
    "changes_by_direction": _dated("changes", "noticed_on", "direction"),
    "changes_by_others_share": _dated("changes", "noticed_on", "others_share"),
    "changes_by_what_would_have_happened": _dated("changes", "noticed_on", "would_have_happened"),
    "people_by_change_noted": _by_noted,
    **lives.SLOWLY,
    **coming.SLOWLY,
    **changing.SLOWLY,
    "people_alongside": lambda world, window: [(person, "alongside") for person in lives.alongside(world, window)],
    **around.SLOWLY,
    **handing.SLOWLY,
    "steps_by_who": _dated("steps", "written_on", "who"),
    "waits_by_length": _by_length,
}


Placed = list[tuple[int | None, str, str]]


def slow_rows(world: World, expression: str, window: Window) -> Placed:
    """Whom each thing counted is about, where it is counted, and under what; what is nobody's says itself where it was."""
    home = {person["person"]: person["locality"] for person in world["people"]}
    return [(row[0], row[2] if len(row) > 2 else home[row[0]], row[1]) for row in SLOWLY[expression](world, window)]


def slow_counts(world: World, expression: str, window: Window) -> dict[tuple[str, str], int]:
    """How many, by locality and part, counted one by one."""
    return dict(Counter((home, part) for _person, home, part in slow_rows(world, expression, window)))


def slow_behind(world: World, expression: str, window: Window, part: str, locality: str) -> list[int]:
    """The people behind it, found one by one."""
    placed = slow_rows(world, expression, window)
    return sorted({person for person, home, under in placed if person is not None and part in ("", under) and locality in ("", home)})


def slow_sums(world: World, expression: str, window: Window) -> dict[tuple[str, str, int], int]:
    """How much, by locality, part and person, added one by one."""
    home = {person["person"]: person["locality"] for person in world["people"]}
    found: Counter[tuple[str, str, int]] = Counter()
    for person, part, amount in SLOW_SUMS[expression](world, window):
        found[home[person], part, person] += amount
    return dict(found)


SLOW_SUMS = lives.SLOW_SUMS | coming.SLOW_SUMS
