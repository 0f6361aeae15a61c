"""The invented town as it is planned: the same for the same seed and day, and possible on every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alongside.connections.rules import STILL_GOING
from alongside.site.demo.plan import Deed
from alongside.site.demo.world_plan import SEED, plan_world

MONDAY = date(2026, 11, 23)


def test_the_same_seed_and_day_plan_the_same_world_and_another_seed_another():
    assert plan_world(7, MONDAY) == plan_world(7, MONDAY) != plan_world(8, MONDAY)


@pytest.mark.parametrize("weekday", range(7))
def test_what_is_planned_could_have_happened_whatever_the_seed_and_the_day(weekday):
    today = MONDAY + timedelta(days=weekday)
    world = plan_world(1000 + weekday, today)
    assert len(world.lives) == 150
    met, first, level, last_on = set(), {}, {}, {}
    for deed in world.deeds:
        assert deed.on < today
        assert deed.on >= last_on.get(deed.by, world.began)
        last_on[deed.by] = deed.on
        if deed.verb == "welcome":
            met.add(deed.person)
        elif deed.person:
            assert deed.person in met
        if deed.verb in ("visit", "meeting list", "meeting proposed"):  # for a day to come
            assert deed.given["on"] >= deed.on
        elif "on" in deed.given:
            assert deed.given["on"] <= deed.on
        if deed.verb == "level":
            assert deed.given["on"] >= level.get(deed.person, date.min)
            level[deed.person] = deed.given["on"]
        if deed.verb == "climb":
            key = deed.person, deed.given["climb"]
            if deed.given["rung"] in ("went together", "went alone"):
                first.setdefault(key, deed.given["on"])
            if deed.given["rung"] == "still going":
                assert deed.given["on"] >= first[key] + STILL_GOING
            if deed.given["rung"] == "not for me":
                assert deed.given["words"]


def leans_on(deed: Deed) -> tuple | None:
    """What must have been made before this deed can be done, if anything."""
    given = deed.given
    if deed.verb == "climb":
        return "connection", deed.person, given["climb"]
    if deed.verb == "end":
        return "step", deed.person, given["end"]
    if deed.verb == "waited":
        return "wait", deed.person, given["waited"]
    if deed.verb == "ends part":
        return "agree", deed.person, ""
    if deed.verb == "end visit":
        return "visit", deed.person, given["as"]
    return ("visit", deed.person, "next") if given.get("planned") else None


def makes(deed: Deed) -> tuple | None:
    """What later deeds can lean on."""
    given = deed.given
    kind = {"connect": "connection", "connect to": "connection", "step": "step", "visit": "visit", "wait": "wait", "agree": "agree"}.get(deed.verb)
    return (kind, deed.person, given.get("as", given.get("connect", ""))) if kind else None


def test_nothing_is_done_before_what_it_leans_on_on_whatever_day_the_demo_is_opened():
    leaning = 0
    for ahead in range(0, 371, 5):  # 75 days of a year; five and seven share no factor, so every weekday comes eleven times or ten
        world = plan_world(SEED, MONDAY + timedelta(days=ahead))
        made = set()
        for deed in world.deeds:
            if needed := leans_on(deed):
                leaning += 1
                assert needed in made, (world.today, deed)
            made.add(makes(deed))
    assert leaning > 20_000


def test_a_visitor_meets_a_visit_with_two_and_a_contact_with_nobody_named():
    verbs = [deed.verb for deed in plan_world(SEED, MONDAY).deeds]
    assert (verbs.count("together"), verbs.count("nameless")) == (3, 4)


@pytest.mark.parametrize("weekday", range(7))
def test_a_visitor_meets_cover_that_holds_and_people_who_are_handed_over_next_week(weekday):
    today = MONDAY + timedelta(days=weekday)
    arranged = {deed.verb: deed for deed in plan_world(SEED, today).deeds if deed.verb in ("cover", "hand over")}
    assert arranged["cover"].on <= today <= arranged["cover"].given["last day"]
    assert (len(arranged["hand over"].given["people"]), today < arranged["hand over"].given["since"]) == (2, True)
