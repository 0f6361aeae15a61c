"""A picture as it is sent to a browser: inert, kept by no cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from csp.constants import NONE
from csp.decorators import csp
from django.http import HttpRequest, HttpResponse

POLICY = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": True}
"""Opened by itself it is a picture and nothing else: it loads nothing, runs nothing, stands in no frame."""


def as_picture(drawn: bytes | memoryview, key: UUID) -> HttpResponse:
    """For an `<img>`; opened by itself it is saved, under a name that says nothing of anybody."""
    headers = {"Content-Disposition": f'attachment; filename="picture-{str(key)[-6:]}.jpg"', "Cache-Control": "no-store"}
    return HttpResponse(bytes(drawn), content_type="image/jpeg", headers=headers)


def inert(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page that answers with a picture, which has a policy of its own; whatever else it answers is guarded like any page."""

    @wraps(view)
    def shown(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        answer: HttpResponse = view(request, *given, **named)
        is_a_picture = answer.headers.get("Content-Type") == "image/jpeg"
        return csp(POLICY)(lambda _request: answer)(request) if is_a_picture else answer

    return shown
