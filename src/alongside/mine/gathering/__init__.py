"""All that a copy could hold, said to the person: read as far as whoever makes it may see."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from alongside.foundation.words import Vocabulary

from ..rules import Told
from . import knowing, life, together
from .saying import in_sentences
from .together import MOST_NOTES

__all__ = ["MOST_NOTES", "everything", "in_sentences"]


def everything(person_id: UUID, *, on: date, vocabulary: Vocabulary) -> list[Told]:
    """Every line that could be in their copy."""
    return [
        *life.good_life(person_id),
        *life.gifts_and_circle(person_id, on, vocabulary),
        *life.week(person_id, on, vocabulary),
        *together.agreement(person_id, vocabulary),
        *together.steps(person_id, vocabulary),
        *together.waiting(person_id, vocabulary),
        *together.papers(person_id, vocabulary),
        *together.visits(person_id, on, vocabulary),
        *life.connections(person_id, vocabulary),
        *life.wishes(person_id, vocabulary),
        *life.gave(person_id, vocabulary),
        *life.changes(person_id, vocabulary),
        *knowing.choices(person_id, on, vocabulary),
        *knowing.how_they_came(person_id, vocabulary),
        *knowing.reasons(person_id, on, vocabulary),
        *knowing.who_knows(person_id, on, vocabulary),
        *together.notes(person_id, vocabulary),
    ]
