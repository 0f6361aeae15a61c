"""What a version tells: worked out of its sheet, its rows and its seed alone, so that it can be worked out again years later to the same figures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose
from typing import Any

import numpy as np

from .drawing import Changes, Simulation, changes, simulate
from .reckoning import Level, Reckoned, pence, reckon
from .sheet import Rows, Sheet, as_json, quantities_of
from .valued import Valuation

SEED, DRAWS = 2026, 10_000
DRAWN = ("low", "median", "high", "under one")
"""What of a version comes of draws; the rest is exact."""


@dataclass(frozen=True)
class Told:
    """A valuation reckoned and drawn."""

    valuation: Valuation
    reckoned: Reckoned
    simulation: Simulation

    @property
    def kept(self) -> dict[str, Any]:
        """The figures that a version keeps: exact ones as fractions in lowest terms, drawn ones to every digit."""
        ratio, spread = self.reckoned.ratio, self.simulation.ratio()
        return {
            "ratio": f"{ratio.numerator}/{ratio.denominator}",
            "value pence": pence(self.reckoned.value),
            "inputs pence": pence(self.reckoned.inputs),
            "low": repr(spread.low),
            "median": repr(spread.median),
            "high": repr(spread.high),
            "under one": repr(spread.share_under(1.0)),
        }


NEAR = 1e-9
"""Drawn figures are floats: another processor may round their thirteenth digit otherwise. Nobody is told as many as nine."""


def tells_the_same(kept: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a version came out as it was kept: exact figures to the last digit, drawn ones to nine."""
    if set(kept) != set(now):
        return False
    return all(isclose(float(kept[name]), float(now[name]), rel_tol=NEAR, abs_tol=NEAR) if name in DRAWN else kept[name] == now[name] for name in kept)


def tell(sheet: Sheet, rows: Rows, *, seed: int = SEED, draws: int = DRAWS) -> Told:
    """Reckon it and draw it; the people are drawn again each time."""
    valuation = sheet.valuation(quantities_of(sheet, rows))
    changed = changes_from(sheet, rows)
    simulation = simulate(valuation, changed, seed=seed, draws=draws) if changed.people else simulate(valuation, seed=seed, draws=draws)
    return Told(valuation, reckon(valuation, Level.CENTRAL), simulation)


def tell_counts(sheet: Sheet, quantities: Mapping[str, int], *, seed: int = SEED, draws: int = DRAWS) -> Told:
    """The same of counts alone: every assumption is drawn, and the people are not drawn again, for nobody is told who had which."""
    valuation = sheet.valuation(quantities)
    return Told(valuation, reckon(valuation, Level.CENTRAL), simulate(valuation, seed=seed, draws=draws))


def changes_from(sheet: Sheet, rows: Rows) -> Changes:
    """A row for each person; what is for the worse below nought."""
    signs = np.array([-1 if one.worse else 1 for one in sheet.outcomes])
    patterns = np.array([pattern for pattern, _people in rows]).reshape(len(rows), len(sheet.outcomes))
    return changes([one.name for one in sheet.outcomes], np.repeat(patterns * signs, [people for _pattern, people in rows], axis=0))


def digest(sheet: Sheet, rows: Rows, extract: str, seed: int, draws: int, beside: Mapping[str, Any] | None = None) -> str:
    """SHA-256 of everything that a version is worked out of, and of the WELLBYs beside it where there are any."""
    whole: dict[str, Any] = {
        "sheet": as_json(sheet),
        "rows": [[list(pattern), people] for pattern, people in rows],
        "extract": extract,
        "seed": seed,
        "draws": draws,
    }
    if beside is not None:
        whole["beside"] = beside
    return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
