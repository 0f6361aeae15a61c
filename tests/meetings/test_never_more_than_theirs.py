"""Whatever is asked for in whatever order, nobody at a table reads more than the short model says."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from .asking import machine
from .asking_cast import Cast

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
LIVES = int(os.environ.get("ALONGSIDE_TABLES", "15"))
"""Each of up to a dozen deeds, with pages asked for after each; many more of them by tables alone, without pages: tests/access/test_partners_asking.py."""
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "stateful_step_count": 14}


def test_no_sequence_of_requests_widens_what_somebody_at_a_table_sees(tells):
    cast = Cast()
    run_state_machine_as_test(machine(cast), settings=settings(max_examples=LIVES, print_blob=True, **QUIET))
    tells(f"meetings: {cast.counted}")
    assert cast.counted.requests >= LIVES
    if LIVES >= 15:
        assert cast.counted.shown * 30 > cast.counted.requests, "hardly anybody was ever shown, so little was tried"
