"""The public API that is Open Referral UK 3.0: read by anybody's program from anywhere, without a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from alongside.directory.models import Entry
from alongside.directory.twins.family import one_that_stays, sessions_held
from alongside.foundation.actor import NOBODY
from alongside.web.pages import Request, page

from . import tags, telling
from .asking import LARGEST_PAGE, USUAL_PAGE, CannotBeRead, asked_for, at_places, number
from .package import packed
from .terms import TAXONOMIES, TERMS

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
OPENAPI = "https://docs.openreferraluk.org/en/latest/openapi30.json"
A_WHILE = "public, max-age=300"
_FURTHEST_PAGE = 10_000_000


def _open(answer: HttpResponse, request: Request) -> HttpResponse:
    """Any page of anybody's may read it, and may keep it for five minutes."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cache-Control"] = A_WHILE if request.actor is NOBODY and answer.status_code == 200 else "no-store"
    return answer


def _said(request: Request, told: Any, status: int = 200) -> HttpResponse:
    return _open(JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False}), request)


def _paged(request: Request, rows: Any, many: int, tell: Callable[[Sequence[Any]], list[Any]]) -> HttpResponse:
    size = number(request.GET, "per_page", USUAL_PAGE, LARGEST_PAGE)
    at = number(request.GET, "page", 1, _FURTHEST_PAGE)
    pages = max(1, -(-many // size))
    shown = list(rows[(at - 1) * size : at * size])
    told = {
        "total_items": many,
        "total_pages": pages,
        "page_number": at,
        "size": len(shown),
        "first_page": at == 1,
        "last_page": at >= pages,
        "empty": not shown,
    }
    return _said(request, {**told, "contents": tell(shown)})


def _read(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the API: what cannot be read is said in a sentence."""

    @page(public=True)
    def shown(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except CannotBeRead as wrong:
            return _said(request, {"message": str(wrong)}, 400)

    return shown


def _not_there(request: Request) -> HttpResponse:
    return _said(request, {"message": "There is nothing of this key."}, 404)


@_read
def about(request: Request) -> HttpResponse:
    """What this is."""
    return _said(request, {"version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI})


@_read
def services(request: Request) -> HttpResponse:
    """A page of services, as far as every question together leaves them."""
    rows = asked_for(request.GET)
    return _paged(request, rows, rows.count(), lambda shown: [telling.in_a_list(one) for one in shown])


@_read
def service(request: Request, service_id: UUID) -> HttpResponse:
    """One service with everything there is; also one that is not there any more, as what it is. One put together with another leads to the one that stays."""
    found = one_that_stays(service_id)
    if found is not None and found.id != service_id:
        return _open(HttpResponseRedirect(reverse("exchange:service", args=[found.id])), request)
    return _said(request, telling.whole(found, sessions_held(found))) if found else _not_there(request)


@_read
def service_at_locations(request: Request) -> HttpResponse:
    """A page of services where they are, near a postcode if one is given."""
    rows = at_places(request.GET)
    return _paged(request, rows, rows.count(), lambda shown: [_there(one) for one in shown])


def _there(entry: Entry) -> dict[str, Any]:
    """One service where it is."""
    place = telling.at_locations(entry)[0]
    return {**place, "service": telling.in_a_list(entry)}


@_read
def service_at_location(request: Request, at_id: UUID) -> HttpResponse:
    """One of them: its key is its service's."""
    whole = one_that_stays(at_id)
    if whole is None or whole.withdrawn_on is not None or not telling.at_locations(whole):
        return _not_there(request)
    if whole.id != at_id:
        return _open(HttpResponseRedirect(reverse("exchange:service at location", args=[whole.id])), request)
    told = telling.whole(whole, sessions_held(whole))
    return _said(request, {**telling.at_locations(whole)[0], "service": {name: value for name, value in told.items() if name != "service_at_locations"}})


@_read
def taxonomies(request: Request) -> HttpResponse:
    """Our lists of words."""
    every = [*(one.plain for one in TAXONOMIES), *tags.lists()]
    return _paged(request, every, len(every), list)


@_read
def taxonomy(request: Request, taxonomy_id: UUID) -> HttpResponse:
    """One list."""
    found = next((one for one in TAXONOMIES if one.id == str(taxonomy_id)), None)
    told = found.plain if found else tags.list_of(taxonomy_id)
    return _said(request, told) if told else _not_there(request)


@_read
def taxonomy_terms(request: Request) -> HttpResponse:
    """Their words."""
    every = [*(one.term(word) for one, word in TERMS.values()), *tags.terms()]
    return _paged(request, every, len(every), list)


@_read
def taxonomy_term(request: Request, term_id: UUID) -> HttpResponse:
    """One word."""
    found = TERMS.get(str(term_id))
    told = found[0].term(found[1]) if found else tags.term_of(term_id)
    return _said(request, told) if told else _not_there(request)


@_read
def package(request: Request) -> HttpResponse:
    """Everything at once, as tables."""
    answer = HttpResponse(packed(), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="whats-good-around-here.zip"'
    return _open(answer, request)
