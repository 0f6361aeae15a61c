"""When an answer is one, and how long a link may be open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from alongside.foundation.refusals import Refused

from .words import ONE_OR_MORE, OPEN_FOR_A_WHILE, SAY_SOMETHING

MOST_ASKED = 1_000
LONGEST = timedelta(days=366)
SIX_WEEKS = timedelta(days=42)
"""How long a link is open unless somebody says otherwise."""


@dataclass(frozen=True)
class Said:
    """An answer as it is given: by question what was chosen, and words; or that somebody would rather not."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    would_rather_not: bool = False

    @property
    def ended(self) -> str:
        return "would rather not" if self.would_rather_not else "answered"


def is_an_answer(said: Said) -> None:
    """Refuses an empty sheet: that is neither an answer nor a no."""
    if not said.would_rather_not and not said.words.strip() and not any(said.chosen.values()):
        raise Refused(SAY_SOMETHING)


def may_be_asked(how_many: int, until: date, today: date) -> None:
    """Refuses what nobody could answer. `until` is the first day on which the link opens nothing."""
    if not 1 <= how_many <= MOST_ASKED:
        raise Refused(ONE_OR_MORE, field="how_many")
    if not today < until <= today + LONGEST:
        raise Refused(OPEN_FOR_A_WHILE, field="last_day")
