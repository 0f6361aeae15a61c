"""What is the same from the first line of a page to its last: asked for once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.translation import get_language

Found = TypeVar("Found")


def kept(context: Any, ask: Callable[[], Found]) -> Found:
    """What `ask` says, as it said when this page first asked."""
    held: dict[Any, Any] = context.render_context.dicts[0]
    if ask not in held:
        held[ask] = ask()
    return held[ask]


def language(context: Any) -> str | None:
    """In which language the page is said; none changes it on the way."""
    return kept(context, get_language)
