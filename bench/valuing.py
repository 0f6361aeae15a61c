"""`python -m bench.valuing`: ten thousand draws of a social return with the people drawn again each time, beside the same written as loops, in one run.

10,000 people × 12 outcomes × 10,000 draws: changes from −2 to +3, a lognormal proxy, three adjustments as PERTs, five years with a triangular drop-off at
the Green Book's rates, triangular inputs. The loops draw each assumption once a draw and pick 10,000 people one by one, in plain Python; some draws are
timed and the rest worked out. One thread; times are of the processor, because other programs share the cores (wall times are told beside them). Whether
the percentiles are right is asked of a million draws by NumPy's own distributions, with sums of people drawn by brute force.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as every process of ours has it; another thread that waits would count as work

import numpy as np

from alongside.site.embedded import ROOT
from alongside.value import Estimate, Input, Outcome, Shape, Valuation, between, certain
from alongside.value.drawing import Changes, Simulation, changes, changes_of, simulate

from . import report

PEOPLE, OUTCOMES, DRAWS, YEARS = 10_000, 12, 10_000, 5
SHOWN = (2.5, 50, 97.5)
LATER, MOVED = 20, 50
"""How often each is timed, always with other figures."""


def world(people: int) -> tuple[np.ndarray, Valuation]:
    """Who changed how much, and what is assumed."""
    chance = np.random.default_rng(8)
    table = chance.choice([-2, -1, 0, 0, 0, 1, 1, 2, 3], size=(people, OUTCOMES)).astype(float)
    outcomes = tuple(
        Outcome(
            f"outcome {number}",
            certain(0),
            between(200 + 50 * number, 300 + 60 * number, 480 + 100 * number, shape=Shape.LOGNORMAL),
            deadweight=between("0.10", "0.30", "0.55"),
            displacement=between("0", "0.10", "0.20"),
            attributable_to_others=between("0.10", "0.25", "0.50"),
            drop_off=between("0.1", "0.3", "0.5", shape=Shape.TRIANGULAR),
            duration=certain(YEARS),
        )
        for number in range(OUTCOMES)
    )
    return table, Valuation(outcomes, (Input("posts", between(people * 400, people * 500, people * 650, shape=Shape.TRIANGULAR)),))


def by_loops(rows: list[list[float]], valuation: Valuation, draws: int) -> list[float]:
    """The same as loops in plain Python."""
    found = []
    for _ in range(draws):
        sums = [0.0] * OUTCOMES
        for row in random.choices(rows, k=len(rows)):
            for number, change in enumerate(row):
                sums[number] += change
        value = 0.0
        for total, one in zip(sums, valuation.outcomes, strict=True):
            worth = total * _drawn(one.proxy)
            for share in (one.deadweight, one.displacement, one.attributable_to_others):
                worth *= 1 - _drawn(share)
            kept, left = 1 - _drawn(one.drop_off), 1.0
            for year in range(YEARS):
                value += worth * left / 1.035**year
                left *= kept
        found.append(value / _drawn(valuation.inputs[0].pounds))
    return found


def _drawn(one: Estimate) -> float:
    low, central, high = float(one.low), float(one.central), float(one.high)
    if one.shape is Shape.LOGNORMAL:
        return central * (high / low) ** (random.gauss(0, 1) / 3.919927969080108)
    if one.shape is Shape.TRIANGULAR:
        return random.triangular(low, high, central)
    return low + (high - low) * random.betavariate(1 + 4 * (central - low) / (high - low), 1 + 4 * (high - central) / (high - low))


def by_brute_force(table: np.ndarray, valuation: Valuation, draws: int, drawings: int) -> np.ndarray:
    """A reference that shares nothing with ours: NumPy's own distributions, and sums of people each of whom was picked."""
    chance = np.random.default_rng(99)
    kinds, rows = np.unique(table, axis=0, return_counts=True)
    sums = np.concatenate([chance.multinomial(len(table), rows / len(table), size=100) @ kinds for _ in range(drawings // 100)])
    found = np.zeros(draws)
    which = chance.integers(0, len(sums), draws)
    for number, one in enumerate(valuation.outcomes):
        low, central, high = (float(part) for part in (one.proxy.low, one.proxy.central, one.proxy.high))
        worth = sums[which, number] * central * np.exp(np.log(high / low) / 3.919927969080108 * chance.standard_normal(draws))
        for share in (one.deadweight, one.displacement, one.attributable_to_others):
            low, central, high = float(share.low), float(share.central), float(share.high)
            wide = high - low
            worth *= 1 - (low + wide * chance.beta(1 + 4 * (central - low) / wide, 1 + 4 * (high - central) / wide, draws))
        kept = 1 - chance.triangular(float(one.drop_off.low), float(one.drop_off.central), float(one.drop_off.high), draws)
        found += worth * sum((kept / 1.035) ** year for year in range(YEARS))
    pounds = valuation.inputs[0].pounds
    return found / chance.triangular(float(pounds.low), float(pounds.central), float(pounds.high), draws)


def standard_errors(reference: np.ndarray, draws: int) -> list[float]:
    """Of each percentile of so many plain draws: √(p(1−p)/n) ÷ the density there, which the reference tells."""
    found = []
    for shown in SHOWN:
        below, above = np.percentile(reference, [shown - 0.5, shown + 0.5])
        found.append(float(np.sqrt(shown * (100 - shown)) / np.sqrt(draws) * (above - below)))
    return found


@dataclass(frozen=True)
class Timed:
    """Milliseconds of one thing at its best of several."""

    processor: float
    wall: float


def timed(what: Callable[[], object], times: int) -> Timed:
    """The least of so many."""
    processor, wall = [], []
    for _ in range(times):
        began = time.process_time(), time.perf_counter()
        what()
        processor.append(time.process_time() - began[0])
        wall.append(time.perf_counter() - began[1])
    return Timed(min(processor) * 1000, min(wall) * 1000)


def all_moved(valuation: Valuation, by: str) -> Valuation:
    """Every assumption of every outcome a little otherwise."""
    off = certain(by).central
    first = valuation.outcomes[0]
    nudged = {
        part: between(*(one + off for one in (estimate.low, estimate.central, estimate.high)), shape=estimate.shape)
        for part in ("deadweight", "displacement", "attributable_to_others", "drop_off")
        for estimate in (getattr(first, part),)
    }
    more = off + 1
    return replace(
        valuation,
        outcomes=tuple(
            replace(one, proxy=between(*(part * more for part in (one.proxy.low, one.proxy.central, one.proxy.high)), shape=one.proxy.shape), **nudged)
            for one in valuation.outcomes
        ),
    )


def measure(people: int, sample: int, draws: int) -> dict[str, object]:
    """All of it in one run."""
    table, valuation = world(people)
    rows = table.tolist()
    names = [one.name for one in valuation.outcomes]

    def changed() -> Changes:
        return changes(names, table)

    def first() -> Simulation:
        simulation = simulate(valuation, changed(), draws=draws)
        assert simulation.ratio().shown
        return simulation

    told = [(person, name, change) for person, row in enumerate(rows) for name, change in zip(names, row, strict=True)]

    def first_told() -> None:
        assert simulate(valuation, changes_of(told, names), draws=draws).ratio().shown

    held = first()
    # What somebody says is not timed, only what comes of it.
    everything = iter([all_moved(valuation, f"0.0{step}") for step in range(10, 10 + LATER)])
    others = held.valuation.outcomes[1:]
    firsts = [replace(valuation.outcomes[0], deadweight=between("0.1", f"0.3{step}", "0.55")) for step in range(10, 10 + MOVED)]
    one = iter([replace(held.valuation, outcomes=(first_, *others)) for first_ in firsts])

    def later() -> None:
        assert held.moved(next(everything)).ratio().shown

    def moved() -> None:
        assert held.moved(next(one)).ratio().shown

    loops = timed(lambda: by_loops(rows, valuation, sample), 2)
    scaled = Timed(loops.processor * draws / sample, loops.wall * draws / sample)
    times = {"loops": scaled, "first": timed(first, 7), "first, told": timed(first_told, 5), "later": timed(later, LATER), "one moved": timed(moved, MOVED)}
    reference = by_brute_force(table, valuation, 1_000_000, 10_000)
    exact, errors = np.percentile(reference, SHOWN), standard_errors(reference, draws)
    off = [abs(ours - theirs) / error for ours, theirs, error in zip(held.ratio().shown, exact, errors, strict=True)]
    return {
        "people": people,
        "draws": draws,
        "ours": held.ratio().shown,
        "reference": exact.tolist(),
        "off in standard errors": [float(one) for one in off],
        "times": times,
    }


def targets(measured: dict[str, object]) -> list[report.Target]:
    """What was promised."""
    times: dict[str, Timed] = measured["times"]  # type: ignore[assignment]
    loops = times["loops"].processor
    return [
        report.Target("first answer from raw rows", round(times["first"].processor, 1), 150, unit=" ms of a processor"),
        report.Target("the same from 120,000 rows of person, outcome and change", round(times["first, told"].processor, 1), 150, unit=" ms of a processor"),
        report.Target("first answer, share of the loops", times["first"].processor / loops, 1 / 1_000),
        report.Target("any later answer, everything moved", round(times["later"].processor, 2), 10, unit=" ms of a processor"),
        report.Target("any later answer, share of the loops", times["later"].processor / loops, 1 / 10_000),
        report.Target("one assumption moved", round(times["one moved"].processor, 3), 1, unit=" ms of a processor"),
        report.Target("furthest percentile from a million draws", round(max(measured["off in standard errors"]), 2), 2, unit=" standard errors"),  # type: ignore[call-overload]
    ]


def main() -> None:
    """Measure, tell and keep."""
    parser = argparse.ArgumentParser(prog="python -m bench.valuing", description="Measure ten thousand draws of a social return.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--sample", type=int, default=20, help="draws of the loops that are timed")
    parser.add_argument("--draws", type=int, default=DRAWS)
    chosen = parser.parse_args()
    measured = measure(chosen.people, chosen.sample, chosen.draws)
    print(report.machine())
    times: dict[str, Timed] = measured["times"]  # type: ignore[assignment]
    for name, one in times.items():
        told = f"  {times['loops'].processor / one.processor:>10,.0f} times as fast as the loops"
        print(f"  {name:<12}{one.processor:>14,.2f} ms of a processor, {one.wall:>14,.2f} by the clock{told}")
    print(f"  ours {measured['ours']}\n  a million draws {measured['reference']}\n  apart, in standard errors: {measured['off in standard errors']}")
    report.print_targets(targets(measured))
    report.write(ROOT / "test-output/bench_valuing.json", {"machine": report.machine(), **measured}, targets(measured))


if __name__ == "__main__":
    main()
