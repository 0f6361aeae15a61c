"""What people really say, looked for in the invented town as plain data: no database, so that it is quick to add another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from alongside.directory.finding import Found, Offer, Sought, find
from alongside.directory.meanings import known_meanings
from alongside.directory.reading import Reading, read
from alongside.directory.stemming import stems_in, telling
from alongside.directory.wishing import Vocabulary, Wish, terms_of
from alongside.site.demo.neighbourhood import streets
from alongside.site.demo.whats_good import everything_good
from tests.building import today

WISHES: list[dict[str, Any]] = [
    wish for file in sorted((Path(__file__).parent / "wishes").glob("*.yaml")) for wish in yaml.safe_load(file.read_text(encoding="utf-8"))
]
HOME = streets()["Capstan Court"]
MEANINGS = known_meanings()


@dataclass(frozen=True)
class Answer:
    """What was understood, and the keys of what is shown."""

    reading: Reading
    near: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)


@cache
def town() -> tuple[dict[UUID, str], list[Offer], Vocabulary]:
    """Every entry of the demo as an offer, by a key of its own, and how many use each word."""
    offers = [
        Offer(UUID(int=number), one.name, one.kind, one.description, one.organisation, one.latitude, one.longitude, one.days, one.cost, one.access,
              one.access_missing, None, "", one.times)
        for number, one in enumerate(good.listing for good in everything_good().values())
    ]  # fmt: skip
    counts = Counter(word for one in offers for word in telling(stems_in(f"{one.name} {one.organisation} {one.description}")))
    return dict(zip((one.id for one in offers), everything_good(), strict=True)), offers, Vocabulary(len(offers), counts)


def answer(words: str) -> Answer:
    """What Mo would be shown."""
    keys, offers, vocabulary = town()
    wish, reading = Wish(words, HOME.latitude, HOME.longitude, 3000, today=today()), read(words, MEANINGS)
    wanted, unwanted = (terms_of(topics, MEANINGS, vocabulary) for topics in (reading.topics, reading.unwanted))
    found = Found() if reading.lost else find(Sought(wish.with_what_was_read(reading), wanted, unwanted, reading.anything), offers, MEANINGS)
    return Answer(reading, [keys[one.offer.id] for one in found.near], [keys[one.offer.id] for one in found.apart])


def faults(wish: dict[str, Any], given: Answer | None = None) -> Iterator[str]:
    """What is wrong with the answer, each in a few words."""
    given = given or answer(wish["say"])
    for name, many in (("first three", 3), ("first five", 5)):
        yield from (f"{key} is not in the {name}: {given.near[:many]}" for key in wish.get(name, ()) if key not in given.near[:many])
    yield from (f"{key} is not apart: {given.apart}" for key in wish.get("apart", ()) if key not in given.apart)
    yield from (f"{key} is shown" for key in (*given.near, *given.apart) if any(fnmatch(key, never) for never in wish.get("never", ())))
    heard = {one.key for one in given.reading.filters} | {f"not:{one.said}" for one in given.reading.unwanted}
    yield from (f"{key} was not heard, but {heard}" for key in wish.get("heard", ()) if key not in heard)
    if wish.get("nothing") and given.near:
        yield f"something is shown: {given.near[:3]}"
    for above, others in wish.get("below", {}).items():
        yield from (f"{key} stands above {above}" for key in others if key in given.near and given.near.index(key) < given.near.index(above))


@pytest.mark.parametrize("wish", WISHES, ids=[wish["say"][:50] for wish in WISHES])
def test_what_people_say_finds_what_they_mean(wish):
    assert list(faults(wish)) == []


def test_how_many_hold_is_told(tells):
    holding = sum(not list(faults(wish)) for wish in WISHES)
    tells(f"{holding} of {len(WISHES)} wishes find what they mean")
    assert (holding, len(WISHES) >= 60) == (len(WISHES), True)


def test_every_entry_that_a_wish_names_is_in_the_town():
    named = {key for wish in WISHES for part in ("first three", "first five", "apart", "never") for key in wish.get(part, ())}
    assert sorted(key for key in named if not any(fnmatch(entry, key) for entry in everything_good())) == []
