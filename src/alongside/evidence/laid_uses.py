"""Use of services before and after, a line for each service and source: exact for the manager, and in no form that leaves."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say_word

from .asking import Asking
from .saying import Shown
from .service_use import WEEKS, OneSource, found_in
from .use_of_services.before_after import BeforeAfter

Rows = list[tuple[str, ...]]


def used(asking: Asking, _counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """Of each source of each service, the same people before and after, what chance alone would give, and how far it can be trusted."""
    heads = (
        _("Service"), _("Source"), _("People in both"), _("Before, each"), _("After, each"), _("Mean change, with its 95% interval"),
        _("After, by regression to the mean alone"), _("Maryland scale, of 5"),
    )  # fmt: skip
    if not asking.exact:
        return _("Use of services leaves in no form: who uses one most could be read out of a mean"), heads, []
    some = found_in(asking, WEEKS)
    speaks = Vocabulary(asking.team.vocabulary)
    rows = [_row(one, speaks) for one in some]
    most = max((one.found.n for one in some), default=0)
    message = (
        _("Known over %(weeks)s weeks before they came and as many since: %(most)s at most") % {"most": most, "weeks": WEEKS}
        if some
        else _("No source tells of any service. That does not mean that none was used")
    )
    return message, heads, rows


def _row(one: OneSource, speaks: Vocabulary) -> tuple[str, ...]:
    found = one.found
    return (
        say_word(one.service, speaks, capital=True),
        say_word(one.source, speaks),
        str(found.n),
        _number(found.before),
        _number(found.after),
        _change(found),
        _("not known") if found.anyway is None else _number(found.anyway),
        str(one.beside.maryland),
    )


def _change(found: BeforeAfter) -> str:
    if found.change is None:
        return _("not told of fewer than 30")
    return _("%(mean)s (%(low)s to %(high)s)") % {name: _number(getattr(found.change, name)) for name in ("mean", "low", "high")}


def _number(of: float | None) -> str:
    return _("not known") if of is None else str(number_format(round(of, 2), 2))
