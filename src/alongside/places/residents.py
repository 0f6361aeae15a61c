"""How many people live in each locality: lines as they are typed, or pasted from a spreadsheet, read as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import words

MOST = 500_000
"""People: a city, and so no locality."""
FIRST_YEAR = 2001
LONGEST_LINE = 80
"""Letters of a line that a refusal reads out."""

_NUMBER = re.compile(r"[\s:;,]+[\"']?(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.0+)?[\"']?[\s;,]*$")


def read_residents(text: str, names: Mapping[str, str]) -> dict[str, int | None]:
    """How many live in each locality that is named, by key; None where no number stands beside it. `names` are the localities by key.

    A first line without any digit that names no locality is taken for the heading of a pasted table.
    """
    by_name = {fold(name): key for key, name in names.items()}
    found: dict[str, int | None] = {}
    lines = [(number, " ".join(line.split())) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    for number, line in lines:
        many = _NUMBER.search(line)
        named = fold(line[: many.start()] if many else line.rstrip(" :;,\t"))
        key = by_name.get(named)
        if key is None:
            if not many and any(named.startswith(f"{name} ") for name in by_name):
                raise _refused(words.NO_NUMBER_OF_RESIDENTS, number, line)
            if number == lines[0][0] and not re.search(r"\d", line):
                continue
            raise _refused(words.NO_SUCH_LOCALITY, number, line, names=", ".join(names.values()))
        if key in found:
            raise _refused(words.LOCALITY_TWICE, number, line, name=names[key])
        found[key] = _many(number, line, many[1]) if many else None
    return found


def written_residents(names: Mapping[str, str], known: Mapping[str, int]) -> str:
    """Every locality as it is typed, a line each; the number is left to be written where it is not known."""
    return "\n".join(f"{name}: {known[key]:,}" if key in known else f"{name}:" for key, name in names.items())


def _many(number: int, line: str, said: str) -> int:
    many = int(re.sub(r"\D", "", said))
    if many > MOST:
        raise _refused(words.TOO_MANY_RESIDENTS, number, line)
    if not many:
        raise _refused(words.NO_NUMBER_OF_RESIDENTS, number, line)
    return many


def _refused(sentence: Sentence, number: int, line: str, **parts: str) -> Refused:
    said = line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
    return Refused(sentence, number=number, line=said, field="lines", **parts)
