"""The tables somebody is in, as the models declare them: what each column is called, which hold words, which say whose, which are pictures."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from alongside.access.fences import declared
from alongside.foundation.keeping import Keeping
from alongside.foundation.words import choices
from alongside.web.vocabulary import all_words

STAFF, PERSON = "teams_staff", "people_person"
IDENTITY = ("people_person", "people_whereabouts")
"""Tables that tell who they are and where: no word there is anybody else's."""


@dataclass(frozen=True)
class Column:
    """One column: its kind, and whether it holds words, a colleague, another person, or bytes."""

    name: str
    title: str
    kind: str
    of: str = ""
    among: str = ""
    """The list of words it is chosen from, as `journeys.LEVELS`."""


@dataclass(frozen=True)
class Table:
    """One table: what a reader calls it, and its columns. `words` are those in which somebody else may be named."""

    name: str
    title: str
    columns: tuple[Column, ...]
    words: frozenset[str]


def tables() -> dict[str, Table]:
    """Every declared table with a person, and the lines of the trail."""
    found = {}
    for model, keeping in declared():
        if isinstance(keeping, Keeping):
            table = model._meta.db_table
            columns = tuple(_column(field, keeping) for field in model._meta.concrete_fields)
            words = frozenset(field.column for name in keeping.personal if not isinstance(field := model._meta.get_field(name), models.BinaryField))
            found[table] = Table(table, str(model._meta.verbose_name), columns, frozenset() if table in IDENTITY else words)
    return found


def _column(field: models.Field, keeping: Keeping) -> Column:
    of = ""
    if isinstance(field, models.BinaryField):
        of = "bytes"
    elif field.is_relation and field.related_model is not None:
        to = field.related_model._meta.db_table
        of = "colleague" if to == STAFF else "somebody else" if to == PERSON and field.column != keeping.person else ""
    return Column(field.column, str(field.verbose_name), field.get_internal_type(), of, _among(field))


def _among(field: models.Field) -> str:
    chosen = list(getattr(field, "base_field", field).choices or [])
    return next((place for place, words in all_words().items() if place and chosen and choices(tuple(words.values())) == chosen), "")
