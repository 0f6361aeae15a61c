"""Reasons and contacts of small random worlds, and slow plain counts of what came of introductions, why people came, and contacts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from alongside.evidence.periods import Window
from alongside.introductions.words import AREAS
from alongside.journeys.words import WAYS_OF_A_NOTE
from tests.evidence.lives import Counted, World, alongside, days

BACK_FROM = ("not active", "not reached", "not now", "not for me", "moved on")
_stored = lambda words: st.sampled_from([word.stored for word in words])  # noqa: E731


@st.composite
def told(draw: st.DrawFn, numbers: list[int]) -> World:
    """Reasons, some of them taken back on the same day, and notes, some with several and some with what the visit took."""
    somebody = st.sampled_from(numbers)
    reason = {"person": somebody, "area": _stored(AREAS) | st.just(""), "listed": st.sampled_from(["", "word a", "word b"]), "on": days}
    reasons = draw(st.lists(st.fixed_dictionaries(reason), max_size=8))
    for one in reasons:
        one["until"] = draw(st.none() | st.integers(0, 9).map(lambda n, on=one["on"]: on + timedelta(days=n)))
    note = {"person": somebody, "on": days, "how": _stored(WAYS_OF_A_NOTE), "with_whom": st.sampled_from(["one", "several"]), "counts": st.integers(0, 1)}
    took = {"minutes": st.none() | st.integers(1, 700), "tenths_of_miles": st.none() | st.integers(1, 300)}
    said = {"sex": ["female", "rather not"], "ethnic group": ["white", "asian"], "caring": ["cares", "no caring role"], "street": ["first", "third"]}
    who = [{"person": n, "what": what, "said": draw(st.sampled_from(some))} for n in numbers for what, some in said.items() if draw(st.booleans())]
    return {"who": who, "reasons": reasons, "notes": draw(st.lists(st.fixed_dictionaries(note | took), max_size=8))}


def _came(world: World, window: Window) -> list[int]:
    asked = [person["person"] for person in world["people"] if person["known_on"] < window.until and person["evaluation"] != "no"]
    came = {one["person"] for one in world["introductions"] if window.since <= one["on"] < window.until}
    return [person for person in asked if person in came]


def _by_age(world: World, window: Window) -> Counted:
    ages = {person["person"]: person["age_band"] for person in world["people"]}
    return ((person, ages[person] or "age not known") for person in _came(world, window))


def _who(what: str, otherwise: str = "not asked") -> Any:
    def rows(world: World, window: Window) -> Counted:
        said = {one["person"]: one["said"] for one in world["who"] if one["what"] == what}
        return ((person, said.get(person, otherwise)) for person in _came(world, window))

    return rows


def _reasons(column: str, otherwise: str) -> Any:
    def rows(world: World, window: Window) -> Counted:
        for person in _came(world, window):
            theirs = [one for one in world["reasons"] if one["person"] == person and one["on"] < window.until and one["until"] != one["on"]]
            for part in {one[column] or otherwise for one in theirs} or {"nothing said"}:
                yield person, part

    return rows


def _stood(world: World, window: Window) -> Iterator[tuple[dict[str, Any], Any, str | None]]:
    """Each introduction, the day of the next, and the level that held last."""
    for one in world["introductions"]:
        if not window.since <= one["on"] < window.until:
            continue
        later = [other["on"] for other in world["introductions"] if other["person"] == one["person"] and one["on"] < other["on"] < window.until]
        again = min(later, default=None)
        end = again - timedelta(days=1) if again else window.day
        held = [row for row in world["levels"] if row["person"] == one["person"] and row["since"] <= end and (row["until"] is None or row["until"] > end)]
        yield one, again, max(held, key=lambda row: row["nth"])["level"] if held else None


def _by_ending(world: World, window: Window) -> Counted:
    return ((one["person"], level or "none recorded") for one, _again, level in _stood(world, window))


def _by_answer(world: World, window: Window) -> Counted:
    others = {"not for me": "declined", "not now": "declined", "not reached": "not reached", "introduced": "not met yet", None: "none recorded"}
    for one, again, level in _stood(world, window):
        stretch = [one["on"] + timedelta(days=n) for n in range(((again or window.until) - one["on"]).days)]
        theirs = [row for row in world["levels"] if row["person"] == one["person"] and row["level"] in ("level 1", "level 2")]
        walked = any(row["since"] <= day and (row["until"] is None or day < row["until"]) for row in theirs for day in stretch)
        accepted = one["accepted_on"] is not None and one["accepted_on"] < window.until
        yield one["person"], "taken up" if walked or accepted else others.get(level, "ended before")


def _comebacks(world: World, window: Window) -> Counted:
    for person in {row["person"] for row in world["levels"]}:
        theirs = [row for row in world["levels"] if row["person"] == person and (row["until"] is None or row["until"] > row["since"])]
        theirs.sort(key=lambda row: row["nth"])
        for before, after in pairwise(theirs):
            ended_now = after["level"] in (*BACK_FROM, "died")
            if before["level"] in BACK_FROM and not ended_now and window.since <= after["since"] < window.until:
                yield person, before["level"]


def _noted(world: World, window: Window) -> list[dict[str, Any]]:
    return [one for one in world["notes"] if window.since <= one["on"] < window.until and one["how"] != "no answer"]


def _attempts(world: World, window: Window) -> Counted:
    for one in world["notes"]:
        if one["how"] == "no answer" and one["counts"] and window.since <= one["on"] < window.until:
            later = [other for other in _noted(world, window) if other["person"] == one["person"] and other["on"] >= one["on"]]
            yield one["person"], "in touch since" if later else "no answer yet"


def _contacts(column: str) -> Any:
    def rows(world: World, window: Window) -> Iterator[tuple[Any, ...]]:
        yield from ((one["person"], one[column]) for one in _noted(world, window) if one["counts"])
        nobody = [one for one in world["light"] if window.since <= one["on"] < window.until]
        yield from ((None, one["how"] if column == "how" else "nobody", one["locality"]) for one in nobody)

    return rows


def _by_time(world: World, window: Window) -> Counted:
    for person in alongside(world, window):
        told = [one["minutes"] for one in _noted(world, window) if one["person"] == person and one["minutes"] is not None]
        yield person, "not measured" if not told else "two hours" if sum(told) <= 120 else "ten hours" if sum(told) <= 600 else "more than ten hours"


def _once(column: str) -> Any:
    return lambda world, window: [(one["person"], one["how"], one[column]) for one in _noted(world, window) if one["counts"] and one[column] is not None]


SLOWLY = {
    "people_introduced": lambda world, window: [(person, "introduced") for person in _came(world, window)],
    "people_who_said_no": lambda world, window: [
        (person["person"], "no") for person in world["people"] if person["known_on"] < window.until and person["evaluation"] == "no"
    ],
    "people_by_age": _by_age,
    "people_by_sex": _who("sex"),
    "people_by_ethnic_group": _who("ethnic group"),
    "people_by_caring": _who("caring"),
    "people_by_street": _who("street", "not shown"),
    "people_by_area": _reasons("area", "in words alone"),
    "people_by_listed_reason": _reasons("listed", "not on the list"),
    "introductions_by_ending": _by_ending,
    "introductions_by_answer": _by_answer,
    "comebacks_by_ending": _comebacks,
    "contacts_by_way": _contacts("how"),
    "contacts_by_whom": _contacts("with_whom"),
    "attempts_by_answer": _attempts,
    "meetings_by_way": lambda world, window: [(one["person"], one["how"]) for one in _noted(world, window)],
    "people_by_time": _by_time,
}
"""A slow plain count of each of these figures."""
SLOW_SUMS = {"minutes_alongside": _once("minutes"), "miles_gone": _once("tenths_of_miles")}
