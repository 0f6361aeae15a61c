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
LONGEST_WORDS = 20_000
"""Letters that are written at once by a link: some ten pages."""
MOST_SAID = 40
"""How often somebody may write by their link within a day."""
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


@dataclass(frozen=True)
class Differs:
    """One thing that is otherwise than in the copy before: `new`, `said differently` (with what it said), or `gone`."""

    how: str
    part: str
    says: str
    before: str = ""


VERSIONS = ("agreement", "goodlife")
"""What there is one of at a time: a new one takes the place of the one before, and is the same thing said differently."""


def since_last(before: Iterable[Told], now: Iterable[Told], both: Iterable[str] | None = None) -> list[Differs]:
    """What a copy says otherwise than the one before, in its order; what is in it no more comes last.

    `both` are the parts that were ticked in either copy, if not all of them: what was left out of the one is not new in the other.
    """
    parts = None if both is None else set(both)
    then, here = ([line for line in lines if parts is None or line.part in parts] for lines in (before, now))
    known = {_same(line): line for line in then}
    kept = {_same(line) for line in here}
    told = []
    for line in here:
        was = known.get(_same(line))
        if was is None:
            told.append(Differs("new", line.part, line.says))
        elif (was.says, was.more) != (line.says, line.more):
            told.append(Differs("said differently", line.part, _one_line(line), _one_line(was)))
    return told + [Differs("gone", line.part, line.says) for key, line in known.items() if key not in kept]


def _same(line: Told) -> tuple[str, str | UUID]:
    return line.of, line.of if line.of in VERSIONS else line.row


def also_in_it(before: Iterable[str], now: Iterable[str]) -> list[str]:
    """The parts that are in this copy and were not ticked for the one before."""
    had = set(before)
    return [part for part in now if part not in had]


def _one_line(line: Told) -> str:
    return f"{line.says} ({line.more})" if line.more else line.says


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


def not_too_often(said: int) -> None:
    """Whoever holds a link writes within bounds."""
    if said >= MOST_SAID:
        raise Refused(words.ENOUGH_TODAY, most=MOST_SAID, field="words")


@dataclass(frozen=True)
class EasyTold:
    """A line of Easy Read as somebody wrote it: of which part, its words, and the picture they chose: one of our drawings by
    its name, or the key of one of theirs or of the organisation's."""

    words: str
    picture: str
    part: str = "else"


def easy_lines(written: Iterable[EasyTold]) -> list[EasyTold]:
    """In the order of the parts, without the empty rows; words without a picture, or the other way round, are refused."""
    kept = []
    for number, line in enumerate(written, 1):
        said = line.words.strip()
        if said and not line.picture:
            raise Refused(words.NEEDS_A_PICTURE, words=said, field=f"picture_{number}")
        if line.picture and not said:
            raise Refused(words.NEEDS_WORDS, number=number, field=f"words_{number}")
        if said:
            kept.append(EasyTold(said, line.picture, line.part))
    in_order = [word.stored for word in words.EASY_PARTS]
    return sorted(kept, key=lambda line: in_order.index(line.part))


def not_written(parts: Iterable[str]) -> list[str]:
    """The parts of which nothing is written in Easy Read, but for the last, which is whatever else."""
    there = set(parts)
    return [word.stored for word in words.EASY_PARTS if word.stored != "else" and word.stored not in there]


def is_long(sentence: str) -> bool:
    """Whether a line is longer than Easy Read should be: said to whoever writes it, and never refused."""
    return len(sentence.split()) > LONGEST_SENTENCE
