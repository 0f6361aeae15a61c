"""When there is school: an administrator writes or pastes a year of term dates, and what meets in school terms goes by them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import Role
from alongside.places.actions import keep_terms
from alongside.places.queries import all_terms, councils
from alongside.places.terms import Term, read_terms, school_year, written_all
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, with_query, written

from .forms import TermsForm

ADMINISTRATORS = (Role.ADMINISTRATOR,)
YEARS = {str(year) for year in range(2000, 2100)}


@page(roles=ADMINISTRATORS)
def school_terms(request: Request) -> HttpResponse:
    """The terms that are known, by whose schools and by year, the newest first; and the way to write one more year."""
    today = timezone.localdate(request.now)
    known: dict[tuple[str, int], list[Term]] = {}
    for council, terms in all_terms().items():
        for term in terms:
            known.setdefault((council, school_year(term.starts_on)), []).append(term)
    years = [
        {"whose": council, "said": year_said(year), "address": _address(year, council), "terms": terms, "over": terms[-1].last_day < today}
        for (council, year), terms in sorted(known.items(), key=lambda one: (one[0][0], -one[0][1]))
    ]
    this_year = school_year(today)
    to_write = [(year_said(year), _address(year, "")) for year in (this_year, this_year + 1) if ("", year) not in known]
    context = {"years": years, "to_write": to_write, "elsewhere": [(one, _address(this_year, one)) for one in councils()]}
    return render(request, "noticeboard/school_terms.html", context)


def year_said(year: int) -> str:
    """`2026 to 2027`."""
    return _("%(year)d to %(next)d") % {"year": year, "next": year + 1}


def _address(year: int, council: str) -> str:
    return with_query(reverse("noticeboard:terms of a year"), year=str(year), **({"of": council} if council else {}))


@page(roles=ADMINISTRATORS, methods=WRITING)
def of_a_year(request: Request) -> HttpResponse:
    """The terms of one school year in one box, a line each: written, put right, or emptied."""
    council, asked = request.GET.get("of", ""), request.GET.get("year", "")
    year = int(asked) if asked in YEARS else school_year(timezone.localdate(request.now))
    known = all_terms()
    if (asked and asked not in YEARS) or (council and council not in {*known, *councils()}):
        raise Http404
    terms = [term for term in known.get(council, ()) if school_year(term.starts_on) == year]
    sheet = Sheet(
        title=_("School terms %(year)s") % {"year": year_said(year)},
        back=reverse("noticeboard:school terms"),
        kept=_("It is kept. What meets in school terms goes by these dates from now on."),
        lead=council or _("For everywhere that has no dates of its own."),
        draft=f"school terms/{year} {council}".strip(),
        page=_address(year, council),
    )

    def do(said: dict[str, Any]) -> None:
        keep_terms(council, year, read_terms(said["lines"]), by=request.actor, at=request.now)

    return written(request, TermsForm, sheet, do, stands={"lines": written_all(terms)})
