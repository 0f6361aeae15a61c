"""Every address of the house, as Django itself finds them: nothing is listed by hand, so nothing is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Route:
    """One address: its name, its shape, the view behind it, and what its variable pieces are called."""

    name: str
    pattern: str
    view: Callable[..., Any]
    pieces: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """Whether the view is written in one of our rooms."""
        return str(getattr(self.view, "__module__", "")).startswith("alongside.")

    @property
    def is_declared(self) -> bool:
        """Whether the view says at its door who it is for (`@page`)."""
        return hasattr(self.view, "declared")


def _walk(resolver: URLResolver, prefix: str, spaces: tuple[str, ...], pieces: tuple[str, ...]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        shape = prefix + str(entry.pattern)
        named = (*pieces, *entry.pattern.converters, *getattr(getattr(entry.pattern, "regex", None), "groupindex", {}))
        if isinstance(entry, URLResolver):
            yield from _walk(entry, shape, (*spaces, entry.namespace) if entry.namespace else spaces, tuple(dict.fromkeys(named)))
        elif isinstance(entry, URLPattern):
            yield Route(":".join((*spaces, entry.name or "")), shape, entry.callback, tuple(dict.fromkeys(named)))


def every(urlconf: str | None = None) -> list[Route]:
    """Every route, ours and those of the packages we let in."""
    return list(_walk(get_resolver(urlconf), "/", (), ()))


def ours(urlconf: str | None = None) -> list[Route]:
    """The routes whose views we wrote."""
    return [route for route in every(urlconf) if route.is_ours]


def address(route: Route, known: dict[str, Any]) -> str:
    """A route with its pieces filled in: what is known of them, and for the others whatever the route takes."""
    for other in (known["person_id"], 1, "x"):
        try:
            return reverse(route.name, kwargs={piece: known.get(piece, other) for piece in route.pieces})
        except NoReverseMatch:
            continue
    raise AssertionError(f"{route.name} asks for something that no test knows")
