"""How often each person used a service in two windows of one length: before they were introduced, and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

SHORTEST, LONGEST = 28, 366
"""Days of a window: four weeks, and a year with its leap day."""
NO_WINDOW = Sentence("A window has %(least)s to %(most)s days; %(given)s is none.")


class LeftOut(StrEnum):
    """Why somebody is in neither window, which is said beside every figure."""

    NOT_KNOWN_BEFORE = "not known long enough before"
    NOT_KNOWN_AFTER = "not known long enough after"


@dataclass(frozen=True)
class Span:
    """From which day to which (the last with it) one source tells of somebody's use, and when they were introduced (or, of others, as if)."""

    introduced_on: date
    known_from: date
    known_to: date


@dataclass(frozen=True)
class Seen:
    """One use of a service: whose, and on which day."""

    person: Hashable
    on: date


@dataclass(frozen=True)
class Counted:
    """How often one person used it in each window."""

    person: Hashable
    before: int
    after: int

    @property
    def change(self) -> int:
        """How much more often afterwards."""
        return self.after - self.before


def counted(spans: dict[Hashable, Span], seen: Iterable[Seen], *, days: int) -> tuple[Sequence[Counted], dict[LeftOut, int]]:
    """Everybody whom the source tells of over both windows, each of `days` days, the day of the introduction in neither; and how many are left out, by why.

    Somebody who never used it counts as nought; somebody of whom nothing is known does not count at all.
    """
    if not SHORTEST <= days <= LONGEST:
        raise Refused(NO_WINDOW, least=SHORTEST, most=LONGEST, given=days)
    left_out: Counter[LeftOut] = Counter()
    within: dict[Hashable, list[int]] = {}
    for person, span in spans.items():
        if (span.introduced_on - span.known_from).days < days:
            left_out[LeftOut.NOT_KNOWN_BEFORE] += 1
        elif (span.known_to - span.introduced_on).days < days:
            left_out[LeftOut.NOT_KNOWN_AFTER] += 1
        else:
            within[person] = [0, 0]
    for one in seen:
        if one.person in within:
            apart = (one.on - spans[one.person].introduced_on).days
            if 0 < abs(apart) <= days:
                within[one.person][apart > 0] += 1
    return [Counted(person, *times) for person, times in within.items()], dict(left_out)
