"""Another directory, on this machine, that publishes what a test says and does to whoever asks what a test wants."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Told = dict[str, Any]
Trick = Callable[[BaseHTTPRequestHandler], None]


def a_service(key: str = "1", name: str = "Fern choir", **said: Any) -> Told:
    return {"id": key, "name": name, "status": "active", **said}


@dataclass
class Directory:
    """Its services by key, what it was asked, and tricks by the beginning of a path."""

    services: dict[str, Told] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tricks: dict[str, Trick] = field(default_factory=dict)
    a_page: int = 50
    in_lists: tuple[str, ...] = ("id", "name", "status", "last_modified")
    version: str = "HSDS-UK-3.0"
    address: str = ""
    sent_back: int = 0
    """Answers that nothing is new."""

    def publish(self, *services: Told) -> None:
        self.services |= {one["id"]: one for one in services}

    def page(self, number: int) -> Told:
        keys = list(self.services)
        shown = keys[(number - 1) * self.a_page : number * self.a_page]
        pages = max(1, -(-len(keys) // self.a_page))
        listed = [{name: value for name, value in self.services[key].items() if name in self.in_lists} for key in shown]
        return {
            "total_items": len(keys), "total_pages": pages, "page_number": number, "size": len(shown), "first_page": number == 1,
            "last_page": number >= pages, "empty": not shown, "contents": listed,
        }  # fmt: skip

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        trick = next((trick for path, trick in self.tricks.items() if handler.path.startswith(path)), None)
        if trick:
            return trick(handler)
        parts = urlsplit(handler.path)
        if parts.path == "/":
            return say(handler, {"version": self.version})
        if parts.path == "/services":
            return say(handler, self.page(int(parse_qs(parts.query).get("page", ["1"])[0])))
        found = self.services.get(parts.path.removeprefix("/services/"))
        if found is None:
            return say(handler, {"message": "no such service"}, 404)
        etag = '"' + hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16] + '"'
        if handler.headers.get("If-None-Match") == etag:
            self.sent_back += 1
            return say(handler, None, 304)
        return say(handler, found, 200, ETag=etag)


def say(handler: BaseHTTPRequestHandler, told: Any, status: int = 200, **headers: str) -> None:
    """JSON, or bytes as they are."""
    body = b"" if told is None else told if isinstance(told, bytes) else json.dumps(told).encode()
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def published(*services: Told, **given: Any) -> Iterator[Directory]:
    """A directory that answers for as long as this lasts; its address is 127.0.0.1's."""
    directory = Directory(**given)
    directory.publish(*services)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                directory.answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *args: None  # type: ignore[method-assign]
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    directory.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield directory
    finally:
        server.shutdown()
        server.server_close()
