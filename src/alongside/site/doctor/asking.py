"""How a question is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connections


@dataclass(frozen=True)
class Finding:
    """One answer: what is well, or what is wrong and how to mend it."""

    well: str
    wrong: str
    mend: str

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.wrong


@dataclass(frozen=True)
class Question:
    """What is asked: a function that gives what is wrong, or nothing."""

    well: str
    mend: str
    stops_serving: bool
    look: Callable[[], str | None]

    def __call__(self) -> Finding:
        try:
            return Finding(self.well, self.look() or "", self.mend)
        except (Error, psycopg.Error, OSError, ImproperlyConfigured) as wrong:
            # What cannot be asked is not well.
            return Finding(self.well, f"This could not be asked ({type(wrong).__name__}): {self.well[:1].lower()}{self.well[1:]}", self.mend)


asked: list[Question] = []
"""Every question, in the order in which they are asked."""


def check(well: str, *, mend: str, stops_serving: bool = False) -> Callable[[Callable[[], str | None]], Callable[[], str | None]]:
    """Declare a question. `stops_serving` marks what would show somebody's record to the wrong person."""

    def declare(look: Callable[[], str | None]) -> Callable[[], str | None]:
        asked.append(Question(well, mend, stops_serving, look))
        return look

    return declare


def rows(sql: str, given: list[Any] | None = None, *, using: str = "default") -> list[tuple[Any, ...]]:
    """Ask the database, as the pages do: whoever serves them need not hold the owner's password."""
    with connections[using].cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def one(sql: str, given: list[Any] | None = None, *, using: str = "default") -> Any:
    """The one value that is asked for."""
    return rows(sql, given, using=using)[0][0]


def counted(things: list[str], most: int = 5) -> str:
    """A few of them by name, and how many more."""
    more = f" and {len(things) - most} more" if len(things) > most else ""
    return ", ".join(things[:most]) + more
