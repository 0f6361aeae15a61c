"""A request is one transaction, from before the session is read until after the page is rendered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.foundation.actor import NOBODY

from .doing import acting


class _Undo(Exception):
    """Carries a refused answer out of the transaction that it must not leave behind."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


def one_transaction(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Outermost of our middleware. Nothing is sent before the transaction, with its trail, is committed.

    A refused request (400 and above) leaves nothing behind but what was put on `request.afterwards`: callables run
    in a second transaction by the same actor (the refusal's own line in the trail, a kept draft).
    """

    def middleware(request: Any) -> HttpResponse:
        request.afterwards = []
        request.lines = None
        try:
            with acting(NOBODY) as lines:
                request.lines = lines
                response: Any = get_response(request)
                if hasattr(response, "render") and not response.is_rendered:
                    response = response.render()
                if getattr(response, "streaming", False):
                    raise RuntimeError("Personal data is never streamed: build the whole answer first.")
                if response.status_code >= 400:
                    raise _Undo(response)
        except _Undo as refused:
            if request.afterwards:
                with acting(getattr(request, "actor", NOBODY)):
                    for keep in request.afterwards:
                        keep()
            return refused.response
        return response

    return middleware
