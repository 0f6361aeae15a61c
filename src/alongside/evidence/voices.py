"""What the figures of feedback count: who was asked about the team itself, and what was answered. Nobody is behind them."""

from __future__ import annotations

from collections.abc import Callable

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import asked_of_us, said_of_us
from .periods import Window

LEFT_OUT = "left out"


def asked_by_whom(window: Window) -> Table:
    """Everybody who was asked on a day of the period, people and partners."""
    return asked_of_us.filter(_.on >= window.since, _.on < window.until).select("locality", person=ibis.null("int64"), part=_.whom)


def _answers(name: str, whom: str, question: str) -> Callable[[Window], Table]:
    def answers(window: Window) -> Table:
        given = said_of_us.filter(_.whom == whom, _.on >= window.since, _.on < window.until)
        chosen = given[question]
        return given.select("locality", person=ibis.null("int64"), part=ibis.ifelse(chosen == "", LEFT_OUT, chosen))

    answers.__name__ = name
    answers.__doc__ = f"Every answer of {whom} on a day of the period, by what was chosen of “{question}”, or that it was left out."
    return answers


people_by_stars = _answers("people_by_stars", "people", "stars")
people_by_difference = _answers("people_by_difference", "people", "difference")
people_by_connected = _answers("people_by_connected", "people", "connected")
partners_by_valuable = _answers("partners_by_valuable", "partners", "valuable")
partners_by_rooted = _answers("partners_by_rooted", "partners", "rooted")
