"""What was found alike is kept by the process that found it: looked at again, only wishes that are new or say something else are compared. No Django."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from .alike import Alike, Wished, pairs

Said = tuple[object, ...]
"""All of a wish that is compared."""
MOST_BOARDS = 16
"""Sets of wishes of which a process remembers what is alike in them: about as many as teams that look in turn."""

_boards: list[tuple[frozenset[Said], tuple[Alike, ...]]] = []


def among(wishes: Sequence[Wished], held: Collection[UUID] = ()) -> Sequence[Alike]:
    """All that are alike among these, but two that are `held` already. Of what is kept only these are told: whoever may not see a wish brings none."""
    said = {one.key: (*_said(one), one.key in held) for one in wishes}
    now = frozenset(said.values())
    best = max(_boards, key=lambda one: len(one[0] & now), default=None)
    if best is not None and best[0] == now:
        return best[1]
    known, told = best or (frozenset(), ())
    old = {key for key, what in said.items() if what in known}
    found = (*(one for one in told if one.one in old and one.other in old), *pairs(wishes, old, held))
    if best is not None and len(known & now) * 2 > len(now) and best in _boards:
        _boards.remove(best)
    _boards.append((now, found))
    del _boards[:-MOST_BOARDS]
    return found


def _said(one: Wished) -> Said:
    about = (tuple(one.about.items()), one.kin, one.unwanted, one.days, one.parts)
    return one.key, *about, one.latitude, one.longitude, one.reach, one.vector is not None
