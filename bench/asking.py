"""Asking a WSGI application for pages, as a server would, and counting what an answer costs."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import connection

_MARK = "b" * 32
_NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Cost:
    """What one answer cost: milliseconds on the clock, and of processor in this process (user and system)."""

    wall: float
    cpu: float


def cost_of(ask: Callable[[], Any]) -> Cost:
    """Ask once."""
    wall, cpu = time.perf_counter(), time.process_time()
    ask()
    return Cost((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


class Visitor:
    """Somebody whose browser holds these cookies."""

    def __init__(self, application: Callable[..., Any], cookies: dict[str, str]) -> None:
        self.application = application
        self.cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def get(self, path: str) -> bytes:
        """A page, rendered and closed; anything but a page is an error."""
        return self._asked("GET", path, b"")

    def post(self, path: str, words: dict[str, str]) -> bytes:
        """A press that answers with a page, as htmx sends it: with the mark that shows it comes from a page of ours."""
        return self._asked("POST", path, urlencode({**words, "csrfmiddlewaretoken": _MARK}).encode())

    def _asked(self, method: str, path: str, body: bytes) -> bytes:
        path, _, query = path.partition("?")
        status: list[str] = []
        environ = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost", "HTTP_COOKIE": f"{self.cookies}; csrf={_MARK}",
            "HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.9", "HTTP_USER_AGENT": "bench",
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(), "wsgi.version": (1, 0),
            "wsgi.multithread": False, "wsgi.multiprocess": True, "wsgi.run_once": False,
        }  # fmt: skip
        if method == "POST":
            environ |= {"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)), "HTTP_HX_REQUEST": "true"}
        answer = self.application(environ, lambda said, headers, exc_info=None: status.append(said))
        try:
            shown = b"".join(answer)
        finally:
            answer.close()
        if not status[0].startswith("200"):
            raise RuntimeError(f"{path} answered {status[0]}")
        return shown


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are sent meanwhile, but for those that begin and end transactions."""
    said: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(_NOT_COUNTED):
            said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield said
