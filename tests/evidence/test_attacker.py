"""Whoever is given everything that leaves works out no small number: the short form of the attack (python -m tests.evidence.attacker 1000 is the long one)."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from alongside.evidence.leaving import TOTAL, as_it_leaves
from alongside.evidence.letting_out import families
from alongside.evidence.rules import rounded
from tests.conftest import ROOT
from tests.evidence.attacker import a_random_year, attack, published, recovered

TEAMS = 8


def test_everything_that_some_random_teams_let_out_gives_nothing_away() -> None:
    held_back = 0
    for seed in range(TEAMS):
        _numbers, held, found = attack(Random(seed))
        assert found == []
        held_back += held
    assert held_back > 100 * TEAMS


def test_the_attacker_finds_what_is_held_back_carelessly() -> None:
    """Five eights and two ones: small numbers alone are held back, and the rounded total gives both away."""
    figures = next(one for one in families() if one[0].total == "introductions")
    quarter = {TOTAL: {TOTAL: 42}, "introductions": dict.fromkeys("abcde", 8) | {"f": 1, "g": 1}}
    careless = {by: {part: rounded(n) for part, n in parts.items()} for by, parts in quarter.items()}
    truth = {("0", by, part): n for by, parts in quarter.items() for part, n in parts.items()}
    assert recovered(published(figures, [careless], None), truth) == {("0", "introductions", "f"): (1, 1), ("0", "introductions", "g"): (1, 1)}


def test_the_attacker_finds_a_year_that_is_held_back_by_itself() -> None:
    """Each period is held back well, and nobody thought of taking one from the other."""
    over_time, found = frozenset({"introductions", TOTAL}), 0
    for seed in range(4 * TEAMS):
        for figures in families():
            if figures[0].total == "introductions":
                quarters, year = a_random_year(figures, Random(seed))
                apart, by_itself = as_it_leaves(quarters, None, over_time=over_time)[0], as_it_leaves([], year, over_time=frozenset())[1]
                truth = {(str(nth), by, part): n for nth, table in enumerate(quarters) for by, parts in table.items() for part, n in parts.items()}
                found += len(recovered(published(figures, apart, by_itself), truth))
    assert found > 0


@pytest.mark.parametrize(("most_small", "nearest"), [(10, 10), (3, 4)])
def test_with_another_rule_for_small_numbers_it_finds_nothing_either(most_small: int, nearest: int) -> None:
    """To an even number one less is rounded down than up: the attacker knows that too."""
    rule = {"ALONGSIDE_SMALL_UP_TO": str(most_small), "ALONGSIDE_NEAREST": str(nearest)}
    done = subprocess.run([sys.executable, "-m", "tests.evidence.attacker", "2"], env=os.environ | rule, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_another_rule_holds_back_and_rounds_as_it_says() -> None:
    rule = {"ALONGSIDE_SMALL_UP_TO": "10", "ALONGSIDE_NEAREST": "10"}
    told = "from alongside.evidence.rules import rounded; print([rounded(n) for n in (0, 1, 10, 11, 14, 15, 24, 25)])"
    done = subprocess.run([sys.executable, "-c", told], env=os.environ | rule, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[0, None, None, 10, 10, 20, 20, 30]"
