"""What goes where when two records turn out to be one person's: every column of the house that says whom, found from what the tables declare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.foundation.keeping import Keeping
from alongside.people.models import Person

STAYS = {
    "people_person": "the one who is joined to the other keeps a name and a key of their own, so that it can be undone",
    "people_matchkey": "the one is known by them too from now on, as copies; the other's are asked of nobody who is not held by a team",
    "people_joining": "says itself who was joined to whom",
    "people_joinedrow": "says itself what was carried",
    "evidence_link": "an extract is of one day, on which they were counted as two",
    "trail_reason": "stands with its line, which is never changed",
    "trail_change": "is vouched for by a line, which is never changed",
}
"""Tables whose rows are not carried over, each with why. Whoever sees the one sees what stays with the other."""

TAKEN = {
    "people_person": ("name", "likes_to_be_called", "date_of_birth"),
    "people_whereabouts": ("address", "postcode", "phone", "email", "usual_places", "latitude", "longitude", "locality_id"),
    "people_goodtoknow": ("how_to_reach", "keep_in_mind", "access", "likes_to_be_told"),
    "people_ofthemselves": ("sex", "ethnic_group", "ethnic_words", "caring"),
}
"""Of tables with one row a person: columns that whoever joins them may take from the other."""

ENDS = ("journeys_level",)
"""Where one holds at a time: the other's is carried too, and ends today."""

NEARNESS = ("died", "level 2", "level 1", "introduced", "not active", "not now", "not reached", "not for me", "moved on")
"""Which of two levels holds, the first before all: whoever walks alongside on either page still does, and the dead are dead."""

NUMBERED = {"journeys_agreement": ("version", "agreed_on, at")}
"""Where rows are numbered: both are numbered anew, in this order, so that the newest still holds."""


@dataclass(frozen=True)
class Carried:
    """One column that says whom, and the column that names its row."""

    table: str
    column: str
    key: str


def carried() -> list[Carried]:
    """Every column to carry over, by table: those added tomorrow too."""
    return sorted(_columns(), key=lambda one: (one.table, one.column))


def _columns() -> Iterator[Carried]:
    from .fences import declared

    for model, keeping in declared():
        table = model._meta.db_table
        if table in STAYS:
            continue
        key = model._meta.pk.column
        columns = {field.column for field in model._meta.concrete_fields if field.is_relation and field.related_model is Person}
        if isinstance(keeping, Keeping):
            columns.add(keeping.person)
        yield from (Carried(table, column, key) for column in columns)


def really_gone() -> list[str]:
    """Tables of which nothing is kept beside the rows themselves, so nothing of a row is written down when it is carried over either."""
    from .fences import with_a_person

    return [table for table, keeping in with_a_person() if keeping.really_gone]


def as_values() -> str:
    """The same as rows of SQL."""
    return ", ".join(f"('{one.table}', '{one.column}', '{one.key}')" for one in carried())


def taken_as_values() -> str:
    """What may be taken from the other, as rows of SQL."""
    return ", ".join(
        f"('{table}', '{'id' if table == 'people_person' else 'person_id'}', '{column}')" for table, columns in TAKEN.items() for column in columns
    )


def function() -> str:
    """The owner's functions that join and part, as they are to be made."""
    from pathlib import Path

    text = "".join((Path(__file__).parent / "sql" / name).read_text() for name in ("joining.sql", "parting.sql"))
    ends = ", ".join(f"'{table}'" for table in ENDS)
    numbered = ", ".join(f"('{table}', '{column}', '{order}')" for table, (column, order) in NUMBERED.items())
    gone = ", ".join(f"'{table}'" for table in really_gone())
    nearness = "ARRAY[" + ", ".join(f"'{level}'" for level in NEARNESS) + "]"
    made_of = {"REALLY_GONE": gone, "CARRIED": as_values(), "TAKEN": taken_as_values(), "ENDS": ends, "NUMBERED": numbered, "NEARNESS": nearness}
    for name, made in made_of.items():
        text = text.replace(f"/*{name}*/", made)
    return text
