"""Whatever happens in whatever order: one level at a time, nothing closes by itself, no version changes, what is taken back was never there."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from alongside.journeys import rules
from alongside.journeys.actions import levels
from tests.building import a_coordinator
from tests.journeys.machine import machine

pytestmark = pytest.mark.usefixtures("committed")
# A quarter as many lives as those in which access is compared: each is lived through the real actions, and long.
LIVES = max(40, int(os.environ.get("ALONGSIDE_LIVES", "80")) // 4)
STEPS, LONG = 40, 300
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
HUNT = settings(max_examples=60, stateful_step_count=30, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False, **QUIET)


def test_any_order_of_events_keeps_what_always_holds(capsys):
    counted: Counter[str] = Counter()
    # The short form lives the same lives each time, so that it never claims what it has not passed; the long form lives new ones.
    lived = settings(max_examples=LIVES, stateful_step_count=STEPS, derandomize=LIVES < LONG, print_blob=True, **QUIET)
    run_state_machine_as_test(machine(a_coordinator(), counted), settings=lived)
    with capsys.disabled():
        print(f"\n  journeys: {', '.join(f'{many:,} {what}' for what, many in sorted(counted.items()))}")
    assert all(counted[what] for what in ("undone", "refusals", "came back", "versions", "parts ended"))
    assert counted["set died"] + counted["set moved on"] > 0
    assert counted["set level 1"] + counted["set level 2"] > 0
    assert counted["compared"] >= LIVES * 10


def test_what_is_left_open_after_a_death_is_found(monkeypatch):
    monkeypatch.setattr(rules, "LAYS_ASIDE", ())
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine(a_coordinator(), Counter()), settings=HUNT)


def test_an_undo_that_forgets_what_was_laid_aside_is_found(monkeypatch):
    monkeypatch.setattr(levels, "_bring_back", lambda **_which: None)
    with pytest.raises(Exception):  # noqa: B017, PT011 - the account differs, or the database refuses what is left behind
        run_state_machine_as_test(machine(a_coordinator(), Counter()), settings=HUNT)
