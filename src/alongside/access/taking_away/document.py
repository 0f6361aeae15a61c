"""Everything we keep about somebody as a document that they can read: chapters, days as people say them, who wrote what; no key, no name of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.access.saying_looks import deed, meetings_in, reason, role, times
from alongside.foundation.words import Vocabulary
from alongside.trail.words import NAME_ONLY
from alongside.web.vocabulary import all_words, say, say_word, with_capital

from .names import texts_of
from .shape import Column, Table
from .titles import CHAPTERS, KINDS, LABELS, ON_A_MAP, PLAIN, TECHNICAL, WHEN

Rows = dict[str, list[dict[str, Any]]]
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|https?://\S+|/\S*/", re.IGNORECASE)
_STYLE = (
    "body{font:1.15rem/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}h1,h2,h3{font-family:Arial,sans-serif;"
    "line-height:1.25}"
    "h2{margin-top:3rem;border-bottom:2px solid #111;padding-bottom:.3rem}h3{margin:2rem 0 0;font-size:1.15rem}"
    ".when{margin:.1rem 0;color:#444}"
    ".said{margin:.4rem 0;white-space:pre-line}.label{color:#444}ul{padding-left:1.2rem}.quiet{color:#444}"
    "@media print{h2{break-before:page}article{break-inside:avoid}}"
)


@dataclass(frozen=True)
class Told:
    """One thing we keep: when, what it is called, who wrote it, and what it says (each with a label or none)."""

    when: date | None
    at: str
    title: str
    by: str
    says: list[tuple[str, str]]


class Telling:
    """How rows are told, in a team's words."""

    def __init__(self, tables: dict[str, Table], vocabulary: Vocabulary) -> None:
        self.tables = tables
        self.vocabulary = vocabulary

    def told(self, name: str, row: dict[str, Any]) -> Told:
        """A row of a table."""
        table = self.tables[name]
        when = next((day for column in WHEN if (day := as_day(row.get(column)))), None)
        by = next((str(row[column]) for column in ("by_id", "actor_id", "writer_id") if row.get(column)), "")
        return Told(when, str(row.get("at") or row.get("saved_at") or ""), say(KINDS[name].title, self.vocabulary), by, list(self.says(table, row)))

    def on_a_map(self, name: str, row: dict[str, Any]) -> Told:
        """Where a place of theirs lies, in figures."""
        says = [(say(LABELS[column], self.vocabulary), str(row[column])) for column in sorted(ON_A_MAP) if row.get(column) not in (None, "")]
        return Told(None, "", say(KINDS[name].title, self.vocabulary), "", says)

    def says(self, table: Table, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What its columns say, the words first."""
        shown = [column for column in table.columns if column.name not in TECHNICAL | ON_A_MAP and row.get(column.name) not in (None, "", [], {})]
        when = next((column for column in WHEN if row.get(column)), "")
        for column in sorted(shown, key=lambda one: one.name not in PLAIN):
            if column.name == "writer_id" or (column.name == when and column.name not in ("since", "sent_on")):
                continue
            if column.name == "was":
                yield from self._was(row)
            elif text := self._text(column, row[column.name]):
                yield ("" if column.name in PLAIN else say(LABELS[column.name], self.vocabulary)), text

    def _was(self, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
        before, of = row["was"], self.tables.get(str(row.get("table_name")))
        if of is None or not isinstance(before, dict) or not before.keys() & {column.name for column in of.columns}:
            yield say(LABELS["was"], self.vocabulary), "\n".join(texts_of(before))
            return
        yield "", say(KINDS[of.name].title, self.vocabulary) + ":"
        yield from self.says(of, before)

    def _text(self, column: Column, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if column.kind == "ArrayField" and column.name == "days":
            return ", ".join(date_format(date(2024, 1, int(day)), "l") for day in value)  # 1 January 2024 was a Monday
        if isinstance(value, list) and column.among:
            return ", ".join(self._choice(column, one) for one in value)
        if isinstance(value, list | dict):
            return "\n".join(text for text in texts_of(value) if text.strip() and not _KEY.fullmatch(text.strip()))
        if column.among:
            return with_capital(self._choice(column, value))
        day = as_day(value) if column.kind in ("DateField", "DateTimeField") else None
        return date_format(day, "j F Y") if day else f"{value[:5]}" if column.kind == "TimeField" else _KEY.sub("", str(value)).strip()

    def _choice(self, column: Column, value: Any) -> str:
        word = all_words()[column.among].get(str(value))
        return say_word(word, self.vocabulary) if word else str(value)


def as_page(rows: Rows, tables: dict[str, Table], made_at: datetime, vocabulary: Vocabulary) -> str:
    """One page with no script and nothing from elsewhere."""
    telling = Telling(tables, vocabulary)
    chapters = [(key, say(title, vocabulary), "".join(_chapter(key, rows, telling))) for key, title in CHAPTERS.items()]
    chapters = [chapter for chapter in chapters if chapter[2]]
    title = escape(_("Everything we keep about you"))
    made = escape(_("Made on %(day)s.") % {"day": date_format(timezone.localtime(made_at), "j F Y")})
    contents = "".join(f'<li><a href="#{key.replace(" ", "-")}">{escape(heading)}</a></li>' for key, heading, _text in chapters)
    parts = "".join(f'<section><h2 id="{key.replace(" ", "-")}">{escape(heading)}</h2>{text}</section>' for key, heading, text in chapters)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main><h1>{title}</h1><p>{made}</p>"
        f"<p>{escape(_('Something is wrong? Tell us, and we put it right. You may also ask us to forget you.'))}</p>"
        f'<nav aria-label="{escape(_("Chapters"))}"><ul>{contents}</ul></nav>{parts}</main></body></html>'
    )


def _chapter(key: str, rows: Rows, telling: Telling) -> Iterator[str]:
    if key == "looked":
        yield from _looked(rows.get("trail_entry", []), telling.vocabulary)
        return
    told = [telling.told(name, row) for name, kind in KINDS.items() if kind.chapter == key for row in rows.get(name, [])]
    if key == "for programs":
        told += [one for name in KINDS for row in rows.get(name, []) if (one := telling.on_a_map(name, row)).says]
    # What was added stands above as it is now; only what it said before is told here.
    told = [one for one in told if one.says or key != "was"]
    for one in sorted(told, key=lambda one: (one.when or date.min, one.at)):
        yield _article(one)


def _article(one: Told) -> str:
    when = date_format(one.when, "j F Y") if one.when else ""
    written = _("written by %(name)s") % {"name": one.by} if one.by else ""
    said = "".join(f'<p class="said">{_labelled(label)}{escape(text)}</p>' for label, text in one.says)
    return f'<article><h3>{escape(one.title)}</h3><p class="when">{escape(", ".join(filter(None, (when, written))))}</p>{said}</article>'


def _labelled(label: str) -> str:
    return f'<span class="label">{escape(label)}:</span> ' if label else ""


def _looked(lines: list[dict[str, Any]], vocabulary: Vocabulary) -> Iterator[str]:
    """Who looked and why, by person; lists and the like, which showed no more than a name, in one line at the end."""
    if not lines:
        return
    real = [line for line in lines if not only_the_name(line)]
    people: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in real:
        people.setdefault((str(line.get("actor_id") or _("Somebody")), role(str(line.get("role") or ""), vocabulary)), []).append(line)
    for (who, as_a), theirs in people.items():
        named = f"{who} ({as_a})" if as_a and as_a != "none" else who
        yield f"<article><h3>{escape(named)}</h3><ul>"
        for why, by_reason in _grouped(theirs, vocabulary):
            done = Counter(deed(line["verb"], line["about"], line["outcome"], vocabulary) for line in by_reason)
            what = "; ".join(times(said, many, vocabulary) for said, many in done.items())
            yield f"<li>{escape(with_capital(why))}{': ' if why else ''}{escape(what)} ({escape(_span(by_reason))})</li>"
        yield "</ul></article>"
    if many := len(lines) - len(real):
        yield f'<p class="quiet">{escape(_("Besides, your name stood in lists, on the page of the day and the like: %(many)s times.") % {"many": many})}</p>'


def only_the_name(line: dict[str, Any]) -> bool:
    """Whether a line of the trail says that no more than a name was seen."""
    return line["verb"] == "looked at" and str(line["about"]).removeprefix("page ") in NAME_ONLY


def _grouped(lines: Iterable[dict[str, Any]], vocabulary: Vocabulary) -> list[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    meetings = meetings_in(str(line.get("purpose") or "") for line in lines)
    for line in lines:
        found.setdefault(reason(str(line.get("purpose") or ""), vocabulary, meetings), []).append(line)
    return list(found.items())


def _span(lines: list[dict[str, Any]]) -> str:
    days = sorted(day for line in lines if (day := as_day(line["at"])))
    first, last = (date_format(day, "j F Y") for day in (days[0], days[-1]))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def as_day(value: Any) -> date | None:
    """The day of a day or moment as JSON has it."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return timezone.localtime(found).date() if found.tzinfo else found.date()
