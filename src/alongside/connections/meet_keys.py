"""What an offer or a wish among neighbours is about, folded to keys: by the same reading and the same meanings as finding has.

A wish looks for its own words and for all that mean the same; an offer is known by its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from alongside.directory.about import keys_of_topic, telling_topics
from alongside.directory.meanings import Meanings
from alongside.directory.reading import read
from alongside.people.rules import pieces


@dataclass(frozen=True, order=True)
class Key:
    """One thing by which an offer and a wish find one another: `kind` is about, not, day; or apart, for who must not meet."""

    kind: str
    key: str
    said: str = ""
    """Their own words for it, which are shown to their own coordinator as the reason."""


def keys_of(words: str, *, gives: bool, meanings: Meanings) -> set[Key]:
    """Every key of these words."""
    reading = read(words, meanings)
    found = {Key("about", key, one.said) for one in telling_topics(reading, meanings) for key in keys_of_topic(one, meanings, wide=not gives)}
    found |= {Key("not", key) for one in reading.unwanted for key in keys_of_topic(one, meanings, wide=True)}
    days = {int(day) for day in reading.values("day")} or ({*range(1, 8)} if reading.values("not on") else set())
    return found | {Key("day", str(day)) for day in days - {int(day) for day in reading.values("not on")}}


def keys_of_a_name(name: str) -> set[Key]:
    """By what somebody whom they must not meet is known, if they are a person here too: the safe side of doubt."""
    found = pieces(name)
    kinds = {"name", "sounds like", "form of name"} if any(one.kind == "name" for one in found) else {"name part", "part sounds like"}
    return {Key("apart", f"{one.kind}:{one.key}") for one in found if one.kind in kinds}
