"""The figures of who people are: what somebody chose to say of themselves, how deprived their street is, and that nothing of it is known."""

from __future__ import annotations

from collections.abc import Callable

from ibis import _
from ibis.expr.types import Table

from .cohorts import beside, people_introduced, who
from .extracted import NOT_SHOWN
from .periods import Window

NOT_ASKED = "not asked"


def _known(name: str, what: str, otherwise: str = NOT_ASKED) -> Callable[[Window], Table]:
    def people(window: Window) -> Table:
        theirs = who.filter(_.what == what).select("person", "said")
        came = people_introduced(window).select("person")
        return beside(came, theirs).select("person", part=_.said.fill_null(otherwise))

    people.__name__ = name
    people.__doc__ = f"Everybody introduced in the period, by what is known of them: {what}; of whom nothing is, apart."
    return people


people_by_sex = _known("people_by_sex", "sex")
people_by_ethnic_group = _known("people_by_ethnic_group", "ethnic group")
people_by_caring = _known("people_by_caring", "caring")
people_by_street = _known("people_by_street", "street", NOT_SHOWN)
