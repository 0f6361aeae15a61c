"""Who sees what of a hand-over, told a second time: part of the plain reference (policy.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from .meeting_policy import AT_WORK, the_word


@dataclass(frozen=True)
class Handed:
    """Something of somebody, handed to a colleague of another service who signs in or to whoever holds its link, until a day."""

    key: UUID
    person: UUID
    receiver: UUID
    partner: UUID | None
    by: UUID
    ground: str
    until: date
    is_concern: bool = False
    ended: bool = False
    link_ended: bool = False


def open_to(world: Any, one: Handed, actor: UUID, today: date) -> bool:
    """Whether the other side sees it: while it is not over, and the person did not say no where that counts."""
    if one.ended or one.until <= today:
        return False
    at_work = one.partner == actor and any(seat.role in AT_WORK for seat in world.seats_today(actor, today))
    if not at_work and (one.key != actor or one.link_ended):
        return False
    word = the_word(world.words_of_receivers, one.person, one.receiver, today)
    if one.ground == "their yes":
        return word is not None and word.answer == "yes" and (word.until is None or today < word.until)
    return one.ground != "direct care" or word is None or word.answer not in ("no", "withdrawn")


def read_by(world: Any, one: Handed, actor: UUID, parts: set[str], today: date) -> bool:
    """Whether a row of it is shown: to the other side; to whoever sees the record, a concern only if they see concerns or raised it."""
    ours = "record" in parts and (not one.is_concern or "concern" in parts or one.by == actor)
    return ours or open_to(world, one, actor, today)
