"""What a page asks the database, counted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST = 12
"""Queries a page may ask (promises.md S1)."""
MORE = 13
"""Two pages that are not opened all day ask one more: who looked (whose records were joined), and word back (what they chose)."""
MANY = 30

_number = count(1)


def a_word() -> str:
    """A word that stands once in what was written, so that it is known again on the page."""
    return f"kettle{next(_number):04}"


def asked_by(client: Client, url: str, shown: set[str], sent: dict[str, str] | None = None) -> list[str]:
    """What the page asks the database the second time it is opened; it must show all that it is said to."""

    def answer() -> Any:
        return client.get(url) if sent is None else client.post(url, sent)

    answer()
    with CaptureQueriesContext(connection) as queries:
        page = answer()
    assert page.status_code == 200
    text = page.content.decode()
    assert {word for word in shown if word not in text} == set()
    return [query["sql"] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]


def asks_the_same_with_one_and_with_thirty(
    client: Client, url: str, write: Callable[[], str], sent: dict[str, str] | None = None, *, at_most: int = MORE
) -> None:
    """`write` writes one more line of the list, and gives the word by which it is known."""
    shown = {write()}
    with_one = asked_by(client, url, shown, sent)
    shown |= {write() for _ in range(MANY - 1)}
    with_thirty = asked_by(client, url, shown, sent)
    assert len(with_one) == len(with_thirty), "\n".join(with_thirty)
    assert len(with_thirty) <= at_most, "\n".join(with_thirty)
