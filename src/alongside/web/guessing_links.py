"""How often somebody may guess at the address of a link, and how often one link may be answered by: for every page whose address names a link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from .pages import View
from .refusing import refused

A_WHILE, AN_HOUR = 300, 3600
"""Seconds."""


def only_reads(view: View) -> View:
    """Marks a page by a link that is behind a press so that a mail scanner opens nothing, and that changes nothing: reading is no answer."""
    view.only_reads = True  # type: ignore[attr-defined]
    return view


class Guarded:
    """Counts, apart from what a request does: addresses that open nothing by where they are asked from, and answers by the link. A class, because Django
    asks one for `process_view`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = request.resolver_match
        if response.status_code == 404 and found is not None and "address" in found.kwargs:
            _count(_where(request), A_WHILE)
        return response

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        address = kwargs.get("address")
        if address is None:
            return None
        if cache.get(_where(request).encode().hex(), 0) >= settings.LINKS_GUESSED:
            return refused(
                request, "web/422.html", 429, _("Many addresses that open nothing were tried from here. Wait five minutes, then open your link again.")
            )
        if request.method == "POST" and not getattr(view, "only_reads", False) and _count(f"link {address[:40]}", AN_HOUR) > settings.LINKS_ANSWERED:
            return refused(request, "web/422.html", 429, _("This link was answered very often within an hour. Wait a while, then send it again."))
        return None


def _where(request: HttpRequest) -> str:
    return f"links guessed from {get_adapter().get_client_ip(request)}"


def _count(what: str, seconds: int) -> int:
    """One more, and how many there were since it was begun to be counted."""
    name = what.encode().hex()
    cache.add(name, 0, seconds)
    try:
        return int(cache.incr(name))
    except ValueError:  # it ran out in between
        return 1
