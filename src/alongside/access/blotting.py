"""Where the name of somebody who asked to be forgotten was typed into others' records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize
from uuid import UUID

from django.db import connection

from alongside.foundation.folding import fold
from alongside.people.matching.comparing import spelling
from alongside.people.matching.knowing import one_name_in_two_forms

SHORTEST = 3
"""Letters of a word that is looked for: shorter ones are parts of others."""
DRAFT, HISTORY = "web_draft", "trail_change"


@dataclass(frozen=True)
class Place:
    """One place: in which row of which table, about whom (or whose draft), and a few words around the name."""

    table: str
    row: str
    about: UUID | None
    column: str
    passage: str
    writer: UUID | None

    @property
    def key(self) -> str:
        """As a form names it."""
        return f"{self.table}|{self.row}|{self.column}"


def words_of_a_name(name: str, called: str) -> list[str]:
    """What to look for: the whole name, what they like to be called with their family name, and each part that is long enough; also without accents.

    Any apostrophe, or none, is found for theirs (sql/blotting.sql).
    """
    name, called = normalize("NFC", name), normalize("NFC", called)
    parts = [part for part in name.split() if len(part) >= SHORTEST]
    wholes = [name, f"{called} {name.split()[-1]}" if called and name.split() else ""]
    words = [*wholes, *parts, *called.split()]
    return [word for word in dict.fromkeys([*words, *map(_without_accents, words)]) if len(word) >= SHORTEST]


def _without_accents(word: str) -> str:
    return "".join(sign for sign in normalize("NFKD", word) if not combining(sign))


def like_their_name(words: Iterable[str], name: str, called: str) -> bool:
    """Whether each of these words is a way of writing their name: nobody reads what is written about others by looking for any word they like."""
    theirs = [part for part in fold(f"{name} {called}").split() if part]
    asked = [part for word in words for part in fold(word).split()]
    return all(any(spelling(part, own) not in ("other", "initial") or one_name_in_two_forms(part, own) for own in theirs) for part in asked)


def where_it_stands(asked_id: UUID, words: Iterable[str]) -> list[Place]:
    """Every place among the people of the organisation, for the information governance lead alone (sql/blotting.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT named, row_key, about, column_name, passage, writer FROM name_stands(%s, %s)", [asked_id, list(words)])
        return [Place(*row) for row in cursor.fetchall()]
