"""Twenty thousand entries out of a file: all at once, a second time unchanged, and a sample saved one by one."""

from __future__ import annotations

import csv
import io
import random
import time
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.directory.actions import load_entries
from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import read_mapping
from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.rows import BadRow, read_sheet
from alongside.trail.doing import acting

BENCH = Actor(id=new_key(), name="bench")
_MAPPING = """
source: Invented groups
licence: none
kind: group
key: [number]
fields:
  name: {from: name, through: one line}
  description: description
  address: address
  postcode: {from: postcode, through: postcode}
  place: {latitude: lat, longitude: lon}
  days: {from: opens}
  times: opens
  website: {from: website, through: web address}
"""
_ACTIVITIES = """
    Singing Walking Mending Gardening Reading Cooking Dancing Painting Knitting Chess Lunch Bowls Pottery Fishing Yoga Football Baking Drama Welding
    Birdwatching Weaving Woodwork Swimming Cycling Poetry Drumming History Stargazing Allotments Quilting Photography Skittles Bingo Languages
    Computers Toddlers Grief Carers Dementia Veterans Stammering Debt Housing Recovery Driving Bees Chickens Ukuleles Kites Bells
"""
WHAT = _ACTIVITIES.split()
WHO = ("friends", "neighbours", "men", "women", "beginners", "families", "everybody", "newcomers", "grandparents", "young people")
TOLD = (
    "Tea at half time, and nobody minds mistakes.",
    "Ring before you come for the first time, so that somebody waits at the door.",
    "We meet in the hall behind the church; the side door has no step.",
    "It began at a kitchen table and is run by those who come.",
    "Bring nothing; what you need is there.",
    "The bus stops outside every twenty minutes until six.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Loads:
    """Seconds for the whole file, for the same file again, and what a sample saved one by one would take for as many entries."""

    entries: int
    first: float
    again: float
    one_by_one: float
    """Each looked for, validated by the model (full_clean) and saved, as Django does it."""
    one_by_one_unseen: float
    """Each saved by update_or_create, unvalidated, all in one transaction: the kindest to it."""
    sample: int


def a_file(entries: int) -> bytes:
    """A file as somebody would publish it."""
    chance, out = random.Random(1), io.StringIO()
    write = csv.writer(out).writerow
    write(["number", "name", "description", "address", "postcode", "lat", "lon", "opens", "website"])
    for number in range(entries):
        what, who = chance.choice(WHAT), chance.choice(WHO)
        told = f"{what} for {who}, and now and then {chance.choice(WHAT).lower()}. {' '.join(chance.sample(TOLD, 3))}"
        place = (f"{53 + chance.random() / 3:.5f}", f"{-2 - chance.random() / 3:.5f}")
        write([number, f"{what} for {who} {number}", told, f"{number % 90 + 1} Fern Row", f"ZZ99 {number % 9 + 1}AA", *place, chance.choice(DAYS), ""])
    return out.getvalue().encode()


def _read(content: bytes) -> list[Listing]:
    found = list(read_listings(read_sheet(content), read_mapping(_MAPPING)))
    wrong = [one for one in found if isinstance(one, BadRow)]
    if wrong:
        raise RuntimeError(f"The bench's own file has a bad row: {wrong[0]}")
    return [one for one in found if isinstance(one, Listing)]


def _load(content: bytes) -> float:
    began, now = time.perf_counter(), timezone.now()
    with acting(BENCH, purpose="bench", at=now):
        load_entries(_read(content), source="Invented groups", by=BENCH, at=now)
    return time.perf_counter() - began


def _given(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    found, kept = [], {field.name for field in Entry._meta.concrete_fields}
    for one in _read(content):
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(one).items() if name in kept}
        found.append((given.pop("source_key"), given | {"digest": one.digest}))
    return found


def _one_by_one(content: bytes) -> float:
    began = time.perf_counter()
    source = Source.objects.create(name="One by one")
    for key, given in _given(content):
        entry = Entry.objects.filter(source=source, source_key=key).first() or Entry(source=source, source_key=key)
        for name, value in given.items():
            setattr(entry, name, value)
        entry.full_clean()
        entry.save()
    took = time.perf_counter() - began
    source.entries.all().delete()
    source.delete()
    return took


def _unseen(content: bytes) -> float:
    began = time.perf_counter()
    with transaction.atomic():
        source = Source.objects.create(name="One by one, unseen")
        for key, given in _given(content):
            Entry.objects.update_or_create(source=source, source_key=key, defaults=given)
        transaction.set_rollback(True)
    return time.perf_counter() - began


def load(entries: int, sample: int) -> Loads:
    """Fill the directory, and time it."""
    Entry.objects.filter(source__name="Invented groups").delete()
    content, few, times = a_file(entries), a_file(sample), entries / sample
    return Loads(entries, _load(content), _load(content), _one_by_one(few) * times, _unseen(few) * times, sample)
