"""The verdicts, and the one line in which a case is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of a published figure. The first three are the answers; the others say why there is none."""

    AGREES = "agrees"
    WITHIN_ROUNDING = "agrees within rounding"
    DOES_NOT_FOLLOW = "does not follow"
    NOTHING_PUBLISHED = "nothing published"
    CANNOT_BE_READ = "cannot be read"


@dataclass(frozen=True)
class Judged:
    """One case: its id, the verdict and the working."""

    id: str
    verdict: Verdict
    working: str

    @property
    def line(self) -> str:
        """The one line of it, beginning with its id."""
        return f"{self.id}: {self.verdict.value}: {self.working}"


def told_together(judged: Sequence[Judged]) -> str:
    """How many cases came to what: `22 cases: agrees 16, does not follow 3.`"""
    counted = Counter(one.verdict for one in judged)
    many = ", ".join(f"{verdict.value} {counted[verdict]}" for verdict in Verdict if counted[verdict])
    return f"{len(judged)} case{'' if len(judged) == 1 else 's'}{': ' if many else ''}{many}."
