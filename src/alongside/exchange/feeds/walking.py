"""A directory page by page: what a page of services is, and the service behind each line of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .fetching import Answer, Asking

A_PAGE = 50
"""Services asked for at once."""
MOST_ON_A_PAGE = 5_000
MOST_PAGES = 100_000
LARGEST_SERVICE = 2_000_000
"""Bytes of one service."""
_NESTED = ("service_at_locations", "schedules", "contacts", "cost_options", "attributes")

NOT_JSON = Sentence("What “%(where)s” answers is not JSON, as Open Referral is: %(why)s.")
NO_PAGE = Sentence("What “%(where)s” answers is not a page of services as Open Referral UK has them: it has no list called “contents”.")
OVERFULL = Sentence("Page %(page)s of the feed holds more than %(most)s services. That is no page; nothing of it was kept.")
WITHOUT_END = Sentence("The feed says it has %(pages)s pages. No directory has; nothing of it was kept.")
WRONG_PAGE = Sentence("The feed answers with page %(told)s when asked for page %(page)s, so it goes round in a circle. Nothing was loaded.")


@dataclass(frozen=True)
class Page:
    """Some services of a list."""

    number: int
    pages: int | None
    last: bool
    items: tuple[dict[str, Any], ...]


def service_address(base: str, key: str = "") -> str:
    """Where services are, or this one is."""
    return f"{base}/services" + (f"/{quote(key, safe='')}" if key else "")


def version_of(asking: Asking, base: str) -> str:
    """What it says it speaks."""
    told = _read(asking.get(f"{base}/", largest=LARGEST_SERVICE), f"{base}/")
    said = told.get("version") if isinstance(told, dict) else ""
    return said[:60] if isinstance(said, str) else ""


def page_of(asking: Asking, base: str, number: int, *, whole: bool = False) -> Page:
    """One page of the list; refused where it is none."""
    url = f"{service_address(base)}?page={number}&per_page={A_PAGE}{'&full=true' if whole else ''}"
    told = _read(asking.get(url), url)
    if not isinstance(told, dict) or not isinstance(told.get("contents"), list):
        raise Refused(NO_PAGE, where=service_address(base)[:120])
    items = told["contents"]
    if len(items) > MOST_ON_A_PAGE:
        raise Refused(OVERFULL, page=number, most=MOST_ON_A_PAGE)
    pages, at = _number(told.get("total_pages")), _number(told.get("page_number"))
    if pages is not None and pages > MOST_PAGES:
        raise Refused(WITHOUT_END, pages=pages)
    if at is not None and at != number and items:
        raise Refused(WRONG_PAGE, told=at, page=number)
    last = not items or (number >= pages if pages is not None else told.get("last_page") is True)
    return Page(number, pages, last, tuple(one if isinstance(one, dict) else {"told": one} for one in items))


def is_whole(item: dict[str, Any]) -> bool:
    """Whether the list tells all of a service already, so that nobody need be asked for it again."""
    return any(name in item for name in _NESTED)


def service_of(asking: Asking, base: str, key: str, *, etag: str = "", modified: str = "") -> tuple[Any, Answer]:
    """One service with everything there is, and the marks of the answer; None when it is as it was."""
    url = service_address(base, key)
    answer = asking.get(url, etag=etag, modified=modified, largest=LARGEST_SERVICE)
    return (None if answer.body is None else _read(answer, url)), answer


def digest_of(item: dict[str, Any]) -> bytes:
    """Changes when anything does that the list says of a service (BLAKE2b, 16 bytes)."""
    return hashlib.blake2b(json.dumps(item, sort_keys=True).encode(), digest_size=16).digest()


def _number(said: object) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) and said >= 0 else None


def _read(answer: Answer, url: str) -> Any:
    wrong = "it is empty"
    if answer.body:
        try:
            return json.loads(answer.body.decode("utf-8-sig"), parse_constant=_no_number)
        except UnicodeDecodeError:
            wrong = "its letters are not in UTF-8"
        except RecursionError:
            wrong = "it is folded into itself too deep"
        except ValueError:
            wrong = "it cannot be read"
    raise Refused(NOT_JSON, where=url[:120], why=wrong)


def _no_number(said: str) -> None:
    raise ValueError(said)
