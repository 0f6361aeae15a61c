"""A locality's year on one page, to read and to print."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES
from alongside.places.models import Locality
from alongside.web.pages import Request, page

from .. import books
from ..happened import HELD_BACK, happened_in
from ..posts import financial_year
from ..queries import financial_year_of, posts_in
from ..yearly import year_of
from .budgets import called, year_asked, year_said


@page(roles=tuple(TEAM_ROLES))
def year(request: Request) -> HttpResponse:
    """What was heard, started, handed over and is still going; what it cost; what came in beside it: on one A4, with its lines on the screen."""
    number = year_asked(request)
    localities = list(Locality.objects.filter(teams__in=books.my_teams(request.actor)).distinct().order_by("name"))
    asked = request.GET.get("locality", "")
    where = next((one for one in localities if str(one.id) == asked), None)
    if asked and where is None:
        raise Http404
    found = year_of(request.actor, number, UUID(asked) if where else None)
    over, today = financial_year_of(number), timezone.localdate(request.now)
    context = {
        "happened": happened_in(request.actor, over, where.id if where else None, today=today),
        "held_back": HELD_BACK,
        "posts_pence": posts_in(request.actor, over, where.id if where else None),
        "now_on": today,
        "still_runs": over.until is None or over.until > today,
        "year": found,
        "budgets": [(one, called(one), balance) for one, balance in found.budgets],
        "number": number,
        "before": number - 1,
        "after": number + 1,
        "this_year": financial_year(today),
        "year_said": year_said(number),
        "localities": localities,
        "where": where,
    }
    return render(request, "money/year.html", context)
