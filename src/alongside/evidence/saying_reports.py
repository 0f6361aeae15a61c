"""A report as a page, a print or a file shows it: its figures counted and said, under the message of the first that says something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.foundation.words import Vocabulary

from .asking import Asking, shown
from .laying_out import Laid, lay_out
from .permissions import is_seen_by
from .reports import Report
from .saying import Shown, told


@dataclass(frozen=True)
class Told:
    """One report over one period of one team."""

    report: Report
    vocabulary: Vocabulary
    figures: Sequence[Shown]
    laid: Sequence[Laid] = ()

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
    def leads(self) -> Shown | Laid | None:
        """The figure whose message is the report's title; none where nothing stands in it."""
        told: list[Shown | Laid] = [*self.figures, *self.laid]
        return told[0] if told else None


def tell(asking: Asking, reports: Iterable[Report]) -> list[Told]:
    """Count these reports; each figure once, however many of them it stands in."""
    wanted = list(reports)
    actor = asking.request.actor
    leaned_on = [figure for report in wanted for figure in (*report.figures, *(one for laid in report.laid for one in laid.figures))]
    each = {figure.key: figure for figure in leaned_on if is_seen_by(actor, figure)}
    counted = {one.key: one for one in shown(asking, each.values())} if asking.extract and each else {}
    words = Vocabulary(asking.team.vocabulary)

    def laid_out(report: Report) -> list[Laid]:
        able = [one for one in report.laid if asking.extract and all(figure.key in counted for figure in one.figures)]
        return [lay_out(asking, one, {figure.key: counted[figure.key] for figure in one.figures}) for one in able]

    return [Told(report, words, [counted[figure.key] for figure in report.figures if figure.key in counted], laid_out(report)) for report in wanted]
