"""The reports that are printed, each made of figures that are defined once (reports.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alongside.foundation.files import facts_in

from .figures import Figure, every_figure

_WRITTEN, _LAID = (Path(__file__).with_name(name) for name in ("reports.yaml", "laid.yaml"))


@dataclass(frozen=True)
class LaidOut:
    """The definition of a table that is worked out from other figures (`needs`, or all that have a part for what is missing)."""

    key: str
    name: str
    sentence: str
    window: str
    cohort: str
    exclusions: str
    needs: tuple[str, ...] = ()
    needs_missing: bool = False
    draws: tuple[int, ...] = ()
    """The columns whose numbers stand as bars beside it, on one scale."""

    @property
    def figures(self) -> list[Figure]:
        """What it is worked out from."""
        return [one for key, one in every_figure().items() if key in self.needs or (self.needs_missing and one.missing)]


@dataclass(frozen=True)
class Report:
    """One report: the question it answers, its figures and tables in order, pages of other rooms that belong to it, and what it does not tell."""

    number: int
    key: str
    name: str
    asks: str
    figures: tuple[Figure, ...]
    laid: tuple[LaidOut, ...] = ()
    pages: tuple[str, ...] = ()
    lacks: str = ""
    asked_here: bool = False
    """Whether it is made of what people and partners are asked on pages of ours."""


@cache
def every_report() -> dict[str, Report]:
    """All of them by key, in their order."""
    figures = every_figure()
    laid = {one["key"]: LaidOut(**one | {several: tuple(one.get(several, ())) for several in ("needs", "draws")}) for one in facts_in(_LAID)}

    def made_of(one: dict[str, Any]) -> dict[str, Any]:
        named = {"figures": [figures[key] for key in one["figures"]], "laid": [laid[key] for key in one.get("laid", ())], "pages": one.get("pages", ())}
        return one | {name: tuple(some) for name, some in named.items()}

    read = [Report(number, **made_of(one)) for number, one in enumerate(facts_in(_WRITTEN), start=1)]
    return {report.key: report for report in read}
