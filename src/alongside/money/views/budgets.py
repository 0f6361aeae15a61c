"""The budgets of one's teams in a year: what lies in each, what waits for whom, what one spent oneself."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.web.pages import Request, page

from .. import books
from ..ledger import Balance
from ..models import Budget
from ..posts import financial_year


def year_said(year: int) -> str:
    """`2026 to 2027`."""
    return _("%(year)d to %(next)d") % {"year": year, "next": year + 1}


def called(budget: Budget) -> str:
    """A budget by whose it is."""
    return budget.locality.name if budget.locality else budget.officer.name if budget.officer else budget.team.name


def year_asked(request: Request) -> int:
    """The financial year of the address; this one where it names none."""
    asked = request.GET.get("year", "")
    if not asked:
        return financial_year(timezone.localdate(request.now))
    if not asked.isdigit() or not 2000 <= int(asked) <= 2099:
        raise Http404
    return int(asked)


def first_of(request: Request) -> int:
    """From which line on a list is asked for."""
    asked = request.GET.get("from", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0


@page(roles=tuple(TEAM_ROLES))
def budgets(request: Request) -> HttpResponse:
    """Every budget of a year, and spends that wait."""
    year = year_asked(request)
    found = list(books.budgets_there(request.actor).filter(year=year))
    lying = books.balances_of(one.id for one in found)
    spends = books.listed(books.spends_there(request.actor).filter(budget__year=year))
    managed = books.managed_teams(request.actor)
    rows = [(one, called(one), lying[one.id]) for one in found]
    total = Balance(*(sum(getattr(balance, pot) for *_one, balance in rows) for pot in ("free", "promised", "spent")))
    context = {
        "rows": rows,
        "total": total,
        "year": year,
        "year_said": year_said(year),
        "before": year - 1,
        "after": year + 1,
        "waiting": spends.filter(books.WAITS) if managed else [],
        "to_pay": spends.filter(books.TO_PAY_BACK, budget__team_id__in=managed),
        "mine": spends.filter(by_id=request.actor.id)[:20],
        "manages": bool(managed),
        "add_url": f"{reverse('money:add budget')}?year={year}",
        "this_year": financial_year(timezone.localdate(request.now)),
    }
    return render(request, "money/budgets.html", context)
