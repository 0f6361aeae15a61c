"""Whether somebody in the file is known here already: asked of the house, and a doubt for whoever brings the file."""

from __future__ import annotations

from collections.abc import Mapping as Paired
from dataclasses import dataclass

from alongside.foundation.words import Sentence

from . import sayings
from .book import Spot
from .incoming import Incoming
from .telling import Choice, Doubt, told

STRENGTHS = {
    "almost certainly": Sentence("almost certainly"),
    "probably": Sentence("probably"),
    "perhaps": Sentence("perhaps"),
}


@dataclass(frozen=True)
class Known:
    """How sure we are, whom to ask, and who it is of those the asker may see (keys with names and what speaks for it)."""

    strength: str
    ask: str
    ours: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def asked_of(person: Incoming) -> str:
    """All of them by which they could be known again; the same words, the same answer."""
    return "\x1f".join((person.name, person.called, str(person.born or ""), person.postcode, person.phone))


@dataclass(frozen=True)
class Decided:
    """Who comes in, as whom (the key of somebody here, or nobody's), and the doubts that decide it."""

    coming: tuple[tuple[Incoming, str], ...]
    staying_out: tuple[Incoming, ...]
    doubts: tuple[Doubt, ...]


def decide(people: tuple[Incoming, ...], known: Paired[str, Known], settled: Paired[str, str]) -> Decided:
    """Somebody who is almost certainly or probably known stays out until somebody says who it is."""
    coming: list[tuple[Incoming, str]] = []
    out: list[Incoming] = []
    doubts: list[Doubt] = []
    for person in people:
        found = known.get(asked_of(person))
        if found is None:
            coming.append((person, ""))
            continue
        doubt = _doubt(person, found, settled)
        doubts.append(doubt)
        if doubt.chosen == "out":
            out.append(person)
        else:
            coming.append((person, doubt.chosen.removeprefix("them ") if doubt.chosen.startswith("them ") else ""))
    return Decided(tuple(coming), tuple(out), tuple(doubts))


def _doubt(person: Incoming, found: Known, settled: Paired[str, str]) -> Doubt:
    choices = [Choice("out", told(sayings.LEAVE_THEM_OUT)), Choice("new", told(sayings.SOMEBODY_ELSE))]
    if found.strength == "perhaps":
        choices.reverse()
    choices += [
        Choice(f"them {key}", told(sayings.IT_IS_THEM_BECAUSE, name=name, why=", ".join(why)) if why else told(sayings.IT_IS_THEM, name=name))
        for key, name, why in found.ours
    ]
    key = f"{person.key}:known"
    wanted = settled.get(key, "")
    is_settled = any(choice.key == wanted for choice in choices)
    strength = STRENGTHS[found.strength]
    why = told(sayings.KNOWN_HERE, strength=strength) if found.ours or not found.ask else told(sayings.KNOWN_ALREADY, strength=strength, ask=found.ask)
    page, row = person.rows[0] if person.rows else ("", 1)
    return Doubt(key, Spot(page, row, 0), person.name, "", why, tuple(choices), wanted if is_settled else choices[0].key, is_settled)
