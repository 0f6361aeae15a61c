"""The same people drawn again, with replacement, as often as there are of them: how much each outcome would have come to among others like them.

Drawing ten thousand people ten thousand times touches a thousand million rows. It is not needed: of many people the sums are normal, with the mean and the
covariances that the people have, skewed as much as their third moments say (Cornish and Fisher, to the first order), so twelve sums, 144 products and twelve
cubes hold all that there is to know. That is not so of few people, nor of an outcome that few have. The rule:

* fewer than FEW people: every one of them is drawn, exactly;
* an outcome that changed for fewer than RARE people: those who have it are drawn exactly, each with all their outcomes, and the others by their moments,
  as many as are left: how many of the drawn are of the rare is binomial, and the rest are independent of which.

tests/value/test_resampling.py holds both against brute force.
"""

from __future__ import annotations

from math import exp, lgamma, log

import numpy as np
import numpy.typing as npt

from .chance import Chance, Floats, unit
from .people import Changes

FEW, RARE = 200, 50


def resampled(changed: Changes, chance: Chance) -> Floats:
    """Sums by outcome of each drawing of all the people: outcomes × draws."""
    table = changed.table
    if len(table) < FEW:
        return _one_by_one(table, np.full(chance.draws, len(table)), chance)
    rare = (table != 0).sum(axis=0) < RARE
    with_it = (table[:, rare] != 0).any(axis=1)
    many, some = len(table), int(with_it.sum())
    if many - some < FEW:
        return _one_by_one(table, np.full(chance.draws, many), chance)
    if not some:
        return _by_moments(table, np.full(chance.draws, many), changed.outcomes, chance)
    drawn = _binomial(many, some, chance)
    return _one_by_one(table[with_it], drawn, chance) + _by_moments(table[~with_it], many - drawn, changed.outcomes, chance)


def _one_by_one(table: Floats, many: npt.NDArray[np.int64], chance: Chance) -> Floats:
    """So many people for each draw, each picked by a number of its own: how often each was picked, times what changed for them."""
    people = len(table)
    if not people:
        return np.zeros((table.shape[1], chance.draws))
    picked = (unit(chance.bits("who is drawn", int(many.sum()))) * people).astype(np.int64)
    picked += np.repeat(np.arange(chance.draws) * people, many)
    times = np.bincount(picked, minlength=chance.draws * people).reshape(chance.draws, people)
    return np.ascontiguousarray((times.astype(np.float64) @ table).T)


def _by_moments(table: Floats, many: npt.NDArray[np.int64], names: tuple[str, ...], chance: Chance) -> Floats:
    """So many people for each draw, by the mean, the covariance and the third moment of one of them."""
    mean = table.mean(axis=0)
    centred = table - mean
    covariance = centred.T @ centred / len(table)
    spread = np.sqrt(np.diag(covariance))
    cubes = np.einsum("ij,ij,ij->j", centred, centred, centred) / len(table)
    normal = np.stack([chance.stream(f"people · {name}").normal for name in names])
    standard = _root(covariance, spread) @ normal
    skewed = np.divide(cubes, 6 * spread**3, out=np.zeros_like(spread), where=spread > 0)
    # In place, step by step: memory that is asked for anew costs more than what is reckoned in it.
    found = standard * standard
    found -= 1
    found *= skewed[:, None]
    standard *= np.sqrt(many)
    found += standard
    found *= spread[:, None]
    found += mean[:, None] * many
    return np.asarray(found)


def _root(covariance: Floats, spread: Floats) -> Floats:
    """A root of the correlations, also where one outcome is a sum of others and no Cholesky exists; always the same one."""
    scale = np.where(spread > 0, spread, 1)
    values, vectors = np.linalg.eigh(covariance / np.outer(scale, scale))
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T)


def _binomial(many: int, some: int, chance: Chance) -> npt.NDArray[np.int64]:
    """How many of all drawn are of some, drawn by turning the binomial's own sums round."""
    share = some / many
    chosen = lgamma(many + 1)
    at = range(many + 1)
    likely = np.array([exp(chosen - lgamma(one + 1) - lgamma(many - one + 1) + one * log(share) + (many - one) * log(1 - share)) for one in at])
    found: npt.NDArray[np.int64] = np.searchsorted(np.cumsum(likely), chance.stream("how many of the rare").evenly * likely.sum()).astype(np.int64)
    return found
