"""Random groups, barriers, wishes and what is said of the team, and a slow plain count of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.evidence.periods import Window
from alongside.feedback.questions import QUESTIONS
from alongside.gaps.words import BARRIER_STATES
from alongside.groups.words import STAGES

FIRST = date(2026, 1, 1)
World = dict[str, list[dict[str, Any]]]
_days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def told(draw: st.DrawFn, places: st.SearchStrategy[str]) -> World:
    """A few of each; what follows on one day lasts no day."""
    return {
        "groups": [row for one in range(draw(st.integers(0, 3))) for row in draw(_turns(one, "stage", [word.stored for word in STAGES], places))],
        "barriers": [row for one in range(draw(st.integers(0, 3))) for row in draw(_turns(one, "state", [word.stored for word in BARRIER_STATES], places))],
        "wishes": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"on": _days, "answered_on": st.none() | _days, "grouped_on": st.none() | _days, "ended_on": st.none() | _days, "locality": places}
                ),
                max_size=5,
            )
        ),
        "asked_of_us": draw(st.lists(st.fixed_dictionaries({"on": _days, "whom": st.sampled_from(["people", "partners"]), "locality": places}), max_size=6)),
        "said_of_us": draw(st.lists(_sheets(places), max_size=8)),
    }


def _sheets(places: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A sheet that came back, of people or of partners, with what they were not asked left empty."""

    def sheet(whom: str) -> st.SearchStrategy[dict[str, Any]]:
        chosen = {
            one.key: st.sampled_from(["", *(word.stored for word in one.answers)]) if one.people_or_partners == whom else st.just("") for one in QUESTIONS
        }
        return st.fixed_dictionaries({"on": _days, "whom": st.just(whom), "locality": places, **chosen})

    return st.sampled_from(["people", "partners"]).flatmap(sheet)


@st.composite
def _turns(draw: st.DrawFn, one: int, what: str, words: list[str], places: st.SearchStrategy[str]) -> list[dict[str, Any]]:
    days, place = sorted(draw(st.lists(_days, min_size=1, max_size=3))), draw(places)
    ends = [*days[1:], None]
    return [
        {"one": one, what: draw(st.sampled_from(words)), "since": since, "until": until, "locality": place} for since, until in zip(days, ends, strict=True)
    ]


def _stood(table: str, what: str) -> Callable[[World, Window], Iterator[tuple[None, str, str]]]:
    def rows(world: World, window: Window) -> Iterator[tuple[None, str, str]]:
        for row in world[table]:
            if row["since"] <= window.day and (row["until"] is None or row["until"] > window.day):
                yield None, row[what], row["locality"]

    return rows


def _answered(world: World, window: Window) -> Iterator[tuple[None, str, str]]:
    for wish in world["wishes"]:
        if not window.since <= wish["on"] < window.until:
            continue
        came = [
            part
            for part, day in (("there now", "answered_on"), ("idea of a group", "grouped_on"), ("laid aside", "ended_on"))
            if wish[day] and wish[day] < window.until
        ]
        yield None, (came or ["not there yet"])[0], wish["locality"]


def _answers(whom: str, question: str) -> Callable[[World, Window], Iterator[tuple[None, str, str]]]:
    def rows(world: World, window: Window) -> Iterator[tuple[None, str, str]]:
        for sheet in world["said_of_us"]:
            if sheet["whom"] == whom and window.since <= sheet["on"] < window.until:
                yield None, sheet[question] or "left out", sheet["locality"]

    return rows


def _asked(world: World, window: Window) -> Iterator[tuple[None, str, str]]:
    return ((None, one["whom"], one["locality"]) for one in world["asked_of_us"] if window.since <= one["on"] < window.until)


SLOWLY: dict[str, Callable[[World, Window], Any]] = {
    "groups_by_stage": _stood("groups", "stage"),
    "barriers_by_state": _stood("barriers", "state"),
    "wishes_by_answer": _answered,
    "asked_by_whom": _asked,
    **{f"{one.people_or_partners}_by_{one.key}": _answers(one.people_or_partners, one.key) for one in QUESTIONS},
}
