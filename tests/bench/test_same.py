"""What is measured of who may stand there twice finds whom it should; what it finds here is no measurement."""

from __future__ import annotations

from bench import same
from bench.house import somebody_alone
from tests.building import today


def test_whoever_was_written_down_twice_is_found(committed):
    found = same.measure(300, somebody_alone(today=today()), times=1, sample=40)
    assert (found.people >= 300, found.pairs >= 5, [target.what for target in same.targets(found)] != []) == (True, True, True)
