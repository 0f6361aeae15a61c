"""Tables of what it was worth: every valuation that was kept, and what the newest rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from alongside.value.models import Version
from alongside.value.reckoning import Level
from alongside.web.vocabulary import say

from .asking import Asking
from .worth.words import HELD_OUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .saying import Shown

Rows = list[tuple[str, ...]]


def newest_versions(asking: Asking) -> list[Version]:
    """The newest of each valuation of the team that was kept, the last kept first."""
    found: dict[object, Version] = {}
    for one in Version.objects.filter(team=asking.team).select_related("of", "team", "by").order_by("-at"):
        found.setdefault(one.of_id, one)
    return list(found.values())


def valuations(asking: Asking, _counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """What came of each pound, valuation by valuation, as it was kept."""
    rows: Rows = []
    versions = newest_versions(asking)
    if versions:
        # The engine that draws is large, and few reports need it.
        from .worth.leaves import as_it_leaves
        from .worth.reading import at_an_end
    for one in versions:
        leaves = as_it_leaves(one)
        year = _("April %(first)s to March %(last)s") % {"first": one.of.year, "last": one.of.year + 1}
        name = f"{one.of.name} ({one.number})"
        if leaves.told is None:
            rows.append((name, year, say(leaves.why_not) if leaves.why_not else "", "", "", ""))
            continue
        spread = leaves.told.simulation.ratio()
        lies = _("%(low)s to %(high)s") % {"low": _pounds(spread.low), "high": _pounds(spread.high)}
        under = _("%(n)s of 100") % {"n": round(100 * spread.share_under(1.0))}
        name = f"{name}. {say(HELD_OUT, names=', '.join(leaves.held_back))}" if leaves.held_back else name
        ends = _("%(low)s to %(high)s") % {level: at_an_end(leaves.told.valuation, Level(level)) for level in ("low", "high")}
        rows.append((name, year, _pounds(float(leaves.told.reckoned.ratio)), lies, under, ends))
    message = (
        _("Of each pound put in came %(central)s, as it was valued (%(range)s)") % {"central": rows[0][2], "range": rows[0][3]}
        if rows and rows[0][3]
        else _("What came of each pound is held back")
        if rows
        else _("No valuation was kept yet, so no ratio is printed")
    )
    heads = (_("Valuation (version)"), _("Of which year"), _("For each pound"), _("95 of 100 draws"), _("Less than was put in"))
    return message, (*heads, _("Everything at its worst, at its best")), rows


def wellbys(asking: Asking, _counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """WELLBYs beside each valuation that was kept, as they may leave; where there are none, why."""
    heads = (
        _("Valuation (version)"),
        _("Pairs"),
        _("Mean change (95% interval)"),
        _("WELLBYs (at least, at most)"),
        _("What they are worth (at least, at most)"),
    )
    versions = newest_versions(asking)
    rows: Rows = []
    if versions:
        # What they are told by draws too, and few reports need that.
        from alongside.value.sheet import read_sheet

        from .worth.beside import kept_beside, said_beside

        for one in versions:
            told = said_beside(kept_beside(one, exact=False), read_sheet(one.sheet), exact=False)
            name = f"{one.of.name} ({one.number})"
            said = (told.why_not, "", "", "") if told.why_not else (str(told.pairs), told.change, told.wellbys, f"{told.central} ({told.low}, {told.high})")
            rows.append((name, *said))
    message = (
        _("Beside the return, and never added to it: life satisfaction changed by %(change)s of 10 points") % {"change": rows[0][2]}
        if rows and rows[0][2]
        else _("No WELLBY is told beside the return")
    )
    return message, heads, rows


def assumed(asking: Asking, _counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """Every assumption of the newest version, with its source."""
    heads = (_("Outcome, or what was put in"), _("Assumption"), _("Most likely (least to most)"), _("Source"))
    newest = newest_versions(asking)[:1]
    if not newest:
        return _("Nothing is assumed, for nothing was valued"), heads, []
    # The engine that draws is large, and few reports need it.
    from .worth.versions import opened

    told = opened(newest[0], exact=False)
    rows: Rows = []
    outcomes = told.get("outcomes", ())
    for outcome in outcomes:
        rows.append((outcome.name, _("how many, to the nearest 5"), str(outcome.quantity), outcome.counted))
        rows += [(outcome.name, line.label, line.figures, line.estimate.source) for line in outcome.lines]
    rows += [(line.label, _("put in, pounds"), line.figures, line.estimate.source) for line in told["inputs"]]
    message = _("It rests on %(n)s assumptions, each of which can be moved") % {"n": len(rows) - len(outcomes)}
    return message, heads, rows


def _pounds(of: float) -> str:
    return f"£{of:,.2f}"
