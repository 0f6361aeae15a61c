"""The eighteen reports that are printed, each made of figures that are defined once (reports.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .figures import Figure, every_figure

_WRITTEN = Path(__file__).with_name("reports.yaml")


@dataclass(frozen=True)
class Report:
    """One report: the question it answers, its figures in order, pages of other rooms that belong to it, and what it does not tell."""

    number: int
    key: str
    name: str
    asks: str
    figures: tuple[Figure, ...]
    pages: tuple[str, ...] = ()
    lacks: str = ""


@cache
def every_report() -> dict[str, Report]:
    """All of them by key, in their order."""
    figures = every_figure()
    read = [
        Report(number, **one | {"figures": tuple(figures[key] for key in one["figures"]), "pages": tuple(one.get("pages", ()))})
        for number, one in enumerate(yaml.safe_load(_WRITTEN.read_text(encoding="utf-8")), start=1)
    ]
    return {report.key: report for report in read}
