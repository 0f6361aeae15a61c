"""The same wishes in the same town with meaning beside words; what may stand a little lower there is said with the wish (`with meaning`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from alongside.directory.closeness.columns import Line
from alongside.directory.closeness.encoder import Floats, known_encoder
from alongside.directory.closeness.shelf import Shelf, shelf_of
from alongside.directory.closeness.texts import pieces_of
from alongside.directory.finding import POINTS
from alongside.directory.looking import look
from alongside.directory.offers import Offer
from alongside.directory.reading import read
from alongside.directory.stemming import stems_in, telling
from alongside.directory.wishing import Wish
from tests.building import today
from tests.directory.test_wishes import HOME, MEANINGS, WISHES, Answer, faults, town

RADIOS = "used to mend old radios, misses company, can't walk far, free Tuesday mornings, hard of hearing"


@cache
def encoded_town() -> tuple[Shelf, dict[UUID, Floats]]:
    """The town's columns, and the vectors of each entry's whole and pieces."""
    _, offers, _ = town()
    encoder = known_encoder()
    if encoder is None:
        pytest.skip("NO WISH WAS LOOKED FOR BY MEANING: the weights are not installed (requirements/meaning.txt).")
    pieces = [pieces_of(one.name, one.description) for one in offers]
    flat = encoder.encode([piece for some in pieces for piece in some])
    split = np.split(flat, np.cumsum([len(some) for some in pieces])[:-1].tolist())
    vectors = dict(zip((one.id for one in offers), split, strict=True))
    return shelf_of([_line(one, vectors[one.id]) for one in offers]), vectors


def _line(one: Offer, vectors: Floats) -> Line:
    likely = POINTS["community first"] * (one.kind != "service") + POINTS["cost"] * (one.cost == "free")
    stems = telling(stems_in(f"{one.name} {one.organisation} {one.description}"))
    return Line(one.id, stems, one.latitude, one.longitude, one.days, one.access_missing, one.cost == "some", likely, vectors[0])


def answer(words: str) -> Answer:
    """What Mo would be shown where meaning counts too."""
    keys, offers, _ = town()
    by_id = {one.id: one for one in offers}
    shelf, vectors = encoded_town()
    reading = read(words, MEANINGS)
    wish = Wish(words, HOME.latitude, HOME.longitude, 3000, today=today())
    found = look(wish, reading, MEANINGS, shelf, known_encoder(), lambda ids: ([by_id[one] for one in ids], {one: vectors[one] for one in ids}))
    return Answer(reading, [keys[one.offer.id] for one in found.near], [keys[one.offer.id] for one in found.apart])


def faults_with_meaning(wish: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the answer; an entry that may stand lower with meaning is looked for down to its place."""
    given, lower = answer(wish["say"]), wish.get("with meaning", {})
    strict = {part: [key for key in wish[part] if key not in lower] if part.startswith("first") else wish[part] for part in wish}
    yield from faults(strict, given)
    yield from (f"{key} is not among the first {place}: {given.near[:place]}" for key, place in lower.items() if key not in given.near[:place])


@pytest.mark.parametrize("wish", WISHES, ids=[wish["say"][:50] for wish in WISHES])
def test_what_people_say_finds_what_they_mean_by_meaning_too(wish):
    assert list(faults_with_meaning(wish)) == []


def test_how_many_stand_lower_by_meaning_is_told(tells):
    lower = [wish["say"] for wish in WISHES if "with meaning" in wish]
    tells(f"{len(lower)} of {len(WISHES)} wishes have an entry that stands lower when meaning counts too: {lower}")
    assert len(lower) <= 9


def test_who_mended_radios_is_shown_the_workshop_first():
    assert answer(RADIOS).near[0] == "net-loft-wood"
