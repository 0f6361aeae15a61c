"""The file that is handed over: pages to read, the same as JSON and as a table each, and whatever pictures there are."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any

from alongside.foundation.cells import inert

from .names import each_text, without
from .shape import Column, Table

FORMAT = "alongside-everything/1"
Rows = dict[str, list[dict[str, Any]]]
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}

READ_ME = """Everything we keep about you
============================

Open everything.html in any browser: it holds all of it, in pages you can read.
everything.json holds the same for programs; schema.json says what each part is.
The folder tables has one file for a spreadsheet for each kind of thing we keep.
The folder pictures has pictures, if there are any.

Names of other people are left out where we were not sure that you may have them.
Something is wrong? Tell us, and we put it right. You may also ask us to forget you.
"""


@dataclass
class Pack:
    """What goes in: the rows as they were gathered, the shape of their tables, names of colleagues, and what is left out."""

    rows: Rows
    tables: dict[str, Table]
    colleagues: dict[str, str]
    made_at: datetime
    left_out: set[str] = field(default_factory=set)
    phrases: list[str] = field(default_factory=list)

    def cleaned(self) -> Rows:
        """The rows as they are handed over: colleagues by name, nobody else by key, names and passages left out."""
        return {name: [self._row(name, row) for row in rows] for name, rows in self.rows.items() if rows}

    def _row(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        table = self.tables.get(name)
        columns = {column.name: column for column in table.columns} if table else {}
        words = table.words if table else frozenset()
        return {key: self._value(columns.get(key), key in words, key, value) for key, value in row.items()}

    def _value(self, column: Column | None, has_words: bool, key: str, value: Any) -> Any:
        if value is None:
            return None
        if key == "actor_id" or (column and column.of == "colleague"):
            return self.colleagues.get(str(value), "")
        if column and column.of == "somebody else":
            return "somebody else we know"
        return each_text(value, lambda text: without(text, self.left_out, self.phrases)) if has_words else value


def zipped(pack: Pack) -> bytes:
    """The whole as a zip."""
    rows = pack.cleaned()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("READ-ME.txt", READ_ME)
        _take_pictures(file, rows, pack.tables)
        file.writestr("everything.html", as_page(rows, pack.tables, pack.made_at))
        about = {"format": FORMAT, "made_at": pack.made_at.isoformat(), "tables": rows}
        file.writestr("everything.json", json.dumps(about, ensure_ascii=False, indent=1))
        file.writestr("schema.json", json.dumps(schema(pack.tables), ensure_ascii=False, indent=1))
        for name, table in rows.items():
            file.writestr(f"tables/{name}.csv", _as_csv(table))
    return made.getvalue()


def schema(tables: dict[str, Table]) -> dict[str, Any]:
    """What each table and column of the JSON is."""
    described = {
        table.name: {"title": table.title, "columns": {column.name: {"title": column.title, "kind": column.kind} for column in table.columns}}
        for table in tables.values()
    }
    looks = {"title": "who looked, and what was done", "columns": {name: {"title": name, "kind": "text"} for name in ("at", "actor_id", "verb", "purpose")}}
    return {"format": FORMAT, "tables": {**described, "trail_entry": looks}}


def as_page(rows: Rows, tables: dict[str, Table], made_at: datetime) -> str:
    """One page without script, style from elsewhere or picture from elsewhere: a heading for each kind, a list of what each row says."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Everything we keep about you</title></head><body><h1>Everything we keep about you</h1>"
        f"<p>Made on {made_at:%d %B %Y}.</p>"
    ]
    for name, held in rows.items():
        table = tables.get(name)
        titles = {column.name: column.title for column in table.columns} if table else {}
        title = table.title if table else "who looked, and what was done"
        parts.append(f"<h2>{escape(title[:1].upper() + title[1:])} ({len(held)})</h2>")
        for row in held:
            told = [(titles.get(key, key.replace("_", " ")), value) for key, value in row.items() if value not in (None, "", [], {})]
            said = "".join(f"<dt>{escape(label)}</dt><dd>{escape(_as_text(value))}</dd>" for label, value in told if not label.lower().endswith("id"))
            parts.append(f"<dl>{said}</dl><hr>")
    return "".join([*parts, "</body></html>"])


def _take_pictures(file: zipfile.ZipFile, rows: Rows, tables: dict[str, Table]) -> None:
    for name, table in tables.items():
        for column in table.columns:
            if column.of == "bytes":
                for number, row in enumerate(rows.get(name, []), start=1):
                    held = str(row.get(column.name) or "")
                    if held.startswith("\\x"):
                        content = bytes.fromhex(held[2:])
                        kind = next((kind for starts, kind in _PICTURES.items() if content.startswith(starts)), "bin")
                        row[column.name] = f"pictures/{name}-{number}.{kind}"
                        file.writestr(row[column.name], content)


def _as_csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer.writerow(columns)
    writer.writerows([[inert(_as_text(row.get(column))) for column in columns] for row in rows])
    return "\ufeff" + out.getvalue()


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
