"""Grants as a file in 360Giving's form: JSON, and a sheet of the same. No Django."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from alongside.foundation.cells import inert

from .columns import COLUMNS


def as_json(grants: Iterable[dict[str, Any]]) -> str:
    """The whole of what was said of each."""
    return json.dumps({"grants": list(grants)}, ensure_ascii=False, indent=1)


def as_csv(grants: Iterable[dict[str, Any]]) -> str:
    """What the columns of the sheet hold; no cell is run by whoever opens it."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for said in grants:
        writer.writerow([inert(_at(said, place)) for place in COLUMNS.values()])
    return sheet.getvalue()


def _at(said: dict[str, Any], place: str) -> Any:
    first, *more = place.split("/")
    value = said.get(first, "")
    if not more:
        return value if not isinstance(value, (list, dict)) else ""
    return value[0].get(more[-1], "") if isinstance(value, list) and value and isinstance(value[0], dict) else ""
