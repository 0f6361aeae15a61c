"""What a copy, a link and an answer must be like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.foundation.refusals import Refused

from . import words

LONGEST_LINK = timedelta(days=90)
MOST_TRIES = 8
"""Wrong codes before a link is locked: one in a hundred thousand guesses at a code of six figures gets in."""
READING_TIME = timedelta(hours=1)
"""How long somebody may read before the code is asked for again."""
LONGEST_SENTENCE = 15
"""Words of one line of Easy Read; more is hard to take in (Department of Health guidance: 10 to 15)."""


@dataclass(frozen=True)
class Told:
    """One line of a copy before it is kept: whose words, what it says, and what it was taken from.

    `ask` marks what may hold somebody else, or was not written for them: it is in the copy only when that line is ticked.
    """

    part: str
    voice: str
    says: str
    more: str
    of: str
    row: UUID
    on: date | None = None
    ask: bool = False


def chosen(told: Iterable[Told], parts: Iterable[str], rows: Iterable[UUID]) -> list[Told]:
    """The lines that are in the copy: of the parts that are ticked, and of what is asked one by one only what is ticked."""
    wanted, ticked = set(parts), set(rows)
    in_order = [word.stored for word in words.PARTS]
    kept = [line for line in told if line.part in wanted and (not line.ask or line.row in ticked)]
    return sorted(kept, key=lambda line: in_order.index(line.part))


def some_part(parts: Iterable[str]) -> list[str]:
    """The parts in their order; none is refused."""
    found = [word.stored for word in words.PARTS if word.stored in set(parts)]
    if not found:
        raise Refused(words.NOTHING_CHOSEN, field="parts")
    return found


def a_last_day(until: date, today: date) -> None:
    """A link ends, within ninety days; `until` is the first day on which it no longer holds."""
    if until <= today:
        raise Refused(words.NOT_BEFORE, field="until")
    if until - today > LONGEST_LINK + timedelta(days=1):
        raise Refused(words.NOT_A_LINK, days=LONGEST_LINK.days, field="until")


def easy_lines(written: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words and the picture that was chosen for each, without the empty rows; one without the other is refused."""
    kept = []
    for number, (said, picture) in enumerate(written, 1):
        said = said.strip()
        if said and not picture:
            raise Refused(words.NEEDS_A_PICTURE, words=said, field=f"picture_{number}")
        if picture and not said:
            raise Refused(words.NEEDS_WORDS, number=number, field=f"words_{number}")
        if said:
            kept.append((said, picture))
    return kept


def is_long(sentence: str) -> bool:
    """Whether a line is longer than Easy Read should be: said to whoever writes it, and never refused."""
    return len(sentence.split()) > LONGEST_SENTENCE
