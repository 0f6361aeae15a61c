"""Circles, giving and weeks of small random worlds, and the slow plain counts of their figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.connections.words import GAVE_OR_RECEIVED, WHAT_IT_IS, WITH_WHOM
from alongside.evidence.periods import Window

FIRST = date(2026, 1, 1)
A_START = timedelta(days=10)
"""A start shorter than the real one, so that a small world can be looked at after it."""
World = dict[str, list[dict[str, Any]]]
Counted = Iterator[tuple[int, str]]

days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
_stored = lambda words: st.sampled_from([word.stored for word in words])  # noqa: E731


def _later(day: date, most: int) -> st.SearchStrategy[date | None]:
    return st.none() | st.integers(0, most).map(lambda n: day + timedelta(days=n))


@st.composite
def lives(draw: st.DrawFn, numbers: list[int]) -> World:
    """For some of the people a circle, gone through once or again, with up to four in it on up to two rings in turn; giving; weeks."""
    rows: World = {name: [] for name in ("circles", "looks", "supports", "given", "week")}
    for person in numbers:
        looked = sorted(draw(st.lists(days, max_size=3, unique=True)))
        if looked:
            rows["circles"].append({"person": person, "begun_on": looked[0], "compared_from": looked[0] + A_START})
            rows["looks"] += [{"person": person, "on": on} for on in looked]
            for _ in range(draw(st.integers(0, 4))):
                rows["supports"] += draw(_somebody(person, looked[0], 1 + len(rows["supports"])))
    somebody = st.sampled_from(numbers)
    one = {"person": somebody, "way": _stored(GAVE_OR_RECEIVED), "kind": _stored(WITH_WHOM), "on": days, "minutes": st.none() | st.integers(1, 200)}
    rows["given"] = draw(st.lists(st.fixed_dictionaries(one), max_size=8))
    for _ in range(draw(st.integers(0, 6))):
        since = draw(days)
        kinds = {"what_it_is": draw(_stored(WHAT_IT_IS)), "takes_place_of": draw(st.sampled_from(["", "day care", "respite"]))}
        rows["week"].append({"person": draw(somebody), **kinds, "since": since, "until": draw(_later(since, 20))})
    return rows


@st.composite
def _somebody(draw: st.DrawFn, person: int, begun: date, support: int) -> list[dict[str, Any]]:
    since = max(draw(days), begun)
    moved = draw(st.none() | st.integers(1, 15).map(lambda n: since + timedelta(days=n)))
    until = draw(_later(moved or since, 15))
    one = {"support": support, "person": person}
    kinds = st.sampled_from(["unpaid", "paid"])
    first = {**one, "kind": draw(kinds), "since": since, "until": moved or until, "nth": 1}
    return [first, {**one, "kind": draw(kinds), "since": moved, "until": until, "nth": 2}] if moved else [first]


def holds(row: dict[str, Any], day: date) -> bool:
    """Whether what has a beginning and perhaps an end holds on a day."""
    return bool(row["since"] <= day and (row["until"] is None or day < row["until"]))


def alongside(world: World, window: Window) -> list[int]:
    """Everybody known who was at Level 1 or 2 on some day of the period."""
    days_of_it = [window.since + timedelta(days=n) for n in range((window.until - window.since).days)]
    walked = [level for level in world["levels"] if level["level"] in ("level 1", "level 2") and any(holds(level, day) for day in days_of_it)]
    known = [person["person"] for person in world["people"] if person["known_on"] < window.until and person["evaluation"] != "no"]
    return [person for person in known if any(level["person"] == person for level in walked)]


def _compared(world: World, window: Window) -> dict[int, tuple[set[int], set[int]]]:
    """The unpaid of each circle that was gone through again in the period: at the start, and on that day."""
    found = {}
    for circle in world["circles"]:
        person, begun, later = circle["person"], circle["begun_on"], circle["compared_from"]
        looked = [look["on"] for look in world["looks"] if look["person"] == person and window.since <= look["on"] < window.until]
        if not looked or max(looked) < later:
            continue
        theirs: dict[int, list[dict[str, Any]]] = {}
        for ring in world["supports"]:
            if ring["person"] == person:
                theirs.setdefault(ring["support"], []).append(ring)
        was = {
            key
            for key, turns in theirs.items()
            if turns[0]["kind"] == "unpaid" and turns[0]["since"] < later and (turns[-1]["until"] is None or turns[-1]["until"] > begun)
        }
        found[person] = (was, {key for key, turns in theirs.items() if any(turn["kind"] == "unpaid" and holds(turn, max(looked)) for turn in turns)})
    return found


def by_circle(world: World, window: Window) -> Counted:
    compared = _compared(world, window)
    begun = {circle["person"] for circle in world["circles"] if circle["begun_on"] < window.until}
    for person in alongside(world, window):
        if person in compared:
            start, now = map(len, compared[person])
            yield person, "more people" if now > start else "fewer people" if now < start else "as many people"
        else:
            yield person, "not looked at again" if person in begun else "not written down"


def kept(world: World, window: Window) -> Counted:
    walked = alongside(world, window)
    for person, (start, now) in _compared(world, window).items():
        for one in start | now if person in walked else ():
            yield person, "still there" if one in start & now else "new" if one in now else "gone"


def gave(world: World, window: Window) -> list[dict[str, Any]]:
    """What was given in the period."""
    return [one for one in world["given"] if one["way"] == "gave" and window.since <= one["on"] < window.until]


def by_giving(world: World, window: Window) -> Counted:
    some = {one["person"] for one in gave(world, window)}
    return ((person, "gave something" if person in some else "no giving noted") for person in alongside(world, window))


def by_day_care(world: World, window: Window) -> Counted:
    for person in alongside(world, window):
        theirs = [one for one in world["week"] if one["person"] == person]
        told = [one for one in world["counted"] if one["person"] == person and one["kind"] == "day care" and one["direction"] != "worse"]
        if any(window.since <= one["noticed_on"] < window.until for one in told) or any(
            one["takes_place_of"] == "day care" and window.since <= one["since"] < window.until for one in theirs
        ):
            yield person, "found an alternative"
        elif any(one["what_it_is"] == "day care" and holds(one, window.day) for one in theirs):
            yield person, "goes to day care"
        else:
            yield person, "no day care" if any(one["since"] < window.until for one in theirs) else "week not written down"


SLOWLY = {
    "people_by_circle": by_circle,
    "supports_kept": kept,
    "people_by_giving": by_giving,
    "contributions_by_whom": lambda world, window: [(one["person"], one["kind"]) for one in gave(world, window)],
    "people_by_day_care": by_day_care,
}
"""A slow plain count of each of these figures."""

SLOW_SUMS = {
    "minutes_given": lambda world, window: [(one["person"], one["kind"], one["minutes"]) for one in gave(world, window) if one["minutes"] is not None],
}
"""A slow plain list of what each of these adds up."""


def as_pairs(world: World, window: Window) -> list[tuple[int, int | None, bool]]:
    """Each circle begun by the end of the period of somebody alongside: at the start, later where it is a pair, and whether it was gone through again."""
    compared, walked, found = _compared(world, window), alongside(world, window), []
    for circle in world["circles"]:
        person, begun = circle["person"], circle["begun_on"]
        if person not in walked or begun >= window.until:
            continue
        end = min(circle["compared_from"], window.until)
        turns: dict[int, list[dict[str, Any]]] = {}
        for ring in world["supports"]:
            if ring["person"] == person:
                turns.setdefault(ring["support"], []).append(ring)
        start = [
            key for key, rings in turns.items()
            if rings[0]["kind"] == "unpaid" and rings[0]["since"] < end and (rings[-1]["until"] is None or rings[-1]["until"] > begun)
        ]  # fmt: skip
        again = any(look["person"] == person and window.since <= look["on"] < window.until and look["on"] > begun for look in world["looks"])
        found.append((len(start), len(compared[person][1]) if person in compared else None, again))
    return found
