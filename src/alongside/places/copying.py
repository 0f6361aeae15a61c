"""Many rows to the database in one stream: a temporary table that an action then takes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection


def copy_aside(table: str, columns: dict[str, str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Fill a temporary table, gone at the end of the transaction, with rows; gives how many. `columns` are names with types."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
        cursor.execute(f"CREATE TEMPORARY TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())}) ON COMMIT DROP")
        count = 0
        with cursor.copy(f"COPY pg_temp.{table} ({', '.join(columns)}) FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
                count += 1
    return count
