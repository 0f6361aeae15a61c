"""Asking one address after another, politely and within bounds: one at a time, with a rest between, so many bytes in so many seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Timer
from typing import Any

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .reaching import Network, Resolve, Where, found, read_address, resolved
from .stopping import GoesOn

WHO_ASKS = "Alongside/1.0 (community directory; reads Open Referral feeds; one request at a time)"
ALWAYS = {"User-Agent": WHO_ASKS, "Accept": "application/json, */*;q=0.1", "Accept-Encoding": "gzip, deflate"}
LARGEST = 20_000_000
"""Bytes of one answer, unpacked."""
LONGEST_WAIT = 60.0
"""Seconds for one whole answer, from asking to its last byte."""
LONGEST_SILENCE = 20.0
"""Seconds without a byte."""
A_REST = 0.2
"""Seconds between two questions."""
MOST_TURNS = 3
"""How often one is sent on to another address."""
TRIES = 3
WORTH_WAITING = 120.0
"""Seconds one waits at once when asked to come back later; for longer, reading goes on another time."""

NO_ANSWER = Sentence("“%(host)s” does not answer. Try again later, or ask whoever publishes it.")
TOO_SLOW = Sentence("“%(host)s” takes longer than %(most)s seconds for one answer, so reading was broken off. It goes on from here next time.")
TOO_LARGE = Sentence("An answer of “%(host)s” is larger than %(most)s MB unpacked. No page of a directory is; nothing of it was kept.")
BROKEN = Sentence("An answer of “%(host)s” cannot be unpacked: it is broken, or not what it says it is.")
SAYS_NO = Sentence("“%(host)s” answered %(status)s to %(path)s. Ask whoever publishes it whether this is the address.")
ROUND = Sentence("“%(host)s” sends us from one address to another without end.")
LESS_SAFE = Sentence("“%(host)s” sends us on to an address that is not encrypted (%(address)s), so it is not read.")
NO_TRUST = Sentence("“%(host)s” cannot prove who it is: its certificate is not in order. Ask whoever publishes it.")


class ComeBack(Exception):
    """They ask us to come back later: in so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class Answer:
    """What was answered: nothing new (`body` None), or its bytes, with the marks by which one asks whether it is still the same."""

    status: int
    body: bytes | None
    etag: str = ""
    modified: str = ""


class Asking:
    """A visit to a directory: addresses asked one after another, each looked up and checked at the moment it is connected to."""

    def __init__(self, allowed: tuple[Network, ...] = (), *, rest: Callable[[float], Any] = time.sleep, resolve: Resolve = resolved) -> None:
        self.allowed, self.rest, self.resolve = allowed, rest, resolve
        self.asked = 0
        self._open: HTTPConnection | None = None
        self._site: tuple[str, str, int] | None = None

    def close(self) -> None:
        """Hang up."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def get(self, url: str, *, etag: str = "", modified: str = "", largest: int = LARGEST, longest: float = LONGEST_WAIT) -> Answer:
        """The answer of this address; asked again a few times when nobody is there, and where we are told to go, we go, but never inside."""
        headers = {"If-None-Match": etag} if etag else {"If-Modified-Since": modified} if modified else {}
        where = read_address(url)
        for _ in range(MOST_TURNS + 1):
            status, answer, further = self._tried(where, headers, largest, longest)
            if not further:
                break
            next_one = read_address(further, where.url)
            if where.scheme == "https" and next_one.scheme != "https":
                raise Refused(LESS_SAFE, host=where.host, address=next_one.url[:80])
            where = next_one
        else:
            raise Refused(ROUND, host=where.host)
        if status not in (200, 304) or (status == 304 and not headers):
            raise Refused(SAYS_NO, host=where.host, status=status, path=where.path[:80])
        return answer

    def _tried(self, where: Where, headers: dict[str, str], largest: int, longest: float) -> tuple[int, Answer, str]:
        refused: Refused = GoesOn(NO_ANSWER, host=where.host)
        for tried in range(TRIES):
            if self.asked or tried:
                self.rest(A_REST if not tried else 2.0**tried)
            self.asked += 1
            try:
                status, answer, further, later = self._once(where, headers, largest, longest)
            except (HTTPError, OSError) as wrong:
                self.close()
                refused = Refused(NO_TRUST, host=where.host) if "certificate" in str(wrong).casefold() else refused
                continue
            if status in (429, 503) and later is not None and later > WORTH_WAITING:
                raise ComeBack(later)
            if status not in (429, 500, 502, 503, 504):
                return status, answer, further
            refused = GoesOn(SAYS_NO, host=where.host, status=status, path=where.path[:80])
            if later:
                self.rest(later)
        raise refused

    def _once(self, where: Where, headers: dict[str, str], largest: int, longest: float) -> tuple[int, Answer, str, float | None]:
        with _no_longer_than(longest) as clock:
            try:
                connection = self._connected(where, clock)
                connection.request("GET", where.path, headers={"Host": _host(where), **ALWAYS, **headers}, preload_content=False, decode_content=True)
                response = connection.getresponse()
                further = response.headers.get("Location", "") if response.status in (301, 302, 303, 307, 308) else ""
                body = b"" if response.status != 200 else _body(response, where, largest, clock)
                if clock.over:
                    # A line that was cut within the headings looks like an answer without a body.
                    raise OSError(where.host)
            except DecodeError:
                self.close()
                raise Refused(BROKEN, host=where.host) from None
            except (HTTPError, OSError):
                self.close()
                if clock.over:
                    raise GoesOn(TOO_SLOW, host=where.host, most=round(longest)) from None
                raise
            except BaseException:
                self.close()
                raise
        if response.status != 200 or response.headers.get("Connection", "").casefold() == "close":
            self.close()
        answer = Answer(response.status, body if response.status == 200 else None, *_marks(response))
        return response.status, answer, further, _later(response.headers.get("Retry-After"))

    def _connected(self, where: Where, clock: _Clock) -> HTTPConnection:
        """The line that is open already, or a new one to an address that was checked just now; a name is never asked for twice in between."""
        if self._open is not None and self._site == where.site:
            clock.watch(self._open)
            return self._open
        self.close()
        there = found(where, self.allowed, self.resolve)
        wrong: Exception = OSError(where.host)
        for address in there.at:
            made = _line(where, address)
            clock.watch(made)
            try:
                made.connect()
            except (HTTPError, OSError) as failed:
                made.close()
                wrong = failed
            else:
                self._open, self._site = made, where.site
                return made
        raise wrong


def _line(where: Where, address: str) -> HTTPConnection:
    if where.scheme == "https":
        return HTTPSConnection(address, where.port, timeout=LONGEST_SILENCE, server_hostname=where.host, assert_hostname=where.host, cert_reqs="CERT_REQUIRED")
    return HTTPConnection(address, where.port, timeout=LONGEST_SILENCE)


def _host(where: Where) -> str:
    return where.url.split("://", 1)[1].split("/", 1)[0]


def _marks(response: HTTPResponse) -> tuple[str, str]:
    etag, modified = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
    return etag if len(etag) < 200 and etag.isascii() else "", modified if len(modified) < 60 and modified.isascii() else ""


def _body(response: HTTPResponse, where: Where, largest: int, clock: _Clock) -> bytes:
    """Its bytes, unpacked as they come and never more than a little beyond the bound."""
    held: list[bytes] = []
    many = 0
    while piece := response.read1(65_536):
        many += len(piece)
        if many > largest:
            raise Refused(TOO_LARGE, host=where.host, most=largest // 1_000_000)
        if clock.over:
            raise OSError(where.host)
        held.append(piece)
    return b"".join(held)


def _later(said: str | None) -> float | None:
    """Seconds of a `Retry-After`, which is a number or a moment; None where it says nothing that can be read."""
    if not said:
        return None
    if said.strip().isascii() and said.strip().isdecimal():
        return float(said.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


class _Clock:
    """The time that one answer may take; when it is up, the line is cut, whatever is waited for."""

    def __init__(self) -> None:
        self.over = False
        self._line: HTTPConnection | None = None

    def watch(self, line: HTTPConnection) -> None:
        """This line is to be cut."""
        self._line = line

    def ring(self) -> None:
        """Time is up."""
        self.over = True
        socket = getattr(self._line, "sock", None)
        if socket is not None:
            try:
                socket.shutdown(2)
            except OSError:
                return


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[_Clock]:
    clock = _Clock()
    timer = Timer(seconds, clock.ring)
    timer.daemon = True
    timer.start()
    try:
        yield clock
    finally:
        timer.cancel()
