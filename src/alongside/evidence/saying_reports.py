"""A report as a page, a print or a file shows it: its figures counted and said, under the message of the first that says something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.foundation.words import Vocabulary

from .asking import Asking, shown
from .reports import Report
from .saying import Shown, told


@dataclass(frozen=True)
class Told:
    """One report over one period of one team."""

    report: Report
    vocabulary: Vocabulary
    figures: Sequence[Shown]

    @property
    def name(self) -> str:
        return told(self.report.name, self.vocabulary)

    @property
    def asks(self) -> str:
        return told(self.report.asks, self.vocabulary)

    @property
    def lacks(self) -> str:
        return told(self.report.lacks, self.vocabulary)

    @property
    def leads(self) -> Shown | None:
        """The figure whose message is the report's title; none where nothing stands in it."""
        return self.figures[0] if self.figures else None


def tell(asking: Asking, reports: Iterable[Report]) -> list[Told]:
    """Count these reports; each figure once, however many of them it stands in."""
    wanted = list(reports)
    each = {figure.key: figure for report in wanted for figure in report.figures}
    counted = {one.key: one for one in shown(asking, each.values())} if asking.extract and each else {}
    words = Vocabulary(asking.team.vocabulary)
    return [Told(report, words, [counted[figure.key] for figure in report.figures if figure.key in counted]) for report in wanted]
