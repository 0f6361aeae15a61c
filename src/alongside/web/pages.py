"""What a view may count on: who asks, and when."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.actor import NOBODY, Actor, Role
from alongside.foundation.refusals import NotYours

from .refusing import SignInNeeded

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request as our views meet it: with the actor and the moment, given at the door."""

    actor: Actor
    now: Any
    htmx: Any
    afterwards: list[Callable[[], None]]


def page(*, public: bool = False, roles: tuple[Role, ...] = (), methods: tuple[str, ...] = ("GET", "HEAD")) -> Callable[[View], View]:
    """Declare a page: open to all, or to whoever is signed in, or to those who hold one of these roles."""

    def declare(view: View) -> View:
        @wraps(view)
        @require_http_methods(methods)
        def shown(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not public:
                if request.actor is NOBODY:
                    raise SignInNeeded
                if roles and not request.actor.is_a(*roles):
                    raise NotYours(f"This page is for: {', '.join(role.value for role in roles)}. You are signed in as {request.actor.role}.")
            return view(request, *args, **kwargs)

        # Read by the tests that ask every page who it is for.
        shown.declared = (public, roles, methods)  # type: ignore[attr-defined]
        return shown

    return declare


WRITING = ("GET", "HEAD", "POST")
"""The methods of a page with a form."""
