"""One row by its key, asked in words that are made once: what every page does first, before anything else is known."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


@cache
def _question(model: type[models.Model]) -> tuple[str, list[str]]:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    return f'SELECT {columns} FROM {model._meta.db_table} WHERE "{model._meta.pk.column}" = %s', [field.attname for field in fields]


def by_key(model: type[Row], key: Any) -> Row | None:
    """The row as the model's manager would give it; for models whose columns need no conversion."""
    question, names = _question(model)  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        cursor.execute(question, [key])
        row = cursor.fetchone()
    return model.from_db(connection.alias, names, row) if row else None
