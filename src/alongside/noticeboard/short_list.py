"""What somebody would like to remember, kept in their own browser: no account, and nothing of it with us."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.directory.twins.family import staying
from alongside.web.pages import Request
from alongside.web.writing import see_other, with_query

from .short_address import ending_in, short_of

COOKIE = "__Host-kept" if settings.HTTPS else "kept"
A_MONTH = timedelta(days=30)
"""How long a browser keeps the list after it was last changed."""
MOST = 30
"""Entries on one list: more is a directory."""
_SALT = "short list"


def kept_by(request: Request) -> list[UUID]:
    """The keys on the list of this browser, in the order in which they were kept, of two that are one the one that stays; none where somebody else wrote it."""
    try:
        said = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=A_MONTH)
        return staying([UUID(one) for one in said.split(".") if one][:MOST])
    except (BadSignature, ValueError):
        return []


def keep_in(response: HttpResponse, keys: Sequence[UUID]) -> None:
    """The browser keeps these, and no others; nothing is left in it when there are none."""
    if not keys:
        response.delete_cookie(COOKIE, path="/", samesite="Lax")
        return
    value = ".".join(key.hex for key in keys)
    response.set_signed_cookie(COOKIE, value, salt=_SALT, max_age=A_MONTH, path="/", secure=settings.HTTPS, httponly=True, samesite="Lax")


def in_an_address(keys: Iterable[UUID]) -> str:
    """These keys as a list is sent: `7k3m9qx4dt.…`."""
    return ".".join(short_of(key) for key in keys)


def digits_in(these: str) -> list[str]:
    """The ends of the keys that such a list names, each once; what is no key of ours is left out."""
    found = (ending_in(one) for one in these.split(".")[:MOST])
    return list(dict.fromkeys(one for one in found if one))


def address_of(keys: Iterable[UUID]) -> str:
    """Where anybody reads this list."""
    return with_query(reverse("noticeboard:short list"), these=in_an_address(keys))


def changed(request: Request, keys: list[UUID]) -> HttpResponse | None:
    """The answer to one press on a list: kept, taken off, or all of it cleared; None when nothing that we know was pressed."""
    there = reverse("noticeboard:short list")
    if key := _key(request, "keep"):
        full = key not in keys and len(keys) >= MOST
        answer = see_other(with_query(there, full="1") if full else f"{_back(request)}#keep-{key}")
        keep_in(answer, keys if full or key in keys else [*keys, key])
        return answer
    if key := _key(request, "drop"):
        back = _back(request)
        answer = see_other(with_query(there, off=short_of(key)) if back == there else f"{back}#keep-{key}")
        keep_in(answer, [one for one in keys if one != key])
        return answer
    if "clear" in request.POST:
        answer = see_other(with_query(there, cleared=in_an_address(keys)) if keys else there)
        keep_in(answer, [])
        return answer
    return None


def _key(request: Request, name: str) -> UUID | None:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return None


def _back(request: Request) -> str:
    """Where they pressed, if that is a page of ours, without what it said last."""
    given = request.POST.get("back", "")[:3000]
    ours = given.startswith("/") and given.isprintable() and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    there = reverse("noticeboard:short list")
    return there if not ours or given.split("?")[0] == there else given


def keeping(request: Request) -> dict[str, Any]:
    """What a page needs whose entries can be kept."""
    return {"kept": kept_by(request), "keep_one": "noticeboard/_keep_one.html"}
