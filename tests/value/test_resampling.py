"""People drawn again: by moments where they are many, exactly where they are few or an outcome is rare; each held against brute force."""

from __future__ import annotations

import numpy as np
import pytest

from alongside.value.drawing import changes
from alongside.value.drawing.chance import Chance
from alongside.value.drawing.resampling import FEW, RARE, resampled

DRAWS = 20_000


def by_brute_force(table: np.ndarray) -> np.ndarray:
    """Everybody picked, each time: nothing is worked out in another way."""
    chance = np.random.default_rng(5)
    return np.array([table[chance.integers(0, len(table), len(table))].sum(axis=0) for _ in range(DRAWS)]).T


def ours(table: np.ndarray) -> np.ndarray:
    return resampled(changes([f"o{number}" for number in range(table.shape[1])], table), Chance(7, DRAWS))


def alike(one: np.ndarray, other: np.ndarray, within: float = 0.06) -> bool:
    """Mean, spread and five percentiles, in standard deviations of the sums; and how they go together."""
    spread = np.maximum(other.std(axis=1), 1e-12)
    asked = [2.5, 16, 50, 84, 97.5]
    close = [np.abs(one.mean(axis=1) - other.mean(axis=1)) / spread, np.abs(one.std(axis=1) - other.std(axis=1)) / spread]
    close += list(np.abs(np.percentile(one, asked, axis=1) - np.percentile(other, asked, axis=1)) / spread)
    together = np.abs(np.corrcoef(one) - np.corrcoef(other)).max() if spread.min() > 1e-9 else 0
    return bool(max(map(np.max, close)) < within and together < 0.03)


def people(many: int, *shares: float, chance: int = 1) -> np.ndarray:
    """Changes that go together a little, each for so large a share of the people."""
    random = np.random.default_rng(chance)
    mood = random.random((many, 1))
    return np.where(random.random((many, len(shares))) * 0.7 + mood * 0.3 < shares, random.choice([-1, 1, 1, 2, 3], (many, len(shares))), 0).astype(float)


@pytest.mark.parametrize("many", [1_000, 3_000])
def test_many_people_are_drawn_by_their_moments(many):
    table = people(many, 0.5, 0.6, 0.4)
    assert ((table != 0).sum(axis=0) >= RARE).all()
    assert alike(ours(table), by_brute_force(table))


@pytest.mark.parametrize("many", [1, 2, 7, 60, FEW - 1])
def test_few_people_are_drawn_exactly(many):
    table = people(many, 0.5, 0.6)
    table[0] = 3
    found, brute = ours(table), by_brute_force(table)
    assert alike(found, brute)
    assert set(np.unique(found)) <= set(range(-many, 3 * many + 1))


def test_a_rare_outcome_is_drawn_exactly_and_with_the_others_of_whoever_has_it():
    table = people(2_000, 0.5, 0.6)
    rare = np.zeros((2_000, 1))
    rare[:9, 0] = [1, 1, 1, 5, 1, 1, -2, 1, 1]
    table[:9, 0] = 3
    table = np.hstack([table, rare])
    found, brute = ours(table), by_brute_force(table)
    assert alike(found[:2], brute[:2])
    values = range(-4, 20)
    shares = [(one[2] == value).mean() for one in (found, brute) for value in values]
    assert np.allclose(shares[: len(values)], shares[len(values) :], atol=0.012)
    assert abs(np.corrcoef(found)[0, 2] - np.corrcoef(brute)[0, 2]) < 0.03


def test_a_rare_outcome_by_moments_would_have_been_wrong():
    """What the rule is for: one person of two thousand is drawn never in 37 of 100 draws, which no normal says."""
    table = np.zeros((2_000, 2))
    table[0, 0], table[:, 1] = 1, np.tile([0, 1], 1_000)
    found = ours(table)
    assert abs((found[0] == 0).mean() - 0.3677) < 0.01
    assert set(np.unique(found[0])) <= set(range(10))


def test_an_outcome_that_nobody_has_stays_nothing():
    table = np.hstack([people(500, 0.5), np.zeros((500, 1))])
    assert not ours(table)[1].any()


def test_an_outcome_that_is_the_sum_of_two_stays_their_sum():
    table = people(1_000, 0.5, 0.6)
    found = ours(np.hstack([table, table.sum(axis=1, keepdims=True)]))
    assert np.corrcoef(found[2], found[0] + found[1])[0, 1] > 0.999
