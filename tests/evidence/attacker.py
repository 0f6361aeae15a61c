"""An attacker who is given everything that a team lets out, and knows all rules: what does it still not know?

It sees each figure's tables for every quarter and the year, by part, by locality and by post, totals and all, as they left. It writes down everything
that must hold (parts add up to totals, quarters to years, what is shown lies within the rounding, what is held back is not nought) and lets a solver find
the least and the most that each held-back number can be. `python -m tests.evidence.attacker 1000` is the long form.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from random import Random
from typing import Any

import numpy as np
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import lil_matrix

from alongside.evidence.figures import AS_IT_IS, Figure
from alongside.evidence.leaving import IN_NONE, NONE_OF_THEM, TOTAL, Leaving, as_it_leaves
from alongside.evidence.letting_out import LOCALITY, POST, families
from alongside.evidence.rules import ABOVE, SLACK, SMALL, UNSURE
from alongside.evidence.tables import words_of

Cell = tuple[str, str, str]
"""A number: of which period (0 to 3, or `year`), of which breakdown, of which part."""
JOBS = ("first", "second", "third", "no post")
"""Posts from which people are walked alongside, and none. A funder's number is a sum of what is shown of these, and tells nothing besides."""
PLACES = ("north", "south", "elsewhere", "not shown")
_MOST = 1_000_000
_EPSILON = 1e-6
_WORLDS = 8


@dataclass
class Known:
    """What was published: each number, or None where it is held back; and which sums must hold."""

    shown: dict[Cell, int | None] = field(default_factory=dict)
    sums: list[tuple[Cell, tuple[Cell, ...]]] = field(default_factory=list)
    at_most: list[tuple[Cell, Cell]] = field(default_factory=list)
    """The first is no more than the second."""
    apart: list[tuple[Cell, Cell, Cell]] = field(default_factory=list)
    """The first two have nobody in common, so together they are no more than the third."""
    covers: list[tuple[Cell, tuple[Cell, ...]]] = field(default_factory=list)
    """The first is no more than the others together."""


def what_it_can_be(known: Known, asked: Iterable[Cell]) -> dict[Cell, tuple[int, int]]:
    """The least and the most of each number that is asked for, in any whole numbers that would have been shown like this."""
    cells = list(known.shown)
    at = {cell: place for place, cell in enumerate(cells)}
    rows = len(known.sums) + len(known.at_most) + len(known.apart) + len(known.covers)
    matrix, low, high = lil_matrix((max(rows, 1), len(cells))), np.zeros(max(rows, 1)), np.zeros(max(rows, 1))
    row = 0
    for total, parts in known.sums:
        matrix[row, at[total]] = -1
        for part in parts:
            matrix[row, at[part]] += 1
        row += 1
    for one, other in known.at_most:
        matrix[row, at[one]], matrix[row, at[other]], low[row] = 1, -1, -np.inf
        row += 1
    for one, other, whole in known.apart:
        matrix[row, at[one]], matrix[row, at[other]], matrix[row, at[whole]], low[row] = 1, 1, -1, -np.inf
        row += 1
    for one, others in known.covers:
        matrix[row, at[one]], low[row] = 1, -np.inf
        for other in others:
            matrix[row, at[other]] -= 1
        row += 1
    least, most = np.array([_bounds(known.shown[cell]) for cell in cells]).T
    constraint = LinearConstraint(matrix.tocsr(), low, high)
    wanted = list(asked)
    seen = _worlds(constraint, least, most, [at[cell] for cell in wanted]) if wanted else {}
    # Of a number that three worlds give three values the ends need not be looked for.
    return {cell: (1, _MOST) if len(seen[at[cell]]) >= UNSURE else _ends(constraint, least, most, at[cell]) for cell in wanted}


def _worlds(constraint: LinearConstraint, least: np.ndarray, most: np.ndarray, places: list[int]) -> dict[int, set[int]]:
    """Whole worlds that would have been shown like this, pulled now this way and now that: the values that each number has in them."""
    chance, found = np.random.default_rng(len(least)), {place: set[int]() for place in places}
    for _ in range(_WORLDS):
        pull = np.zeros(len(least))
        pull[places] = chance.integers(-3, 4, len(places))
        answer = _solved(constraint, least, np.minimum(most, chance.choice([8, 30, 200])), pull)
        if answer is not None and np.allclose(answer.x, answer.x.round(), atol=_EPSILON):
            for place in places:
                found[place].add(int(answer.x[place].round()))
    return found


def _solved(constraint: LinearConstraint, least: np.ndarray, most: np.ndarray, pull: np.ndarray) -> Any:
    """The numbers, not all of them whole, that give the least by this pull; none where there are none within these bounds."""
    if (least > most).any():
        return None
    equal = constraint.lb == constraint.ub
    more = {"A_ub": constraint.A[~equal], "b_ub": constraint.ub[~equal]} if not equal.all() else {}
    answer = linprog(pull, A_eq=constraint.A[equal], b_eq=constraint.ub[equal], bounds=np.column_stack([least, most]), method="highs", **more)
    return answer if answer.status == 0 else None


def _bounds(shown: int | None) -> tuple[float, float]:
    if shown is None:
        return 1, _MOST
    return (0, 0) if shown == 0 else (max(SMALL.stop, shown - SLACK), shown + ABOVE)


def _ends(constraint: LinearConstraint, least: np.ndarray, most: np.ndarray, place: int) -> tuple[int, int]:
    """Real numbers first: where they leave enough open, whole ones need not be tried."""
    wanted = np.zeros(len(least))
    wanted[place] = 1
    ends = []
    for sign in (1, -1):
        answer = _solved(constraint, least, most, sign * wanted)
        assert answer is not None, "What was published contradicts itself."
        ends.append(sign * answer.fun)
    low, high = ceil(ends[0] - _EPSILON), floor(ends[1] + _EPSILON)
    if high - low + 1 >= UNSURE:
        return low, high
    for number, sign in enumerate((1, -1)):
        answer = milp(sign * wanted, constraints=constraint, bounds=(least, most), integrality=np.ones(len(least)))
        ends[number] = sign * answer.fun if answer.status == 0 else ends[number]
    return ceil(ends[0] - _EPSILON), floor(ends[1] + _EPSILON)


def recovered(known: Known, truth: Mapping[Cell, int]) -> dict[Cell, tuple[int, int]]:
    """Every small number that is worked out, or all but: fewer than three values are left for it."""
    small = [cell for cell, n in truth.items() if n in SMALL and cell in known.shown]
    given = {cell: (known.shown[cell], known.shown[cell]) for cell in small if known.shown[cell] is not None}
    could = what_it_can_be(known, [cell for cell in small if known.shown[cell] is None])
    wrong = [cell for cell, (low, high) in could.items() if not low <= truth[cell] <= high]
    assert not wrong, "The attacker excludes what is true: its rules are not those of the figures."
    return {cell: (int(n or 0), int(n or 0)) for cell, (n, _) in given.items()} | {cell: ends for cell, ends in could.items() if ends[1] - ends[0] + 1 < UNSURE}


def published(figures: Sequence[Figure], quarters: Sequence[Leaving], year: Leaving | None) -> Known:
    """Everything that leaves of one family of figures, and what anybody may conclude from how they are defined."""
    known = Known()
    several = {one.key for one in figures if one.several}
    for name, table in [*((str(number), quarter) for number, quarter in enumerate(quarters)), *([("year", year)] if year else [])]:
        known.shown |= {(name, by, part): n for by, parts in table.items() for part, n in parts.items()}
        total = (name, TOTAL, TOTAL)
        for by, parts in table.items():
            cells = tuple((name, by, part) for part in parts)
            if by in several:
                known.at_most += [(cell, total) for cell in cells]
                known.covers.append((total, cells))
                none = next(cell for cell in cells if cell[2] in IN_NONE)
                known.apart += [(cell, none, total) for cell in cells if cell != none]
                if none[2] == NONE_OF_THEM:
                    known.sums += [((name, other, NONE_OF_THEM), (none,)) for other in several if other < by and NONE_OF_THEM in table[other]]
            elif by != TOTAL:
                known.sums.append((total, cells))
    if year and len(quarters) == 4:
        adding = {one.key for one in figures if one.over_time}
        for by in (adding | {TOTAL}) if adding else ():
            known.sums += [(("year", by, part), tuple((str(number), by, part) for number in range(4))) for part in year[by]]
    return known


def a_random_year(figures: Sequence[Figure], chance: Random) -> tuple[list[dict[str, dict[str, int]]], dict[str, dict[str, int]]]:
    """Things that happened in four quarters, each under one part of each figure (or several), in one place: few or many, even or not."""
    parts = {one.key: [word.stored for word in words_of(one)] for one in figures}
    # A team's own words, whatever they are.
    parts = {key: [*(("one", "another") if not set(names) - set(IN_NONE) else ()), *names] for key, names in parts.items()}
    weights = {key: [chance.random() ** 3 for _ in names] for key, names in parts.items()}
    where = [chance.random() ** 2 + 0.02 for _ in PLACES]
    worked = [chance.random() ** 2 + 0.02 for _ in JOBS]
    empty = {TOTAL: {TOTAL: 0}} | {key: dict.fromkeys(names, 0) for key, names in parts.items()}
    quarters = [{by: dict(table) for by, table in empty.items()} for _ in range(4)]
    year = {by: dict(table) for by, table in empty.items()} | {LOCALITY: dict.fromkeys(PLACES, 0), POST: dict.fromkeys(JOBS, 0)}
    adds = any(one.over_time for one in figures)
    for _ in range(int(chance.choice([5, 20, 60, 200]) * chance.random()) + 1):
        said_nothing = chance.random() < 0.3
        under = {one.key: _under(one, parts[one.key], weights[one.key], chance, said_nothing) for one in figures}
        in_quarters = [chance.randrange(4)] if adds else [number for number in range(4) if chance.random() < 0.5]
        for table in [*(quarters[number] for number in in_quarters), year]:
            table[TOTAL][TOTAL] += 1
            for one in figures:
                for part in under[one.key]:
                    table[one.key][part] += 1
        year[LOCALITY][chance.choices(PLACES, where)[0]] += 1
        year[POST][chance.choices(JOBS, worked)[0]] += 1
    if adds:
        # What adds up over time is the same thing in its quarter and in its year.
        for one in figures:
            if one.over_time:
                year[one.key] = {part: sum(quarter[one.key][part] for quarter in quarters) for part in parts[one.key]}
    return quarters, year


def _under(figure: Figure, parts: list[str], weights: list[float], chance: Random, said_nothing: bool) -> list[str]:
    """Of one thing, the parts under which it stands; whoever said nothing said it in every breakdown of what is said."""
    if not figure.several:
        return chance.choices(parts, weights)
    none = next(part for part in parts if part in IN_NONE)
    said = [part for part in parts if part != none and chance.random() < 0.25]
    if none == NONE_OF_THEM:
        said = [none] if said_nothing else said or [parts[0]]
    return said or [none]


def attack(chance: Random) -> tuple[int, int, list[str]]:
    """One team: how many numbers it let out, how many of them were held back, and what was recovered."""
    numbers, held_back, found = 0, 0, []
    for figures in families():
        if figures[0].adds or figures[0].leaves == AS_IT_IS:
            continue
        quarters, year = a_random_year(figures, chance)
        adding = frozenset(one.key for one in figures if one.over_time)
        several = frozenset(one.key for one in figures if one.several)
        left, whole = as_it_leaves(quarters, year, over_time=adding | {TOTAL} if adding else adding, several=several)
        known = published(figures, left, whole)
        truth = {(str(number), by, part): n for number, quarter in enumerate(quarters) for by, parts in quarter.items() for part, n in parts.items()}
        truth |= {("year", by, part): n for by, parts in year.items() for part, n in parts.items()}
        numbers, held_back = numbers + len(known.shown), held_back + sum(n is None for n in known.shown.values())
        found += [f"{figures[0].total}: {cell} lies in {ends}" for cell, ends in recovered(known, truth).items()]
    return numbers, held_back, found


def main(teams: int, first: int = 0) -> int:
    """Attack so many random teams, and say what was found."""
    numbers = held_back = 0
    found: list[str] = []
    for seed in range(first, first + teams):
        some, held, worked_out = attack(Random(seed))
        numbers, held_back, found = numbers + some, held_back + held, [*found, *(f"seed {seed}: {one}" for one in worked_out)]
        if (seed + 1) % 50 == 0:
            print(f"{seed + 1 - first} teams, {numbers:,} numbers, {held_back:,} held back, {len(found)} recovered", flush=True)
    print(*found[:40], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in sys.argv[1:])))
