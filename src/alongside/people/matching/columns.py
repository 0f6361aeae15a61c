"""Which column of a file of people says what: given by whoever asks, or guessed from the heading and then said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import Row
from alongside.foundation.words import Sentence

from .describing import Described, describe

MEANINGS = ("id", "name", "given", "family", "called", "born", "phone", "postcode", "address", "place", "truth")
SEVERAL = ("address", "given", "family")
"""Meanings that several columns may share."""
_HEADINGS = {
    "id": "id|rec id|record id|person id|client id|case id|reference|ref|key|number|uid|uuid|row id",
    "name": "name|full name|person|client|client name|person name|who|patient name|service user",
    "given": "given name|given|first name|forename|firstname|forenames|given names|christian name|givenname|fname|middle name|middle names",
    "family": "surname|family name|family|last name|lastname|familyname|lname|sname|second name",
    "called": "likes to be called|known as|preferred name|called|nickname|alias|aka|preferred",
    "born": "date of birth|dob|born|birth date|birthdate|birthday|d o b|date birth|dateofbirth",
    "phone": "phone|telephone|mobile|tel|phone number|telephone number|mobile number|contact number|landline|home phone",
    "postcode": "postcode|post code|zip|zip code|postal code",
    "address": "address|street number|house number|house|number and street|street|address 1|address 2|address 3|address line 1|address line 2|address line 3|"
    "addr|address1|address2|address3|street address|home address",
    "place": "suburb|town|city|place|locality|village|town city",
}
_GUESSES = {heading: meaning for meaning, headings in _HEADINGS.items() for heading in headings.split("|")}
_DATES = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%B %d %Y", "%Y/%m/%d")
_MONTH_FIRST = ("%m/%d/%Y", "%m-%d-%Y")
_TWO_DIGITS = ("%d/%m/%y", "%d.%m.%y", "%d-%m-%y", "%d-%b-%y", "%d %b %y")
_NOTHING = frozenset({"", "n/a", "na", "none", "unknown", "not known", "null", "nan", "-", "?", "tbc"})


@dataclass(frozen=True)
class Columns:
    """Which columns say what, by meaning; and how the file writes a date of birth."""

    named: Mapping[str, tuple[str, ...]]
    month_first: bool = False

    def text(self, row: Row, meaning: str) -> str:
        """What a row says of this, spaces tidied; empty when it says that it does not know."""
        words = " ".join(row.cells[column] for column in self.named.get(meaning, ())).split()
        said = " ".join(words)
        return "" if said.casefold() in _NOTHING else said

    def described(self, row: Row) -> Described:
        """A row as the engine compares it."""
        texts = {meaning: self.text(row, meaning) for meaning in ("name", "given", "family", "called", "phone", "postcode", "address", "place")}
        if texts["given"] or texts["family"]:
            texts["name"] = ""
        return describe(**texts, born=read_date(self.text(row, "born"), month_first=self.month_first))

    def told(self) -> str:
        """What was understood, in a line."""
        return "; ".join(f"{meaning}: {', '.join(columns)}" for meaning, columns in self.named.items())


def find_columns(heading: Iterable[str], given: Mapping[str, Iterable[str]]) -> Columns:
    """The columns that were given; every other meaning guessed from the heading, if it can be."""
    columns = list(heading)
    named: dict[str, tuple[str, ...]] = {}
    for meaning, names in given.items():
        if meaning not in MEANINGS:
            raise Refused(Sentence("A mapping may say these: %(these)s. It says “%(what)s”."), these=", ".join(MEANINGS), what=meaning)
        found = tuple(_column(name, columns) for name in names)
        if found:
            named[meaning] = found
    # What says who somebody truly is may be how the file names a row, too.
    taken = {column for meaning, names in named.items() if meaning != "truth" for column in names}
    for column in columns:
        meaning = _GUESSES.get(fold(column.replace("_", " ")), "")
        if meaning and column not in taken and meaning not in given and (meaning in SEVERAL or meaning not in named):
            named[meaning] = (*named.get(meaning, ()), column)
    if not {"name", "given", "family"} & set(named):
        raise Refused(
            Sentence("No column could be taken for a name. Say which it is, with --name COLUMN, or --given and --family. The columns are: %(columns)s."),
            columns=", ".join(columns),
        )
    return Columns({meaning: named[meaning] for meaning in MEANINGS if meaning in named})


def _column(name: str, columns: list[str]) -> str:
    found = next((column for column in columns if column == name), None) or next((column for column in columns if fold(column) == fold(name)), None)
    if found is None:
        raise Refused(Sentence("There is no column “%(name)s”. The columns are: %(columns)s."), name=name, columns=", ".join(columns))
    return found


def writes_months_first(dates: Iterable[str]) -> bool:
    """Whether a file writes 12/31/1950: some day stands second, and none first."""
    first = second = 0
    for text in dates:
        found = re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$", text)
        if found:
            first, second = max(first, int(found[1])), max(second, int(found[2]))
    return first <= 12 < second


def read_date(text: str, *, month_first: bool = False) -> date | None:
    """A date of birth as people write it, the day before the month unless told otherwise; None when it is none."""
    cleaned = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", "", text.split("T")[0].strip().removesuffix(" 00:00:00"))
    for form in (*(_MONTH_FIRST if month_first else ()), *_DATES, *_TWO_DIGITS):
        try:
            found = datetime.strptime(cleaned, form).date()  # noqa: DTZ007 - a day of birth has no zone
        except ValueError:
            continue
        if form in _TWO_DIGITS and found.year > 2015:
            found = found.replace(year=found.year - 100)
        return found if found.year > 1800 else None
    return None
