"""A locality's year on one page, to read and to print; and the lines behind it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES
from alongside.places.models import Locality
from alongside.web.pages import Request, page

from .. import books
from ..happened import GOING, HELD_BACK, IN_THE_YEAR, came_to, happened_in
from ..posts import financial_year
from ..queries import financial_year_of, posts_in
from ..yearly import A_PAGE, Asked, brought_in, groups_in, spends_in, year_of
from .budgets import first_of, year_asked, year_said

BEHIND = ("groups", "spends", "brought")
"""Lines of money behind a year; beside them stand the stages, and what is going."""


def _asked(request: Request) -> tuple[Asked, dict[str, Any]]:
    number, today = year_asked(request), timezone.localdate(request.now)
    localities = list(Locality.objects.filter(teams__in=books.my_teams(request.actor)).distinct().order_by("name"))
    wanted = request.GET.get("locality", "")
    where = next((one for one in localities if str(one.id) == wanted), None)
    if wanted and where is None:
        raise Http404
    over = financial_year_of(number)
    said = {
        "number": number,
        "year_said": year_said(number),
        "localities": localities,
        "where": where,
        "still_runs": over.until is None or over.until > today,
        "now_on": today,
    }
    return Asked(request.actor, number, where.id if where else None), said


@page(roles=tuple(TEAM_ROLES))
def year(request: Request) -> HttpResponse:
    """What was heard, started, handed over and is still going; what it cost; what came in beside it: on one A4, with its lines behind it."""
    asked, said = _asked(request)
    over = financial_year_of(asked.year)
    context = said | {
        "happened": happened_in(request.actor, over, asked.locality_id, today=said["now_on"]),
        "held_back": HELD_BACK,
        "posts_pence": posts_in(request.actor, over, asked.locality_id),
        "year": year_of(asked),
        "before": asked.year - 1,
        "after": asked.year + 1,
        "this_year": financial_year(said["now_on"]),
    }
    return render(request, "money/year.html", context)


@page(roles=tuple(TEAM_ROLES))
def behind(request: Request) -> HttpResponse:
    """Every line of one kind that a year is made of, a page at a time."""
    asked, said = _asked(request)
    which, start = request.GET.get("lines", BEHIND[0]), first_of(request)
    if which in BEHIND:
        lines, many = _lines(which, asked, start)
    elif which in {GOING, *IN_THE_YEAR}:
        over = financial_year_of(asked.year)
        found = came_to(which, request.actor, over, asked.locality_id, start=start, most=A_PAGE, today=said["now_on"])
        lines, many = found.groups, found.many
    else:
        raise Http404
    context = said | {"which": which, "lines": lines, "many": many, "start": start, "last": start + len(lines), "before": max(start - A_PAGE, 0)}
    return render(request, "money/behind.html", context)


def _lines(which: str, asked: Asked, start: int) -> tuple[list[Any], int]:
    if which == "groups":
        return groups_in(asked, start=start, most=A_PAGE)
    found: Any = books.listed(spends_in(asked)) if which == "spends" else brought_in(asked)
    return list(found[start : start + A_PAGE]), found.order_by().count()
