"""Every expression as SQL for the engine: written once by Ibis (writing_sql.py) and kept (expressions.sql), so that no page of figures waits for it.

Where an expression was changed and the file was not written anew, the file is not believed: Ibis writes what is asked for, in each process that asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from alongside.connections.words import RUNGS
from alongside.journeys.words import NO_ANSWER

_HERE = Path(__file__).parent
KEPT = _HERE / "expressions.sql"
EXPRESSED_IN = (
    *("around", "asked", "by_post", "circle", "cohorts", "coming", "contacts", "expressions"),
    *("extracted", "giving", "handed", "kinds", "measured", "payers", "periods", "themselves", "told", "voices", "writing_sql"),
)
"""Modules of this room from which the SQL follows, besides the words of others that stand in them."""
ROWS = "rows"
"""The table of which a question is asked: the rows of one expression, each with the locality of the person."""


@dataclass(frozen=True)
class Asked:
    """A question to the engine: SQL in which `$since` and the like stand for what is asked about, and the tables of an extract that it reads."""

    sql: str
    reads: tuple[str, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """What has to be given with it."""
        return frozenset(re.findall(r"\$(\w+)", self.sql))

    def of(self, rows: Asked) -> Asked:
        """This question, asked of these rows."""
        return Asked(f'WITH "{ROWS}" AS ({rows.sql}) {self.sql}', tuple(one for one in (*rows.reads, *self.reads) if one != ROWS))


@cache
def asked(name: str, of: str = "") -> Asked:
    """A question by its name, or the rows of an expression by its; a question `of` the rows of an expression."""
    if of:
        return asked(name).of(asked(of))
    if (kept := _kept()) is not None:
        return kept[name]
    # Ibis is large, and is loaded only where the file is older than the expressions.
    from .writing_sql import by_ibis

    return by_ibis(name)


def as_file(every: Mapping[str, Asked]) -> str:
    """The file, of everything that can be asked."""
    head = f"-- Written from the expressions by `alongside write-sql`. Nobody changes it by hand.\n-- from: {made_from()}"
    return "\n\n".join([head, *(f"-- {name}\n-- reads: {' '.join(one.reads)}\n{one.sql};" for name, one in every.items())]) + "\n"


def made_from() -> str:
    """A digest of all that the SQL follows from."""
    made = sha256(repr(([rung.stored for rung in RUNGS], NO_ANSWER.stored)).encode())
    for name in EXPRESSED_IN:
        made.update((_HERE / f"{name}.py").read_bytes())
    return made.hexdigest()


@cache
def _kept() -> dict[str, Asked] | None:
    """What is kept; nothing where it follows from other expressions than there are."""
    head, *parts = KEPT.read_text(encoding="utf-8").split("\n\n") if KEPT.exists() else [""]
    return dict(map(_read, parts)) if head.endswith(f"-- from: {made_from()}") else None


def _read(part: str) -> tuple[str, Asked]:
    name, reads, sql = part.strip().split("\n", 2)
    return name.removeprefix("-- "), Asked(sql.removesuffix(";"), tuple(reads.removeprefix("-- reads:").split()))
