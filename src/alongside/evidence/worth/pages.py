"""The pages of what it was worth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.evidence.models import Extract
from alongside.evidence.queries import newest_extract, teams_counted
from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Team
from alongside.value import actions, permissions
from alongside.value.discounting import discounting, known
from alongside.value.estimates import certain
from alongside.value.models import Worked
from alongside.value.own import everything_in
from alongside.value.sheet import Sheet, Valued, parts_of, read_sheet
from alongside.value.valued import Input, Scope
from alongside.web.pages import WRITING, Request, page

from .beginning import to_begin_with
from .counted import countables, not_valued, rows_of
from .forms import Begin, NewInput, NewOutcome, in_figures
from .words import NO_FIGURES, NO_PROXY_YET

MOST_YEARS = 6


def team_of(request: Request) -> Team:
    """The team asked for, of those whose figures they see; the first where none is named."""
    teams = list(teams_counted())
    asked = request.GET.get("team") or request.POST.get("team")
    found = next((one for one in teams if asked in (None, "", str(one.id))), None)
    if found is None:
        raise Http404
    return found


def worked_on(request: Request, key: UUID) -> Worked:
    """A valuation of a team they manage."""
    found: Worked = get_object_or_404(Worked.objects.select_related("team", "changed_by"), pk=key)
    permissions.may_work_on(request.actor, found.team_id)
    return found


def figures_of(one: Worked) -> Extract:
    """What it is counted from today."""
    found = newest_extract(one.team_id)
    if found is None:
        raise Refused(NO_FIGURES)
    return found


@page(roles=permissions.READ_VERSIONS)
def every_valuation(request: Request) -> HttpResponse:
    """The valuations of a team, and the versions of each."""
    return _all(request, team_of(request))


@page(roles=(Role.MANAGER,), methods=("POST",))
def begin(request: Request) -> HttpResponse:
    """Begin another."""
    team = team_of(request)
    permissions.may_work_on(request.actor, team.id)
    extract = newest_extract(team.id)
    if extract is None:
        raise Refused(NO_FIGURES)
    form = Begin(request.POST, years=_years(extract))
    if not form.is_valid():
        return _all(request, team, form)
    return HttpResponseRedirect(reverse("evidence:valuation", args=[_begun(request, team, extract, form.cleaned_data).id]), status=303)


def _years(extract: Extract | None) -> list[int]:
    this_year = extract.made_on.year - (extract.made_on.month < 4) if extract else 0
    return [this_year - ago for ago in range(MOST_YEARS)]


def _all(request: Request, team: Team, form: Begin | None = None) -> HttpResponse:
    works, extract = permissions.works_on(request.actor, team.id), newest_extract(team.id)
    seen = Worked.objects.filter(team=team).annotate(kept=Count("versions")).prefetch_related("versions")
    context = {
        "team": team,
        "works": works,
        "extract": extract,
        "form": form or Begin(years=_years(extract)),
        "seen": [one for one in seen if works or one.kept],
    }
    return render(request, "evidence/worth/all.html", context, status=422 if form else 200)


def _begun(request: Request, team: Team, extract: Extract, given: dict[str, Any]) -> Worked:
    year, sheet = given["year"], to_begin_with(team, extract, given["year"])
    return actions.begin_valuation(team, given["name"], year, sheet, who=str(request.user), by=request.actor, at=request.now)


@page(roles=(Role.MANAGER,))
def valuation(request: Request, key: UUID) -> HttpResponse:
    """A valuation as it stands: what comes out, every assumption, and the versions that were kept."""
    from alongside.value.telling import tell

    from . import beside, reading

    one = worked_on(request, key)
    sheet, extract = read_sheet(one.sheet), newest_extract(one.team_id)
    context: dict[str, Any] = {"one": one, "extract": extract, "inputs": reading.inputs_of(sheet), "versions": one.versions.select_related("by")}
    context |= {"ways": list(known().values()), "discounted_by": discounting(sheet.discounting), "counted_so_because": discounting(sheet.discounting).source}
    if extract and sheet.inputs and sheet.outcomes:
        rows = rows_of(extract, sheet, one.year)
        told = tell(sheet, rows)
        context |= reading.said_of(sheet, told, rows, opened_by=reading.asked_of(one.team_id, one.year, extract, exact=True))
        context["not_valued"] = not_valued(sheet, Vocabulary(one.team.vocabulary))
        context["wellbys"] = beside.said_beside(beside.counted_beside(extract, one.year), sheet, exact=True)
    return render(request, "evidence/worth/one.html", context)


@page(roles=(Role.MANAGER,), methods=WRITING)
def add_outcome(request: Request, key: UUID) -> HttpResponse:
    """Value something else that was counted."""
    one = worked_on(request, key)
    sheet, vocabulary = read_sheet(one.sheet), Vocabulary(one.team.vocabulary)
    by_figure: dict[str, list[tuple[str, str]]] = {}
    for found in countables(vocabulary):
        by_figure.setdefault(found.figure, []).append((found.key, f"{found.figure}: {found.part}"))
    own = everything_in(Path(settings.PROXIES) if settings.PROXIES else None)
    form = NewOutcome(
        request.POST or None, counted=list(by_figure.items()), priced=own, initial={"as_it_stood": one.changed_at.isoformat()}, vocabulary=vocabulary
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        worth = own.priced(given["priced"], f"{one.year}/{(one.year + 1) % 100:02d}") if given["priced"] else NO_PROXY_YET
        added = Valued(given["name"], given["counted"], parts_of(proxy=worth), Scope(given["scope"]), given["worse"])
        return _changed(request, one, replace(sheet, outcomes=(*sheet.outcomes, added)), form)
    return render(request, "evidence/worth/add.html", {"one": one, "form": form, "what_for": "outcome"}, status=422 if form.is_bound else 200)


@page(roles=(Role.MANAGER,), methods=WRITING)
def add_input(request: Request, key: UUID) -> HttpResponse:
    """Write down what else was put in."""
    one = worked_on(request, key)
    sheet = read_sheet(one.sheet)
    form = NewInput(request.POST or None, initial={"as_it_stood": one.changed_at.isoformat()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            added = Input(given["name"], certain(in_figures(given["pounds"]), source=given["source"]))
        except Refused as refused:
            form.add_error("pounds", refused.sentence)
        else:
            return _changed(request, one, replace(sheet, inputs=(*sheet.inputs, added)), form)
    return render(request, "evidence/worth/add.html", {"one": one, "form": form, "what_for": "input"}, status=422 if form.is_bound else 200)


def _changed(request: Request, one: Worked, sheet: Sheet, form: Any) -> HttpResponse:
    """Kept, unless a sentence says why not: then the form stands there as it was filled in."""
    try:
        sheet.valuation({})  # two of one name, for one
        actions.set_assumptions(one, sheet, as_it_stood=form.cleaned_data["as_it_stood"], who=str(request.user), by=request.actor, at=request.now)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        what_for = "input" if isinstance(form, NewInput) else "outcome"
        return render(request, "evidence/worth/add.html", {"one": one, "form": form, "what_for": what_for}, status=422)
    return HttpResponseRedirect(reverse("evidence:valuation", args=[one.id]), status=303)


@page(roles=(Role.MANAGER,), methods=("POST",))
def count_later_years(request: Request, key: UUID) -> HttpResponse:
    """How much a pound of a later year counts, and whether the first year is discounted too."""
    one = worked_on(request, key)
    chosen = discounting(request.POST.get("later_years", ""))
    changed = replace(read_sheet(one.sheet), discounting=chosen.name)
    actions.set_assumptions(one, changed, as_it_stood=request.POST.get("as_it_stood", ""), who=str(request.user), by=request.actor, at=request.now)
    return HttpResponseRedirect(reverse("evidence:valuation", args=[one.id]), status=303)


@page(roles=(Role.MANAGER,), methods=("POST",))
def take_out(request: Request, key: UUID, what: str, place: int) -> HttpResponse:
    """Take an outcome or an input out; what it held stands in every version kept before."""
    one = worked_on(request, key)
    sheet = read_sheet(one.sheet)
    if place >= len(sheet.outcomes if what == "outcome" else sheet.inputs):
        raise Http404
    if what == "outcome":
        changed = replace(sheet, outcomes=sheet.outcomes[:place] + sheet.outcomes[place + 1 :])
    else:
        changed = replace(sheet, inputs=sheet.inputs[:place] + sheet.inputs[place + 1 :])
    actions.set_assumptions(one, changed, as_it_stood=request.POST.get("as_it_stood", ""), who=str(request.user), by=request.actor, at=request.now)
    return HttpResponseRedirect(reverse("evidence:valuation", args=[one.id]), status=303)
