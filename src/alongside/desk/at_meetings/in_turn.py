"""How often a seat's link may be used, and how often somebody may try addresses that are none: counted for every process alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from time import time
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render

from alongside.web.pages import Request

A_WHILE = 300
"""Seconds in which it is counted."""
MOST_USES = 300
"""Of one seat's link in that while: thirty people who are read twice in that while, each from the list, stay below."""
MOST_GUESSES = 30
"""Addresses that are none of ours, from one caller in that while."""


class TooOften(Exception):
    """They have to wait a little."""


def comes_too_often(request: Request, reference: str | None) -> bool:
    """Counts this use, of a link of ours by that link and of any other by who calls; says whether it is one too many. Neither is kept as it is."""
    what = f"seat {reference}" if reference else f"guess {get_adapter(request).get_client_ip(request)}"
    key = f"in-turn:{hashlib.sha256(what.encode()).hexdigest()[:32]}:{int(time()) // A_WHILE}"
    many = cache.get(key) or 0
    cache.set(key, many + 1, timeout=A_WHILE)
    return bool(many >= (MOST_USES if reference else MOST_GUESSES))


def in_turn(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page by a link, that asks whoever comes too often to wait."""

    @wraps(view)
    def shown(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except TooOften:
            return render(request, "desk/meetings/seat_wait.html", status=429)

    return shown
