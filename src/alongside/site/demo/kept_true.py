"""What shows how the directory is kept true: tags, one told twice, one word against a source, one neighbour who says that something is wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import Any

from alongside.directory import actions
from alongside.directory.models import Entry, Tag
from alongside.directory.tagging.naming import Named
from alongside.directory.tagging.published import Published
from alongside.directory.told import Told
from alongside.foundation.actor import NOBODY
from alongside.trail.doing import acting

from .colleagues import WALKERS
from .reading import told
from .settling import BY, Town
from .whats_good import everything_good


def keep_true(town: Town, at: datetime) -> None:
    """What was done with the directory some weeks ago."""
    given = told("kept_true")
    with acting(BY, purpose="demo", at=at):
        _tags(given["tags"], at)
        _told_by_another(given["told_twice"], at)
    tags = {tag.code: tag for tag in Tag.objects.all()}
    for by, pairs in _about(given["tags"]["of_it"], town).items():
        with acting(town.actors[by], purpose="demo", at=at):
            actions.say_of_tags([(entry, tags[code]) for entry, code in pairs], "accepted", by=town.actors[by], at=at)
    one = given["put_right"]
    with acting(town.actors[one["by"]], purpose="demo", at=at):
        entry = Entry.objects.get(id=town.entries[one["entry"]][0])
        actions.put_right(entry.id, _as_told(entry, **{one["field"]: one["says"]}), by=town.actors[one["by"]], at=at)
    looks_through = town.actors["shabnam"]
    with acting(looks_through, purpose="demo", at=at):
        actions.look_for_tags(by=looks_through, at=at)
        actions.look_for_twins(by=looks_through, at=at)


def somebody_says(town: Town, at: datetime) -> None:
    """A neighbour, this morning."""
    one = told("kept_true")["not_right"]
    with acting(NOBODY, purpose="demo", at=at):
        actions.complain_openly(Entry.objects.get(id=town.entries[one["entry"]][0]), one["about"], one["words"], by=NOBODY, at=at)


def _tags(given: dict[str, Any], at: datetime) -> None:
    named = tuple(Named(one["code"], one["name"], "", tuple(one["words"])) for one in given["of_it"])
    actions.load_tags(Published(given["name"], given["address"], "Invented for the demo.", named), by=BY, at=at)


def _told_by_another(given: dict[str, Any], at: datetime) -> None:
    listing = replace(everything_good()[given["entry"]].listing, source_key="1", **given["says"])
    actions.load_entries([listing], source=given["source"], licence=given["licence"], by=BY, at=at)


def _about(tags: list[dict[str, Any]], town: Town) -> dict[str, list[tuple[Entry, str]]]:
    """By who walks there, the entries and the code of what each is about."""
    codes = {offered: one["code"] for one in tags for offered in one.get("for", ())}
    entries = Entry.objects.in_bulk([town.entries[key][0] for key, good in everything_good().items() if good.tag in codes])
    found = defaultdict(list)
    for key, good in everything_good().items():
        if good.tag in codes:
            found[WALKERS[good.locality]].append((entries[town.entries[key][0]], codes[good.tag]))
    return found


def _as_told(entry: Entry, **changed: str) -> Told:
    stands: dict[str, Any] = {name: getattr(entry, name) for name in Told.__dataclass_fields__}
    as_given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in stands.items()}
    return Told(**as_given | changed)
