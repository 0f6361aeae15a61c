"""The file that is handed over: a document to read, the same as JSON and as a table each, and whatever pictures there are."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from alongside.foundation.cells import inert
from alongside.foundation.words import Sentence, Vocabulary
from alongside.web.vocabulary import say

from .document import as_page
from .names import each_text, without
from .shape import Column, Table
from .titles import KINDS

HISTORY = "trail_change"
FORMAT = "alongside-everything/1"
Rows = dict[str, list[dict[str, Any]]]
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}

READ_ME = Sentence(
    """Everything we keep about you
============================

Open everything.html in any browser: it is the document to read or to print.

The rest holds the same for programs:
everything.json   all of it in one file
schema.json       what each part of it is
tables            one file for a spreadsheet for each kind of thing, named below%(pictures)s

Names of other people are left out where we were not sure that you may have them.
Something is wrong? Tell us, and we put it right. You may also ask us to forget you.

%(tables)s
"""
)
_WITH_PICTURES = Sentence("pictures          the pictures we keep")


@dataclass
class Pack:
    """What goes in: the rows as they were gathered, the shape of their tables, names of colleagues, and what is left out."""

    rows: Rows
    tables: dict[str, Table]
    colleagues: dict[str, str]
    made_at: datetime
    left_out: set[str] = field(default_factory=set)
    stay: set[str] = field(default_factory=set)
    phrases: list[str] = field(default_factory=list)
    vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION

    def cleaned(self) -> Rows:
        """The rows as they are handed over: colleagues by name, nobody else by key, names and passages left out."""
        return {name: [self._row(name, row) for row in rows] for name, rows in self.rows.items() if rows}

    def _row(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        table = self.tables.get(name)
        columns = {column.name: column for column in table.columns} if table else {}
        words = table.words if table else frozenset()
        if name == HISTORY and isinstance(row.get("was"), dict):
            row = {**row, "was": self._was(row["table_name"], row["was"])}
        return {key: self._value(columns.get(key), key in words, key, value) for key, value in row.items()}

    def _was(self, of_table: str, was: dict[str, Any]) -> dict[str, Any]:
        """What a row held before, by the columns of its own table: there, too, nobody else stands by their key."""
        if of_table not in self.tables:
            return {key: value for key, value in was.items() if not key.endswith("_id")}
        return self._row(of_table, was)

    def _value(self, column: Column | None, has_words: bool, key: str, value: Any) -> Any:
        if value is None:
            return None
        if key in ("actor_id", "writer_id") or (column and column.of == "colleague"):
            return self.colleagues.get(str(value), "")
        if column and column.of == "somebody else":
            return "somebody else we know"
        return each_text(value, lambda text: without(text, self.left_out, self.phrases, stay=self.stay)) if has_words else value


def zipped(pack: Pack) -> bytes:
    """The whole as a zip."""
    rows = pack.cleaned()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        pictures = _take_pictures(file, rows, pack.tables)
        file.writestr("READ-ME.txt", _read_me(rows, pack.vocabulary, pictures))
        file.writestr("everything.html", as_page(rows, pack.tables, pack.made_at, pack.vocabulary))
        about = {"format": FORMAT, "made_at": pack.made_at.isoformat(), "tables": rows}
        file.writestr("everything.json", json.dumps(about, ensure_ascii=False, indent=1))
        file.writestr("schema.json", json.dumps(schema(pack.tables), ensure_ascii=False, indent=1))
        for name, table in rows.items():
            file.writestr(f"tables/{name}.csv", _as_csv(table))
    return made.getvalue()


def _read_me(rows: Rows, vocabulary: Vocabulary, pictures: int) -> str:
    tables = "\n".join(f"tables/{name}.csv: {say(KINDS[name].title, vocabulary)} ({len(held)})" for name, held in rows.items())
    return say(READ_ME, vocabulary, tables=tables, pictures="\n" + say(_WITH_PICTURES, vocabulary) if pictures else "")


def schema(tables: dict[str, Table]) -> dict[str, Any]:
    """What each table and column of the JSON is."""
    described = {
        table.name: {"title": table.title, "columns": {column.name: {"title": column.title, "kind": column.kind} for column in table.columns}}
        for table in tables.values()
    }
    looks = {"title": "who looked, and what was done", "columns": {name: {"title": name, "kind": "text"} for name in ("at", "actor_id", "verb", "purpose")}}
    return {"format": FORMAT, "tables": {**described, "trail_entry": looks}}


def _take_pictures(file: zipfile.ZipFile, rows: Rows, tables: dict[str, Table]) -> int:
    """Pictures as files of their own, and how many; bytes that are no picture, such as a seal of the trail, say nothing to anybody and stay here."""
    many = 0
    for name, table in tables.items():
        for column in [column.name for column in table.columns if column.of == "bytes"]:
            for number, row in enumerate(rows.get(name, []), start=1):
                held = str(row.pop(column, None) or "")
                content = bytes.fromhex(held[2:]) if held.startswith("\\x") else b""
                if kind := next((kind for starts, kind in _PICTURES.items() if content.startswith(starts)), ""):
                    row[column] = f"pictures/{name}-{number}.{kind}"
                    file.writestr(row[column], content)
                    many += 1
    return many


def _as_csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer.writerow(columns)
    writer.writerows([[inert(_as_text(row.get(column))) for column in columns] for row in rows])
    return "\ufeff" + out.getvalue()


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
