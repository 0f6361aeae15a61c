"""Versions of a valuation: kept, opened pound by pound, worked out again, and taken away."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.evidence.queries import newest_extract
from alongside.foundation.actor import Role
from alongside.foundation.cells import inert
from alongside.foundation.words import Vocabulary
from alongside.trail.doing import leave_trace
from alongside.value import actions, permissions
from alongside.value.models import Version
from alongside.value.sheet import Rows, read_sheet
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say

from .counted import not_valued, rows_of
from .pages import figures_of, worked_on
from .words import HELD_OUT

if TYPE_CHECKING:
    from .beside import BesideSaid


@page(roles=(Role.MANAGER,), methods=("POST",))
def keep(request: Request, key: UUID) -> HttpResponse:
    """Keep the valuation as it stands."""
    # Large, as what draws is, and few pages need it.
    from .beside import counted_beside

    one = worked_on(request, key)
    extract = figures_of(one)
    rows, wellbys = rows_of(extract, read_sheet(one.sheet), one.year), counted_beside(extract, one.year)
    marks = {"extract_digest": extract.digest, "extract_made_on": extract.made_on}
    version = actions.keep_version(one, rows, wellbys, **marks, by=request.actor, at=request.now)
    return HttpResponseRedirect(reverse("evidence:version", args=[version.id]), status=303)


@page(roles=permissions.READ_VERSIONS)
def version(request: Request, key: UUID) -> HttpResponse:
    """A version as it was kept, worked out again from what was kept with it."""
    found = _version(key)
    return render(request, "evidence/worth/version.html", opened(found, exact=permissions.works_on(request.actor, found.team_id)))


@page(roles=permissions.READ_VERSIONS)
def version_as_csv(request: Request, key: UUID) -> HttpResponse:
    """Every assumption of a version with its source and who set it, and what came out."""
    found = _version(key)
    told = opened(found, exact=False)
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    for row in _rows(found, told):
        sheet.writerow([inert(cell) for cell in row])
    leave_trace("took a valuation away", about=f"version {found.id}", at=request.now)
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slugify(found.of.name)}-{found.number}.csv"'
    return answer


def _version(key: UUID) -> Version:
    found: Version = get_object_or_404(Version.objects.select_related("of", "team", "by"), pk=key)
    return found


def opened(found: Version, *, exact: bool) -> dict[str, Any]:
    """All that a page or a file says of it. Whoever sees no exact numbers is told what has left, and what comes of that."""
    from alongside.value.telling import digest, tell, tells_the_same

    from . import beside, reading
    from .leaves import Leaves, as_it_leaves

    sheet = read_sheet(found.sheet)
    rows: Rows = [(tuple(pattern), people) for pattern, people in found.rows]
    told = tell(sheet, rows, seed=found.seed, draws=found.draws)
    newest = newest_extract(found.team_id)
    opened_by = reading.asked_of(found.team_id, found.of.year, newest, exact=exact)
    whole = digest(sheet, rows, found.extract_digest, found.seed, found.draws, found.beside)
    same = tells_the_same(found.told, told.kept) and beside.comes_out_the_same(found) and whole == found.digest
    leaves = Leaves(sheet, told, ()) if exact else as_it_leaves(found)
    shown = leaves.told and reading.said_of(leaves.sheet, leaves.told, rows if exact else None, opened_by=opened_by)
    return (shown or {}) | {
        "version": found,
        "exact": exact,
        "same": same,
        "held_back": say(HELD_OUT, names=", ".join(leaves.held_back)) if leaves.held_back else "",
        "why_not": say(leaves.why_not) if leaves.why_not else "",
        "inputs": reading.inputs_of(sheet),
        "not_valued": not_valued(sheet, Vocabulary(found.team.vocabulary)),
        "counted_since": newest.made_on if exact and newest and newest.digest != found.extract_digest else None,
        "wellbys": beside.said_beside(beside.kept_beside(found, exact=exact), sheet, exact=exact),
        "discounted": told.valuation.discounting.title,
    }


def wellby_rows(one: BesideSaid) -> list[tuple[object, ...]]:
    """WELLBYs as lines of a file: beside the return, and never in it."""
    if one.why_not:
        return [(_("WELLBYs, beside it and never added to it"), one.why_not)]
    return [
        (_("WELLBYs, beside it and never added to it"), one.wellbys),
        (_("Pairs, of everybody who answered at first"), one.pairs, one.began),
        (_("Mean change in life satisfaction (0 to 10), with its 95% interval"), one.change),
        (_("What they are worth, central"), one.central, _("from"), one.low, _("to"), one.high),
        *((line.label, line.figures, line.estimate.where_from) for line in one.lines),
    ]


def _came_out(told: dict[str, Any]) -> list[tuple[object, ...]]:
    result = told.get("result")
    not_told: list[tuple[object, ...]] = [(_("Not told"), why) for why in (told["why_not"], told["held_back"]) if why]
    if result is None:
        return not_told
    return [
        (_("Value for each pound put in, central"), result.central),
        (_("95 of 100 draws lie from"), result.low),
        (_("to"), result.high),
        (_("Draws under £1, per cent"), result.under_one),
        (_("With everything at its worst at once"), result.worst),
        (_("With everything at its best at once"), result.best),
        *not_told,
    ]


def _rows(found: Version, told: dict[str, Any]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [
        (_("Valuation"), found.of.name),
        (_("Version"), found.number),
        (_("Team"), found.team.name),
        (_("Sum of the figures it was counted from (SHA-256)"), found.extract_digest),
        (_("Draws, and the number they begin with"), found.draws, found.seed),
        *_came_out(told),
        (_("Later years"), told["discounted"]),
        *wellby_rows(told["wellbys"]),
        (),
        (_("Outcome"), _("Assumption"), _("At least"), _("Most likely"), _("At most"), _("Source"), _("Set by")),
    ]
    for outcome in told.get("outcomes", ()):
        rows.append((outcome.name, _("how many, to the nearest 5"), "", outcome.quantity, "", outcome.counted, ""))
        rows += [
            (
                outcome.name,
                line.label,
                str(line.estimate.low),
                str(line.estimate.central),
                str(line.estimate.high),
                line.estimate.source,
                line.estimate.set_by,
            )
            for line in outcome.lines
        ]
    rows += [
        (
            line.label,
            _("put in, pounds"),
            str(line.estimate.low),
            str(line.estimate.central),
            str(line.estimate.high),
            line.estimate.source,
            line.estimate.set_by,
        )
        for line in told["inputs"]
    ]
    return [*rows, (), *((_("Counted, and not valued"), figure, parts) for figure, parts in told["not_valued"])]
