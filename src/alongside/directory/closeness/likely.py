"""Which entries may come first: every one that passes is scored by its columns, and the best of them are weighed word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
import numpy.typing as npt

from ..finding import A_MATCH, ALIKE, FAINTLY, FAR, HALF_AS_NEAR, IN_NAME, POINTS
from ..offers import Sought
from ..stemming import telling
from ..wishing import Term
from .block import Block, Doubles, Places
from .encoder import WIDTH, Floats
from .shelf import Shelf
from .wording import about

MOST_WEIGHED = 400
"""How many are weighed word by word."""

A_PART, EVERY_PART = 0.9, 0.5
"""What being close to a part of the wish counts of being close to the whole; and what it counts to be close to all parts, beside being close to one."""


@dataclass(frozen=True)
class Asked:
    """The wish as it is compared: the whole, and where it has several parts each of them, with their vectors."""

    clauses: Sequence[str] = ()
    vectors: Floats = field(default_factory=lambda: np.zeros((0, WIDTH), np.float32))


def closest(found: Floats) -> Floats:
    """Of how close texts are to the whole (first column) and to each part of a wish, what counts."""
    if found.shape[1] == 0:
        return np.zeros(len(found), np.float32)
    if found.shape[1] == 1:
        return np.asarray(found[:, 0])
    best = np.maximum(found[:, 0], A_PART * found[:, 1:].max(axis=1))
    return np.asarray((1 - EVERY_PART) * best + EVERY_PART * np.maximum(found[:, 1:], 0).mean(axis=1))


def likely(shelf: Shelf, sought: Sought, asked: Asked, many: int = MOST_WEIGHED) -> list[UUID]:
    """Those that are weighed word by word: the best by their columns of all that say something of it, or are close to it."""
    ids: list[UUID] = []
    points: list[Doubles] = []
    for block in shelf.blocks:
        places, scored = _scored(block, sought, asked)
        ids += block.held.ids[places].tolist()
        points.append(scored)
    every = np.concatenate(points)
    if len(ids) <= many:
        return ids
    return [ids[place] for place in np.argpartition(-every, many)[:many].tolist()]


def _scored(block: Block, sought: Sought, asked: Asked) -> tuple[Places, Doubles]:
    places, metres = block.passing(sought.wish)
    close = closest(block.closeness(places, asked.vectors))
    points = POINTS["meaning"] * np.clip((close.astype(np.float64) - FAR) / (ALIKE - FAR), 0.0, 1.0)
    keep = close >= FAINTLY
    left = np.ones(len(places))
    for here, sure in _sure(block, places, sought.terms):
        left[here] *= 1 - A_MATCH * sure
        keep[here] = True
    points += POINTS["words"] * (1 - left)
    for stem, worth in sought.wording.worth.items():
        here = _among(places, block.saying(stem))
        points[here] += about(worth)
        keep[here] = True
    if sought.anything or (not sought.terms and not len(asked.vectors)):
        keep[:] = True
    points += np.nan_to_num(POINTS["nearness"] / (1 + metres / HALF_AS_NEAR)) + block.held.likely[places]
    return places[keep], points[keep]


def _sure(block: Block, places: Places, terms: Sequence[Term]) -> Iterator[tuple[Places, Doubles]]:
    """For each term, where it may be said, and how surely at the most."""
    for term in terms:
        best = np.zeros(len(places))
        for way in term.ways:
            stems = telling(list(way.phrase))
            if stems:
                here = _among(places, min((block.saying(stem) for stem in stems), key=len))
                best[here] = np.maximum(best[here], IN_NAME[way.how] * way.importance)
        here = np.flatnonzero(best)
        yield here, best[here]


def _among(places: Places, holding: npt.NDArray[np.int32]) -> Places:
    """Where in `places` those stand that are in `holding` too; both are in order."""
    if not len(places) or not len(holding):
        return np.empty(0, np.int64)
    if len(holding) < len(places):
        at = np.searchsorted(places, holding)
        at[at == len(places)] = 0
        return np.asarray(at[places[at] == holding])
    at = np.searchsorted(holding, places)
    at[at == len(holding)] = 0
    return np.flatnonzero(holding[at] == places)


def close_in(asked: Asked, vectors: Mapping[UUID, Floats]) -> Mapping[UUID, tuple[float, int, int]]:
    """Of entries with the vectors of their whole and their pieces: how close they are, to which part of the wish, and by which piece."""
    return {one: _close(asked, rows) for one, rows in vectors.items()}


WHOLE = 0.6
"""What the whole text of an entry counts beside the one piece of it that is closest."""


def _close(asked: Asked, rows: Floats) -> tuple[float, int, int]:
    every = rows @ asked.vectors.T
    mixed = WHOLE * every[0] + (1 - WHOLE) * every[1:].max(axis=0, initial=-1.0)
    part = int(np.argmax(mixed[1:])) + 1 if len(mixed) > 1 else 0
    return float(closest(mixed[None, :])[0]), part, int(np.argmax(every[1:, part])) if len(every) > 1 else 0
