"""What each row of a practice's table says, or how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow
from alongside.foundation.words import Sentence, Vocabulary
from alongside.outcomes.words import SERVICES_USED
from alongside.web.vocabulary import say_word

from ..caseload.dates import Order, whole_date
from ..files.sheets import entries_of
from ..series.reading import with_commas

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "patient", "patient name"),
    "born": ("born", "date of birth", "dob", "birthday"),
    "service": ("service", "what", "type", "event"),
    "on": ("date", "on", "day", "event date", "appointment date"),
}
"""What a column is for, and the names by which it is known, the first as we write it ourselves."""
NEEDED = tuple(COLUMNS)
MOST_ROWS = 20_000

NO_COLUMN = Sentence("No column is called “%(name)s”. The first row names the columns: %(needed)s are needed.")
TOO_MANY = Sentence("There are more than %(most)s rows. Bring them in several tables.")
NO_NAME = Sentence("There is no name in this row.")
NOT_A_DAY = Sentence("“%(typed)s” is no day with its year. Write it like 14 September 2026 or 14/09/2026.")
NOBODY_SO = Sentence("Your team knows nobody of this name who was born on this day. The row is left out; nobody is told of it.")
TWO_SO = Sentence("Your team knows two people of this name who were born on this day, so it cannot be said whose row this is. It is left out.")
NO_SUCH_SERVICE = Sentence("“%(typed)s” is none of what is counted. Write one of: %(words)s.")
OUTSIDE = Sentence("This day lies outside the days that the table tells of.")
A_DAY_AND_A_SERVICE = Sentence("A service needs its day, and a day its service. Leave both empty for somebody who used none.")

People = Mapping[tuple[str, date], Sequence[UUID]]
"""Those whom the team holds, by folded name and date of birth."""


@dataclass(frozen=True)
class Line:
    """A row: whose it is, and which use on which day, if any; or why it is left out (`unknown`), or what is wrong with it."""

    number: int
    name: str
    person: UUID | None = None
    service: str = ""
    on: date | None = None
    unknown: Refused | None = None
    wrong: tuple[Refused, ...] = field(default=())
    reason: str = ""


def read_uses(content: bytes, name: str, *, people: People, since: date, until: date) -> list[Line]:
    """Every row, for a table that tells of the days from `since` up to, not including, `until`."""
    entries = entries_of(with_commas(content), name)
    known = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    columns = {heading: known[fold(heading)] for heading in entries.columns if fold(heading) in known}
    if missing := [column for column in NEEDED if column not in columns.values()]:
        raise Refused(NO_COLUMN, name=COLUMNS[missing[0]][0], needed=", ".join(COLUMNS[column][0] for column in NEEDED), field="table")
    if len(entries.rows) > MOST_ROWS:
        raise Refused(TOO_MANY, most=f"{MOST_ROWS:,}", field="table")
    lines = []
    for row in entries.rows:
        if isinstance(row, BadRow):
            lines.append(Line(row.number, row.cells[0] if row.cells else "", reason=row.reason))
        else:
            cells = {columns[heading]: " ".join(said.split()) for heading, said in row.cells.items() if heading in columns}
            lines.append(_line(row.number, cells, people, since, until))
    return lines


def _line(number: int, cells: Mapping[str, str], people: People, since: date, until: date) -> Line:
    name, wrong = cells.get("name", ""), []
    if not name:
        wrong.append(Refused(NO_NAME))
    born, on = _day(cells.get("born", ""), wrong, needed=True), _day(cells.get("on", ""), wrong)
    service = _service(cells.get("service", ""), wrong)
    if not wrong and bool(on) != bool(service):
        wrong.append(Refused(A_DAY_AND_A_SERVICE))
    if on and not since <= on < until:
        wrong.append(Refused(OUTSIDE))
    if wrong or born is None:
        return Line(number, name, wrong=tuple(wrong))
    found = people.get((fold(name), born), ())
    if not found:
        return Line(number, name, unknown=Refused(NOBODY_SO))
    if len(found) > 1:
        return Line(number, name, unknown=Refused(TWO_SO))
    return Line(number, name, found[0], service, on)


def _day(said: str, wrong: list[Refused], *, needed: bool = False) -> date | None:
    if not said and not needed:
        return None
    parts = whole_date(said, Order.DAY_FIRST)
    day = parts.on() if parts else None
    if day is None:
        wrong.append(Refused(NOT_A_DAY, typed=said))
    return day


def _service(said: str, wrong: list[Refused]) -> str:
    if not said:
        return ""
    for word in SERVICES_USED:
        if fold(said) in {fold(word.stored), *(fold(say_word(word, vocabulary)) for vocabulary in Vocabulary)}:
            return word.stored
    wrong.append(Refused(NO_SUCH_SERVICE, typed=said, words=", ".join(word.stored for word in SERVICES_USED)))
    return ""


def by_person(lines: Sequence[Line], services: Sequence[str]) -> dict[UUID, dict[str, list[date]]]:
    """What was understood, by person: each of the services that the table tells of with its days, none of which is known as never."""
    found: dict[UUID, dict[str, list[date]]] = {}
    for line in lines:
        if line.person is not None:
            theirs = found.setdefault(line.person, {service: [] for service in services})
            if line.on and line.service in theirs:
                theirs[line.service].append(line.on)
    return {person: {service: sorted(days) for service, days in theirs.items()} for person, theirs in found.items()}
