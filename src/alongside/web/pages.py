"""What a view may count on: who asks, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.actor import NOBODY, Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

from .refusing import SignInNeeded
from .vocabulary import say_word, word_for

View = Callable[..., HttpResponse]


def _not_for(actor: Actor, roles: Iterable[Role]) -> NotYours:
    words = [say_word(word_for(role, "teams.ROLES"), actor.vocabulary) for role in (*roles, actor.role)]
    return NotYours(Sentence("This page is for: %(roles)s. You are signed in as %(role)s."), roles=", ".join(words[:-1]), role=words[-1])


class Request(HttpRequest):
    """A request as our views meet it: with the actor and the moment, given at the door."""

    actor: Actor
    now: Any
    htmx: Any
    afterwards: list[Callable[[], None]]


def page(
    *,
    public: bool = False,
    roles: tuple[Role, ...] = (),
    methods: tuple[str, ...] = ("GET", "HEAD"),
    takes_a_file_of: int = 0,
    takes_a_file_from: Callable[[Any], bool] | None = None,
) -> Callable[[View], View]:
    """Declare a page: open to all, or to whoever is signed in, or to those who hold one of these roles.

    Few take a file, of so many bytes at most, from those whom the page is for; a page open to all says itself from whom.
    """

    def is_for(request: Any) -> bool:
        return public or (request.actor is not NOBODY and (not roles or request.actor.is_a(*roles)))

    if public and takes_a_file_of and takes_a_file_from is None:
        raise TypeError("A page that is open to all says from whom it takes a file.")

    def declare(view: View) -> View:
        @wraps(view)
        @require_http_methods(methods)
        def shown(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not public:
                if request.actor is NOBODY:
                    raise SignInNeeded
                if roles and not request.actor.is_a(*roles):
                    raise _not_for(request.actor, roles)
            return view(request, *args, **kwargs)

        # Read by the tests that ask every page who it is for.
        shown.declared = (public, roles, methods)  # type: ignore[attr-defined]
        shown.takes_a_file_of = takes_a_file_of  # type: ignore[attr-defined]
        shown.takes_a_file_from = takes_a_file_from or is_for  # type: ignore[attr-defined]
        return shown

    return declare


WRITING = ("GET", "HEAD", "POST")
"""The methods of a page with a form."""
