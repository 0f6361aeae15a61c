"""Pairs in words: what stands under the figure of circles, on the page and in its file."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .messages import ENOUGH
from .pairs import ENOUGH_FOR_A_MEAN, ENOUGH_TO_LEAVE, Middles, Pairs
from .tables import Table

COMPARED = ("more people", "as many people", "fewer people")
Rows = list[tuple[str, str]]
_A_MONTH = 30.44


def in_rows(pairs: Pairs, table: Table) -> Rows:
    """What is told of pairs, line by line; as they may leave, only what no single circle stands behind, of numbers that leave anyway."""
    if table.exact:
        return [
            (_("Circles written down at the start"), str(pairs.begun)),
            (_("Gone through again in the period"), str(pairs.gone_through)),
            (_("Of these compared, as pairs"), str(pairs.compared)),
            *_compared(pairs, pairs.compared),
            *_apart(pairs.those, pairs.others, pairs.others.n if pairs.others else 0),
        ]
    parts = [table.parts[part] for part in COMPARED]
    compared = None if None in parts else sum(n or 0 for n in parts)
    not_again = table.parts["not looked at again"]
    rows = [(_("Compared, as pairs"), _("held back") if compared is None else str(compared))]
    rows += _compared(pairs, compared) if compared is not None and min(compared, pairs.compared) >= ENOUGH_TO_LEAVE else [_too_few()]
    if compared is not None and min(compared, pairs.compared, not_again or 0, pairs.begun - pairs.compared) >= ENOUGH_TO_LEAVE:
        rows += _apart(pairs.those, pairs.others, not_again or 0)
    return rows


def _too_few() -> tuple[str, str]:
    return _("Change of a pair"), _("not told of fewer than %(n)s pairs, or where their number is held back") % {"n": ENOUGH_TO_LEAVE}


def _compared(pairs: Pairs, compared: int) -> Rows:
    if not pairs.compared or pairs.before is None or pairs.after is None or pairs.change is None:
        return [(_("Change of a pair"), _("there is none to compare; that does not mean that nothing changed"))]
    rows = [
        (_("Natural supports at the start (median of the pairs)"), _plain(pairs.before)),
        (_("Natural supports now (median of the pairs)"), _plain(pairs.after)),
        (_("Change of a pair (median)"), _signed(pairs.change)),
    ]
    if pairs.mean is None or compared < ENOUGH_FOR_A_MEAN:
        why = _("not given of fewer than %(n)s pairs: one large circle would make it") % {"n": ENOUGH_FOR_A_MEAN}
        return [*rows, (_("Change of a pair (mean)"), why)]
    mean = {"mean": _signed(pairs.mean.mean), "low": _signed(pairs.mean.low), "high": _signed(pairs.mean.high)}
    return [*rows, (_("Change of a pair (mean)"), _("%(mean)s (95%% confidence interval %(low)s to %(high)s)") % mean)]


def _apart(those: Middles | None, others: Middles | None, many: int) -> Rows:
    """Who has no second number, and how they differ: or the pairs would be taken for everybody."""
    if others is None:
        return [(_("Not gone through again, or too early to compare"), _("nobody"))] if those else []
    rows = [(_("Not gone through again, or too early to compare"), str(many))]
    if those is None:
        return rows
    if min(those.n, others.n) < ENOUGH:
        return [*rows, (_("How they differ from the pairs"), _("too few to compare"))]
    before = {"others": _plain(others.before), "those": _plain(those.before)}
    known = {"others": _plain(others.days_known / _A_MONTH), "those": _plain(those.days_known / _A_MONTH)}
    return [
        *rows,
        (_("Their natural supports at the start (median)"), _("%(others)s, of the pairs %(those)s") % before),
        (_("Months since they were known (median)"), _("%(others)s, of the pairs %(those)s") % known),
    ]


def _plain(number: float) -> str:
    return str(number_format(round(number, 1), 0 if round(number, 1) == int(round(number, 1)) else 1))


def _signed(number: float) -> str:
    tenths = round(number, 1)
    return ("+" if tenths > 0 else "−" if tenths < 0 else "") + _plain(abs(tenths))
