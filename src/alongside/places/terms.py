"""When there is school: lines as a council's page has them, read as terms. Half terms are the gaps between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import words

YEAR_BEGINS = 8
"""The month in which a school year begins: in Scotland and Leicestershire there is school in August already, and nowhere from late July on."""

SHORTEST, LONGEST = 14, 200
"""Days: what is shorter is a holiday, and what is longer no term."""

LONGEST_LINE = 80
"""Letters of a line that a refusal reads out."""

_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)}
_DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)"
    r"|(?P<d2>\d{1,2})\s*[./-]\s*(?P<m2>\d{1,2})\s*[./-]\s*(?P<y2>\d{4})"
    r"|\b(?P<d3>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m3>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?:\s+(?P<y3>\d{4}))?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:from|starts?|begins?|opens?)\b", re.IGNORECASE)
_NO_SCHOOL = re.compile(r"\b(?:holidays?|closed|inset|break)\b", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Term:
    """A stretch of days on which there is school, the last one with it."""

    starts_on: date
    last_day: date
    name: str = ""


def read_terms(text: str) -> list[Term]:
    """Every line as a term, in order of days; a line that is none is refused with its number."""
    terms = sorted(_term(number, " ".join(line.split())) for number, line in enumerate(text.splitlines(), start=1) if line.strip())
    for one, other in pairwise(terms):
        if other.starts_on <= one.last_day:
            raise Refused(words.ON_TOP, one=written(one), other=written(other), field="lines")
    return terms


def _term(number: int, line: str) -> Term:
    found = list(_DAY.finditer(line))
    if len(found) != 2:
        raise _refused(words.TWO_DATES, number, line)
    last_year = _year(found[1])
    try:
        last = _date(found[1], last_year)
        first = _date(found[0], _year(found[0]) or last_year)
    except ValueError:
        raise _refused(words.NO_SUCH_DAY, number, line) from None
    except TypeError:
        raise _refused(words.TWO_DATES, number, line) from None
    days = (last - first).days + 1
    if days < 1:
        raise _refused(words.ENDS_FIRST, number, line)
    if days < SHORTEST or _NO_SCHOOL.search(line):
        raise _refused(words.A_HOLIDAY, number, line)
    if days > LONGEST:
        raise _refused(words.TOO_LONG, number, line)
    return Term(first, last, _BESIDE.sub(" ", line[: found[0].start()]).strip(" \t:;,.-–—|"))


def _refused(sentence: Sentence, number: int, line: str) -> Refused:
    return Refused(sentence, number=number, line=line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…", field="lines")


def _year(found: re.Match[str]) -> int | None:
    year = found["y"] or found["y2"] or found["y3"]
    return int(year) if year else None


def _date(found: re.Match[str], year: int | None) -> date:
    month = _MONTHS[found["m3"].lower()] if found["m3"] else int(found["m"] or found["m2"])
    return date(year, month, int(found["d"] or found["d2"] or found["d3"]))  # type: ignore[arg-type]  # no year is a TypeError, which is told


def school_year(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year if day.month >= YEAR_BEGINS else day.year - 1


def of_year(terms: Sequence[Term], year: int) -> None:
    """Refuses a term that begins in another school year."""
    for number, term in enumerate(terms, start=1):
        if school_year(term.starts_on) != year:
            raise Refused(words.ANOTHER_YEAR, number=number, line=written(term), year=year, next=year + 1, field="lines")


def written(term: Term) -> str:
    """A term as it is typed: `Autumn: 3 September 2026 to 23 October 2026`."""
    said = f"{_said(term.starts_on)} to {_said(term.last_day)}"
    return f"{term.name}: {said}" if term.name else said


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def written_all(terms: Sequence[Term]) -> str:
    """Terms as they are typed, a line each; read again, they are the same."""
    return "\n".join(written(term) for term in terms)
