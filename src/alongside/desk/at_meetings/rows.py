"""Rows that a function of the database gives as JSON, as the models they are: so that a page asks once, and its plan is found once a connection."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from django.db import connection, models

_Row = TypeVar("_Row", bound=models.Model)


def asked(sql: str, *given: Any) -> Any:
    """What a function answers; nothing where it finds nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        (found,) = cursor.fetchone()
    return json.loads(found) if found else None


def made_of(model: type[_Row], row: dict[str, Any], **beside: models.Model) -> _Row:
    """A row as its model has it, with what is known already of those it points to; of a row that is not whole, what is there."""
    fields = [field for field in model._meta.concrete_fields if field.column in row]
    found = model.from_db("default", [field.attname for field in fields], [field.to_python(row[field.column]) for field in fields])
    for name, one in beside.items():
        setattr(found, name, one)
    return found


def each_of(model: type[_Row], rows: list[dict[str, Any]] | None, **beside: models.Model) -> list[_Row]:
    """Each of several."""
    return [made_of(model, row, **beside) for row in rows or ()]
