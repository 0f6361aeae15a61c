"""One page of what a search found, with the ways to the pages beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from alongside.directory import queries
from alongside.directory.offers import Weighed
from alongside.directory.reasons import distance_said
from alongside.directory.showing import Result, results
from alongside.directory.wishing import Wish

A_PAGE = 10
"""Entries on one page."""

A_FEW = 5
"""Entries without a known place shown below those with one."""

WIDER = {"1000": "3000", "2000": "5000", "3000": "10000", "5000": "20000", "10000": "20000"}
"""The next reach to try when nothing was near enough, in metres."""


@dataclass(frozen=True)
class Page:
    """What one page of a search shows."""

    shown: list[Result]
    total: int
    number: int
    apart: list[Result] = field(default_factory=list)
    apart_total: int = 0
    nearest: str = ""
    nearest_far: str = ""
    faint: list[Result] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the first line."""
        return (self.number - 1) * A_PAGE + 1

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // A_PAGE))


def page_of(wish: Wish, number: int, *, only_apart: bool) -> Page:
    """The page of this number; a number too high gives the last."""
    if wish.latitude is None and not wish.words.strip():
        return _browsed(wish, number)
    found = queries.find(wish)
    ranked = found.apart if only_apart else found.near
    number = min(max(1, number), max(1, -(-len(ranked) // A_PAGE)))
    start = (number - 1) * A_PAGE
    shown = results(wish, ranked[start : start + A_PAGE], start=start + 1)
    if only_apart:
        return Page(shown, len(ranked), number)
    apart = results(wish, found.apart[:A_FEW]) if number == 1 and wish.words.strip() else []
    beyond = queries.nearest_beyond(wish) if not ranked else None
    faint = results(wish, found.faint[:A_FEW]) if not ranked else []
    return Page(shown, len(ranked), number, apart, len(found.apart), *_said(beyond), faint)


def _said(beyond: Weighed | None) -> tuple[str, str]:
    return (beyond.offer.name, distance_said(beyond.metres or 0.0)) if beyond else ("", "")


def _browsed(wish: Wish, number: int) -> Page:
    """All that passes, by name: nobody has said yet what they would like."""
    total = queries.passing(wish).count()
    number = min(max(1, number), max(1, -(-total // A_PAGE)))
    start = (number - 1) * A_PAGE
    return Page(results(wish, queries.by_name(wish, start, A_PAGE), start=start + 1), total, number)


def same_but(asked: QueryDict, **changed: str) -> str:
    """The address of this search with something else in it; an empty value leaves that out."""
    copy = asked.copy()
    copy.pop("page", None)
    for name, value in changed.items():
        copy.pop(name, None)
        if value:
            copy[name] = value
    return f"?{copy.urlencode()}"


def came_from_search(request: HttpRequest) -> str:
    """The address of the search from which somebody came here, as their browser tells our own pages alone; nothing where they came from elsewhere."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    there = reverse("noticeboard:search")
    return f"{there}?{came.query}#found" if came.netloc == request.get_host() and came.path == there and came.query else ""
