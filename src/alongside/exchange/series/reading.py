"""What each row of a table of meetings says, or how to mend it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from alongside.directory.meeting import MONTHLY, WHICH, rule_of
from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow
from alongside.foundation.words import Sentence, Vocabulary, Word
from alongside.meetings.actions.series import Called, Sitting
from alongside.meetings.rules import a_call
from alongside.meetings.words import BASES, KINDS, NAME_TAKEN, NATIONS, RHYTHMS, SAY_ITS_NAME, SAY_THE_BASIS, WHICH_ONE
from alongside.places.models import Locality
from alongside.web.vocabulary import say_word

from ..caseload.dates import Order, whole_date
from ..files.sheets import entries_of

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "meeting", "practice", "what it is called"),
    "starts_on": ("first day", "starts on", "first", "date", "day"),
    "starts_at": ("time", "starts at", "at"),
    "rhythm": ("how often", "rhythm", "frequency"),
    "which": ("which of the month", "which one", "which", "week of the month"),
    "minutes": ("minutes", "how long", "length"),
    "place": ("place", "where", "room"),
    "call_link": ("call link", "link", "video link", "teams link"),
    "chair": ("chair", "in the chair"),
    "kind": ("kind", "what it is"),
    "locality": ("neighbourhood", "locality", "area"),
    "nation": ("nation", "country", "bank holidays"),
    "may_tell": ("what may be told", "may be told", "may share"),
    "basis": ("basis", "on what basis"),
    "last_day": ("last day", "until", "ends on"),
    "seats": ("seats", "at the table", "members", "who sits there"),
}
"""What a column is for, and the names by which it is known, the first as we write it ourselves."""
NEEDED = ("name", "starts_on", "starts_at", "may_tell")
MOST_ROWS = 500

NO_COLUMN = Sentence("No column is called “%(name)s”. The first row names the columns: %(needed)s are needed.")
TOO_MANY = Sentence("There are more than %(most)s rows. Bring them in several tables.")
NOT_A_DAY = Sentence("“%(typed)s” is no day with its year. Write it like 14 September 2026 or 14/09/2026.")
NOT_A_TIME = Sentence("“%(typed)s” is no time of day. Write it like 09:30.")
NOT_MINUTES = Sentence("“%(typed)s” is no number of minutes from 5 to 600.")
NOT_ONE_OF = Sentence("“%(typed)s” is not known here. Write one of: %(words)s.")
NO_SUCH_PLACE = Sentence("Your team has no neighbourhood called “%(typed)s”. Write one of: %(words)s; or leave it empty.")
NOT_A_SEAT = Sentence("“%(typed)s” says no profession. Write each seat as name, profession, organisation, e-mail, with semicolons between seats.")

_A_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", re.I)


@dataclass(frozen=True)
class Line:
    """A row: what it calls, who sits there; or what is wrong with it, in whole sentences."""

    number: int
    name: str
    called: Called | None = None
    seats: tuple[Sitting, ...] = ()
    wrong: tuple[Refused, ...] = field(default=())
    reason: str = ""


def read_series(content: bytes, name: str, *, localities: dict[str, Locality], taken: set[str]) -> list[Line]:
    """Every row; `taken` are names of meetings that the team has already."""
    entries = entries_of(with_commas(content), name)
    known = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    columns = {heading: known[fold(heading)] for heading in entries.columns if fold(heading) in known}
    missing = [column for column in NEEDED if column not in columns.values()]
    if missing:
        raise Refused(NO_COLUMN, name=COLUMNS[missing[0]][0], needed=", ".join(COLUMNS[column][0] for column in NEEDED), field="table")
    if len(entries.rows) > MOST_ROWS:
        raise Refused(TOO_MANY, most=MOST_ROWS, field="table")
    lines, names = [], {fold(one) for one in taken}
    for row in entries.rows:
        if isinstance(row, BadRow):
            lines.append(Line(row.number, row.cells[0] if row.cells else "", reason=row.reason))
            continue
        cells = {columns[heading]: " ".join(said.split()) for heading, said in row.cells.items() if heading in columns}
        lines.append(_line(row.number, cells, localities, names))
        names.add(fold(cells.get("name", "")))
    return lines


def with_commas(content: bytes) -> bytes:
    """A table copied out of a spreadsheet has tabs between its cells, however many commas stand in them."""
    text = content.decode(errors="replace")
    if "\t" not in text.partition("\n")[0]:
        return content
    told = io.StringIO()
    csv.writer(told).writerows(csv.reader(io.StringIO(text), delimiter="\t"))
    return told.getvalue().encode()


def _line(number: int, cells: dict[str, str], localities: dict[str, Locality], names: set[str]) -> Line:
    wrong: list[Refused] = []

    def take(read: Callable[[str], Any], column: str, otherwise: Any) -> Any:
        """What the cell says; where it is empty, what holds otherwise; where it cannot be read, a sentence more."""
        said = cells.get(column, "")
        try:
            return read(said) if said else otherwise
        except Refused as refused:
            wrong.append(refused)
            return otherwise

    name = cells.get("name", "")
    if not name:
        wrong.append(Refused(SAY_ITS_NAME))
    elif fold(name) in names:
        wrong.append(Refused(NAME_TAKEN))
    for column, read in (("starts_on", _day), ("starts_at", _time)):
        if not cells.get(column):
            wrong += _refused(read, "")
    if not cells.get("may_tell"):
        wrong.append(Refused(SAY_THE_BASIS))
    first, rhythm = take(_day, "starts_on", None), take(_one_of(RHYTHMS), "rhythm", "fortnightly")
    which = take(_one_of(WHICH_ONE), "which", "") if rhythm == MONTHLY else ""
    if rhythm == MONTHLY and which not in WHICH and first:
        wrong += _refused(lambda _said: rule_of(MONTHLY, first, which), "")
    place = take(lambda said: _place(said, localities), "locality", None)
    called = {
        "name": name,
        "starts_on": first,
        "starts_at": take(_time, "starts_at", None),
        "may_tell": cells.get("may_tell", ""),
        "rhythm": rhythm,
        "which": which,
        "kind": take(_one_of(KINDS), "kind", "practice"),
        "locality_id": place.id if place else None,
        "nation": take(_one_of(NATIONS), "nation", "ENG"),
        "minutes": take(_minutes, "minutes", 60),
        "basis": take(_one_of(BASES), "basis", "their yes"),
        "last_day": take(_day, "last_day", None),
        "call_link": take(a_call, "call_link", ""),
        **{column: cells.get(column, "") for column in ("place", "chair")},
    }
    seats = take(_seats, "seats", ())
    return Line(number, name, None if wrong else Called(**called), seats, tuple(wrong))


def _refused(read: Callable[[str], Any], said: str) -> list[Refused]:
    try:
        read(said)
    except Refused as refused:
        return [refused]
    return []


def _day(said: str) -> date:
    parts = whole_date(said, Order.DAY_FIRST)
    day = parts.on() if parts else None
    if day is None:
        raise Refused(NOT_A_DAY, typed=said)
    return day


def _time(said: str) -> time:
    found = _A_TIME.fullmatch(said.strip())
    hour = int(found[1]) % 12 + 12 * (found[3].lower() == "pm") if found and found[3] else int(found[1]) if found else 24
    if found is None or hour > 23 or int(found[2] or 0) > 59:
        raise Refused(NOT_A_TIME, typed=said)
    return time(hour, int(found[2] or 0))


def _minutes(said: str) -> int:
    if not said.isdigit() or not 5 <= int(said) <= 600:
        raise Refused(NOT_MINUTES, typed=said)
    return int(said)


def _one_of(words: tuple[Word, ...]) -> Callable[[str], str]:
    def read(said: str) -> str:
        for word in words:
            if fold(said) in {fold(word.stored), *(fold(say_word(word, vocabulary)) for vocabulary in Vocabulary)}:
                return word.stored
        raise Refused(NOT_ONE_OF, typed=said, words=", ".join(word.stored for word in words))

    return read


def _place(said: str, localities: dict[str, Locality]) -> Locality:
    if fold(said) not in localities:
        raise Refused(NO_SUCH_PLACE, typed=said, words=", ".join(place.name for place in localities.values()) or "–")
    return localities[fold(said)]


def _seats(said: str) -> tuple[Sitting, ...]:
    seats = []
    for one in filter(None, (part.strip() for part in said.split(";"))):
        name, profession, organisation, email, *_more = [part.strip() for part in one.split(",")] + [""] * 4
        if not (name and profession):
            raise Refused(NOT_A_SEAT, typed=one)
        seats.append(Sitting(name, profession, organisation, email))
    return tuple(seats)


def as_table(content: bytes, name: str) -> str:
    """A file that was brought, as the text that stands in the box: with tabs between its cells, to be mended there."""
    entries = entries_of(content, name)
    told = io.StringIO()
    writer = csv.writer(told, delimiter="\t", lineterminator="\n")
    writer.writerow(entries.columns)
    for row in entries.rows:
        writer.writerow(row.cells if isinstance(row, BadRow) else [row.cells.get(column, "") for column in entries.columns])
    return told.getvalue()
