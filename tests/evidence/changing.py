"""Changes and counted kinds of small random worlds, and slow plain counts of their figures."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st

from alongside.evidence.periods import Window
from alongside.outcomes.words import COUNTED, DIRECTIONS, HOW_ANSWERED, HOW_IT_WAS_VALUED, HOW_LONG_IT_LASTS, SHARES, WAYS_OF_ANSWERING
from tests.evidence.lives import Counted, World, alongside, days

_stored = lambda words: st.sampled_from([word.stored for word in words])  # noqa: E731


@st.composite
def changes(draw: st.DrawFn, numbers: list[int]) -> World:
    """Changes, and kinds by which some of them count."""
    somebody = st.sampled_from(numbers)
    told = {"person": somebody, "direction": _stored(DIRECTIONS), "noticed_on": days}
    asked = {"others_share": _stored(SHARES), "would_have_happened": _stored(SHARES), "lasts": _stored(HOW_LONG_IT_LASTS), "worth": _stored(HOW_IT_WAS_VALUED)}
    kind = {"kind": _stored(COUNTED) | st.just(""), "listed": st.sampled_from(["", "word a", "word b"])}
    asking = {
        "person": somebody,
        "measure": st.sampled_from(["ons4", "loneliness"]),
        "on": days,
        "ended": _stored(HOW_ANSWERED),
        "way": _stored(WAYS_OF_ANSWERING),
    }
    askings = sorted(draw(st.lists(st.fixed_dictionaries(asking), max_size=8)), key=lambda one: one["on"])
    for number, one in enumerate(askings):
        one["version"], one["nth"] = "v", 1 + sum((other["person"], other["measure"]) == (one["person"], one["measure"]) for other in askings[:number])
    later = st.none() | days
    story = {"person": somebody, "use_kind": st.just("committee"), "drafted_on": days, "yes_on": later, "printed_on": later, "withdrawn_on": later}
    return {
        "stories": draw(st.lists(st.fixed_dictionaries(story), max_size=5)),
        "askings": askings,
        "changes": draw(st.lists(st.fixed_dictionaries(told | asked), max_size=8)),
        "counted": draw(st.lists(st.fixed_dictionaries(told | kind), max_size=8)),
    }


def told_in(world: World, window: Window) -> list[dict[str, Any]]:
    """Kinds of the period, but of changes for the worse."""
    return [one for one in world["counted"] if window.since <= one["noticed_on"] < window.until and one["direction"] != "worse"]


def _kinds(column: str, but: str = "") -> Any:
    def rows(world: World, window: Window) -> Counted:
        for person in alongside(world, window):
            theirs = {one[column] for one in told_in(world, window) if one["person"] == person and one[column] not in ("", but)}
            for part in theirs or {"no kind noted"}:
                yield person, part

    return rows


def _changes(column: str) -> Any:
    return lambda world, window: [(one["person"], one[column]) for one in world["changes"] if window.since <= one["noticed_on"] < window.until]


def _by_asked(world: World, window: Window) -> Counted:
    for person in alongside(world, window):
        theirs = [one for one in world["askings"] if one["person"] == person and one["on"] < window.until]
        times = Counter(one["measure"] for one in theirs if one["ended"] == "answered")
        most = max(times.values(), default=0)
        yield person, "asked again" if most > 1 else "asked once" if most else "would not" if theirs else "not asked"


def _by_where_they_stand(world: World, window: Window) -> Counted:
    """As a reader would say it on the last day of the period."""
    for story in world["stories"]:
        if window.since <= story["drafted_on"] < window.until:
            been = {name for name in ("yes", "printed", "withdrawn") if story[f"{name}_on"] and story[f"{name}_on"] < window.until}
            if "withdrawn" in been:
                yield story["person"], "withdrawn after" if "printed" in been else "withdrawn"
            else:
                yield story["person"], "printed" if "printed" in been else "their yes" if "yes" in been else "draft"


SLOWLY = {
    "stories_by_where_they_stand": _by_where_they_stand,
    "people_by_asked": _by_asked,
    "people_by_counted_kind": _kinds("kind", but="day care"),
    "people_by_own_kind": _kinds("listed"),
    "changes_by_how_long": _changes("lasts"),
    "changes_by_worth": _changes("worth"),
}
"""A slow plain count of each of these figures."""
