"""What a column of dates shows of their order, before any cell of it is read."""

from __future__ import annotations

from collections.abc import Mapping as Paired
from dataclasses import dataclass
from datetime import date

from alongside.foundation.words import Sentence

from . import sayings
from .book import Cell, Spot
from .dates import WRITTEN as A_DATE
from .dates import Evidence, Order, Parts, birthday, month_alone, parts_of, whole_date
from .telling import Choice, Fate, Ledger, told

ORDERS = {Order.DAY_FIRST: Sentence("day first"), Order.MONTH_FIRST: Sentence("month first")}


@dataclass(frozen=True)
class Reading:
    """In which order the dates of a column are read, and what shows it."""

    order: Order | None = None
    shows: str = ""
    by: Sentence = sayings.DAY_BY_COLUMN


def reading_of(column: Evidence, whole_file: Evidence, said: Order | None) -> Reading:
    """By the mapping, else by the column itself, else by the rest of the file; else it is a doubt."""
    if said:
        return Reading(said, "", sayings.DAY_BY_MAPPING)
    for evidence, by in ((column, sayings.DAY_BY_COLUMN), (whole_file, sayings.DAY_BY_FILE)):
        if evidence.order == Order.DAY_FIRST:
            return Reading(Order.DAY_FIRST, evidence.shows_day_first, by)
        if evidence.order == Order.MONTH_FIRST:
            return Reading(Order.MONTH_FIRST, evidence.shows_month_first, by)
        if evidence.day_first or evidence.month_first:
            return Reading()
    return Reading()


@dataclass(frozen=True)
class DateCell:
    """One cell that ought to hold a date."""

    spot: Spot
    cell: Cell
    column: str
    reading: Reading
    today: date
    ledger: Ledger

    def day(self) -> tuple[date | None, str]:
        """The day it means, and the words that must be kept beside it."""
        text = self.cell.text
        if self.cell.day:
            return self._not_to_come(self.cell.day, sayings.SHEET_SAYS_DAY)
        if (parts := whole_date(text, self.reading.order)) is not None:
            return self._of_parts(parts)
        if first := month_alone(text):
            chosen = self._ask("month", sayings.MONTH_ONLY, {"first": (sayings.FIRST_OF_MONTH, {}), "words": (sayings.IN_WORDS, {})}, whole_column=True)
            return (first, text) if chosen == "first" else (None, text)
        return self._inside()

    def born(self) -> tuple[date | None, str]:
        """The day somebody was born."""
        text = self.cell.text
        parts = None if self.cell.day else whole_date(text, self.reading.order)
        if self.cell.day is None and parts is None:
            return self._inside()
        if self.cell.day:
            self._understood(self.cell.day, sayings.SHEET_SAYS_DAY)
            return (self.cell.day, "") if self.cell.day <= self.today else self._not_to_come(self.cell.day, sayings.THE_DAY)
        assert parts is not None  # noqa: S101 - for the type checker: one of the two is there
        days = birthday(parts, text, self.today)
        if len(days) > 1:
            choices = {f"{day.year}": (sayings.BORN_ON, {"day": day}) for day in days} | {"words": (sayings.IN_WORDS, {})}
            chosen = self._ask("century", sayings.CENTURY, choices)
            return next((day for day in days if f"{day.year}" == chosen), None), "" if chosen != "words" else text
        return self._of_parts(Parts(parts.day, parts.month, days[0].year, parts.swaps)) if days else self._refused(sayings.NO_SUCH_DAY)

    def _of_parts(self, parts: Parts) -> tuple[date | None, str]:
        day, other = parts.on(), parts.swapped.on() if parts.swaps else None
        if day is None:
            return self._refused(sayings.NO_SUCH_DAY)
        if other is None or self.reading.order is not None:
            return self._not_to_come(day, self.reading.by if other else sayings.THE_DAY)
        choices: dict[str, tuple[Sentence, dict[str, object]]] = {
            "day first": (sayings.DAY_FIRST, {"day": day}),
            "month first": (sayings.MONTH_FIRST, {"day": other}),
            "words": (sayings.IN_WORDS, {}),
        }
        chosen = self._ask("order", sayings.EITHER_ORDER, choices, whole_column=True)
        if chosen == "words":
            return None, self.cell.text
        return self._not_to_come(day if chosen == "day first" else other, sayings.THE_DAY)

    def _inside(self) -> tuple[date | None, str]:
        """A date among other words, as in “started 3/4/25 with Jo”."""
        text = self.cell.text
        found = [made for match in A_DATE.finditer(text) if (made := parts_of(match, self.reading.order)) and made.year and made.on()]
        if len(found) != 1 or (found[0].swaps and self.reading.order is None):
            return self._refused(sayings.NO_DATE)
        day = found[0].on()
        if day is None or day > self.today:
            return self._refused(sayings.NO_DATE)
        chosen = self._ask("inside", sayings.DATE_INSIDE, {"take": (sayings.THE_DAY, {"day": day}), "words": (sayings.IN_WORDS, {})})
        return (day if chosen == "take" else None), text

    def _not_to_come(self, day: date, why: Sentence) -> tuple[date | None, str]:
        if day > self.today:
            self._ask("not yet", sayings.NOT_YET, {"words": (sayings.IN_WORDS, {})})
            return None, self.cell.text
        self._understood(day, why)
        return day, ""

    def _understood(self, day: date, why: Sentence) -> None:
        parts: dict[str, object] = {"day": day}
        if why in (sayings.DAY_BY_COLUMN, sayings.DAY_BY_FILE, sayings.DAY_BY_MAPPING) and self.reading.order:
            parts |= {"order": ORDERS[self.reading.order]}
            parts |= {"shows": self.reading.shows} if why != sayings.DAY_BY_MAPPING else {}
        self.ledger.tell(Fate.UNDERSTOOD, self.spot, self.cell.text, self.column, told(why, **parts))

    def _refused(self, why: Sentence) -> tuple[None, str]:
        self.ledger.tell(Fate.REFUSED, self.spot, self.cell.text, self.column, told(why))
        return None, self.cell.text

    def _ask(self, kind: str, why: Sentence, choices: Paired[str, tuple[Sentence, Paired[str, object]]], *, whole_column: bool = False) -> str:
        text = self.cell.text
        parts = {"text": text} if "%(text)s" in why.lac else {}
        offered = [Choice(key, told(words, **given)) for key, (words, given) in choices.items()]
        return self.ledger.ask(kind, self.spot, text, self.column, told(why, **parts), *offered, whole_column=whole_column)
