"""The pages of figures: all of them, one with its definition, the people behind it, and what leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page

from . import actions, permissions, queries
from .as_written import source_of
from .asking import Asking, ask, figure_called, numbers_behind, shown, team_to_make_for
from .figures import every_figure
from .files import as_csv, as_xlsx
from .saying import Shown
from .words import ONLY_WHAT_IS_OVER

AT_ONCE = 50
"""People on one page of those behind a figure: each is a look in the trail."""


@page(roles=permissions.SEE_FIGURES)
def locality(request: Request) -> HttpResponse:
    """Every figure of a team and period, each with a title that says what it shows."""
    asking = ask(request)
    if not asking.is_clear:
        return render(request, "evidence/locality.html", {"asking": asking}, status=422)
    seen = [one for one in every_figure().values() if permissions.is_seen_by(request.actor, one)]
    figures = shown(asking, seen) if asking.extract else []
    return render(request, "evidence/locality.html", {"asking": asking, "figures": figures})


@page(roles=permissions.SEE_FIGURES)
def figure(request: Request, key: str) -> HttpResponse:
    """One figure and what it means: window, cohort, exclusions, and the expression itself."""
    asked = figure_called(key)
    permissions.may_see(request.actor, asked)
    asking = ask(request)
    if not asking.is_clear:
        return render(request, "evidence/locality.html", {"asking": asking}, status=422)
    if asking.extract is None:
        return HttpResponseRedirect(f"{reverse('evidence:locality')}?{asking.query}", status=303)
    return render(request, "evidence/figure.html", {"asking": asking, "one": shown(asking, [asked])[0], "source": source_of(asked)})


@page(roles=(Role.MANAGER,))
def people(request: Request, key: str) -> HttpResponse:
    """The people behind a figure, or one part of it, for a manager of the team: those they may see, and how many more there are."""
    asked = figure_called(key)
    asking = ask(request)
    permissions.may_open_to_people(request.actor, asking.team.id, asked)
    if not asking.is_clear:
        return render(request, "evidence/locality.html", {"asking": asking}, status=422)
    if asking.extract is None or not asking.exact:
        return HttpResponseRedirect(f"{reverse('evidence:figure', args=[key])}?{asking.query}", status=303)
    one = shown(asking, [asked])[0]
    part = next((line for line in one.lines if line.part == request.GET.get("part")), None)
    numbers = numbers_behind(asking, asked, part.part if part else "")
    seen = Paginator(queries.people_behind(asking.made, numbers, in_a_place=bool(asking.locality) or key == "localities"), AT_ONCE).get_page(
        request.GET.get("page")
    )
    if seen.object_list:
        # The figure's name alone: which part of it they stand in is in their record, which not every reader of the trail may see.
        purpose = f"figures: {one.name}"
        leave_trace("looked at", *(person for person, _name in seen), about="page people behind a figure", purpose=purpose, at=request.now)
    changes = queries.changes_behind(key, part.part if part else "", asking.over, (person for person, _name in seen))
    listed = [(person, name, changes.get(person, [])) for person, name in seen]
    context = {"asking": asking, "one": one, "part": part, "seen": seen, "listed": listed, "counted": len(numbers)}
    context["not_shown"] = len(numbers) - seen.paginator.count
    return render(request, "evidence/people.html", context)


@page(roles=permissions.SEE_FIGURES)
def figure_as_csv(request: Request, key: str) -> HttpResponse:
    """One figure as a file, as it may leave."""
    return _as_a_file(request, key, as_csv, "text/csv; charset=utf-8", "csv")


@page(roles=permissions.SEE_FIGURES)
def figure_as_xlsx(request: Request, key: str) -> HttpResponse:
    """The same as a workbook."""
    return _as_a_file(request, key, as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")


def _as_a_file(request: Request, key: str, written: Callable[[Shown, Asking], str | bytes], kind: str, ending: str) -> HttpResponse:
    asked = figure_called(key)
    permissions.may_see(request.actor, asked)
    asking = ask(request, leaving=True)
    if not asking.is_clear or asking.extract is None:
        raise Refused(ONLY_WHAT_IS_OVER)
    leave_trace("took a figure", about=f"figure {key} of extract {asking.made.id}", purpose="figures", at=request.now)
    answer = HttpResponse(written(shown(asking, [asked])[0], asking), content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{key}-{asking.period.since}.{ending}"'
    return answer


@page(roles=permissions.SEE_FIGURES, methods=("POST",))
def make(request: Request) -> HttpResponse:
    """Make a team's figures anew from the records as they stand."""
    extract = actions.make_extract(team_to_make_for(request), by=request.actor, at=request.now)
    asked = {name: value for name, value in request.POST.items() if name in ("period", "as")} | {"team": str(extract.team_id)}
    return HttpResponseRedirect(f"{reverse('evidence:locality')}?{urlencode(asked)}", status=303)


@page(roles=(Role.MANAGER,), methods=("POST",))
def let_out_anew(request: Request) -> HttpResponse:
    """What left of a year was let out too soon: take it back with a reason, and let it leave as it is counted now."""
    team_id = team_to_make_for(request)
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        raise Http404 from None
    actions.let_out_anew(team_id, day, request.POST.get("why", ""), by=request.actor, at=request.now)
    return HttpResponseRedirect(f"{reverse('evidence:locality')}?{urlencode({'team': team_id, 'as': 'leaves'})}", status=303)
