"""However meetings go and in whatever order partners ask, nobody reads more than their tables show them, nor less."""

from __future__ import annotations

import os
from time import monotonic

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from .partners_asking import Told, machine
from .test_reference import planted_view

SEQUENCES = int(os.environ.get("ALONGSIDE_PARTNERS", "300"))
"""A hundred thousand of them are the long form, asked for by the variable; `ALONGSIDE_SECONDS` ends it sooner, and what was tried is told. Beyond twenty
minutes it wants `-o faulthandler_timeout=0`."""
SECONDS = float(os.environ.get("ALONGSIDE_SECONDS", "inf"))
AT_ONCE = 1_000
"""More in one run, and Hypothesis remembers too much."""
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "stateful_step_count": 8}


def test_no_sequence_of_requests_shows_a_partner_more_or_less_than_their_tables_do(cast, tells):
    told, ends = Told(), monotonic() + SECONDS
    lives = machine(cast, told)
    while told.lives < SEQUENCES and monotonic() < ends:
        run_state_machine_as_test(lives, settings=settings(max_examples=min(AT_ONCE, SEQUENCES - told.lives), print_blob=True, **QUIET))
    tells(f"partners at tables: {told}")
    assert told.lives_that_showed * 2 > told.lives, "in most of them somebody has to be shown, or little was tried"
    assert told.shown * 4 > told.asked


@pytest.mark.parametrize(
    "hole",
    [
        ("WHERE g.sent_at IS NOT NULL AND g.closed_at IS NULL AND", "WHERE g.sent_at IS NOT NULL AND"),
        ("WHERE l.withdrawn_at IS NULL\n", "WHERE true\n"),
        ("AND s.link_ended_at IS NULL AND s.link_until > current_date", ""),
        ("JOIN meetings_meeting g ON g.series_id = sitting.series_id", "CROSS JOIN meetings_meeting g"),
        ("THEN word.answer = 'yes' AND", "THEN word.answer <> 'no' AND"),
    ],
)
def test_a_hole_in_who_sits_where_is_found(cast, hole):
    cast.connection.execute(planted_view(*hole))
    cast.connection.commit()
    hunt = settings(max_examples=400, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False, **QUIET)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine(cast, Told()), settings=hunt)
