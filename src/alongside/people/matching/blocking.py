"""Whom to compare at all: entries with a telling piece in common. Comparing everybody with everybody would be 162 million pairs at 18,000."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .describing import Described
from .knowing import forms_of
from .sounding import sound

MOST_IN_A_BLOCK = 400
"""A piece that more entries share tells nobody apart; the narrower pieces find those."""


def telling_pieces(entry: Described) -> Iterator[tuple[object, ...]]:
    """Every piece by which the other entry about this person is looked for: whichever one slip spoilt, another is whole."""
    given = {sound(part) for part in (*entry.given[:2], *entry.called[:1])}
    forms = {form for part in (*entry.given[:1], *entry.called[:1]) for form in forms_of(part)}
    family = {sound(part) for part in entry.family}
    house, born = entry.house.split()[-1] if entry.house else "", entry.born
    if entry.phone:
        yield ("phone", entry.phone)
    if born:
        yield ("born", born)
        yield ("turned round", born[:4], *sorted((born[4:6], born[6:])))
        for name in family | given:
            yield ("year", born[:4], name)
            yield ("month and day", born[4:], name)
    for last in family:
        for first in given:
            yield ("name", *sorted((first, last)))
        for form in forms:
            yield ("form", form, last)
        if house:
            yield ("house of", house, last)
        if entry.postcode:
            yield ("postcode of", entry.postcode, last)
    for first in given:
        if entry.postcode:
            yield ("given at", entry.postcode, first)
        if house:
            yield ("given in", house, first, entry.street[:3])
    if house and entry.street:
        yield ("door", house, entry.street)
    if house and entry.postcode:
        yield ("house at", house, entry.postcode)
    # The longest word of a street is the likeliest to be told apart by, also where another line of the address was left out.
    for word in sorted(entry.street.split(), key=len)[-2:]:
        if entry.postcode:
            yield ("street at", word, entry.postcode)
        if entry.place:
            yield ("street in", word, entry.place)
        for last in family | given:
            yield ("street of", word, last)


def pairs_within(entries: Sequence[Described]) -> set[tuple[int, int]]:
    """Pairs of places in one file that are worth comparing, the smaller first."""
    return {pair for block in _blocks(entries).values() if 1 < len(block) <= MOST_IN_A_BLOCK for pair in combinations(block, 2)}


def pairs_between(these: Sequence[Described], those: Sequence[Described]) -> set[tuple[int, int]]:
    """Pairs of places, one in each of two files."""
    first, second = _blocks(these), _blocks(those)
    found: set[tuple[int, int]] = set()
    for piece, block in first.items():
        other = second.get(piece, ())
        if 0 < len(block) * len(other) <= MOST_IN_A_BLOCK**2:
            found.update((a, b) for a in block for b in other)
    return found


def _blocks(entries: Sequence[Described]) -> dict[tuple[object, ...], list[int]]:
    blocks: dict[tuple[object, ...], list[int]] = {}
    for place, entry in enumerate(entries):
        for piece in set(telling_pieces(entry)):
            blocks.setdefault(piece, []).append(place)
    return blocks
