"""Random hand-overs to other professions, and a slow plain count of their figures."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.evidence.periods import Window
from alongside.evidence.words import WHAT_CAME_BACK
from alongside.handovers.words import KINDS_OF_RECEIVER
from tests.evidence.lives import Counted, World, days


@st.composite
def handed(draw: st.DrawFn, numbers: list[int]) -> World:
    """A few; some are answered, some of these end, and a few are urgent."""
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        on, lasted = draw(days), draw(st.none() | st.integers(0, 40))
        answered = None if lasted is None else on + timedelta(days=lasted)
        ended = None if answered is None or not draw(st.booleans()) else answered + timedelta(days=draw(st.integers(0, 9)))
        rows.append(
            {
                "person": draw(st.sampled_from(numbers)),
                "whom": draw(st.sampled_from([word.stored for word in KINDS_OF_RECEIVER])),
                "on": on,
                "answered_on": answered,
                "days": lasted,
                "in_time": draw(st.sampled_from(["", "in time", "late"])),
                "ended_on": ended,
                "ended_as": "" if ended is None else draw(st.sampled_from([word.stored for word in WHAT_CAME_BACK])),
                "avoided": draw(st.sampled_from(["", "said"])),
            }
        )
    return {"handed": rows}


def _over(world: World, window: Window) -> list[dict[str, Any]]:
    return [one for one in world["handed"] if window.since <= one["on"] <= window.day]


def _was_answered(one: dict[str, Any], window: Window) -> bool:
    return one["answered_on"] is not None and one["answered_on"] <= window.day


def _by_answer(world: World, window: Window) -> Counted:
    for one in _over(world, window):
        took = (one["answered_on"] - one["on"]).days if _was_answered(one, window) else None
        yield one["person"], "no answer yet" if took is None else "next day" if took < 2 else "a week" if took < 8 else "four weeks" if took < 29 else "longer"


def _urgent(world: World, window: Window) -> Counted:
    return ((one["person"], one["in_time"] if _was_answered(one, window) else "no answer yet") for one in _over(world, window) if one["in_time"])


def _ended(world: World, window: Window) -> list[dict[str, Any]]:
    return [one for one in world["handed"] if one["ended_on"] is not None and window.since <= one["ended_on"] <= window.day]


SLOWLY = {
    "handed_by_whom": lambda world, window: [(one["person"], one["whom"]) for one in _over(world, window)],
    "handed_by_answer": _by_answer,
    "urgent_by_answer": _urgent,
    "handed_by_end": lambda world, window: [(one["person"], one["ended_as"]) for one in _ended(world, window)],
    "handed_by_avoided": lambda world, window: [
        (one["person"], one["avoided"] or "nothing said of it") for one in _ended(world, window) if one["ended_as"] not in ("not theirs", "taken back")
    ],
}
