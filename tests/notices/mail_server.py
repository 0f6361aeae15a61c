"""A mail server on this machine, which remembers what it took, and kills whoever speaks with it where it is told to."""

from __future__ import annotations

import os
import random
import signal
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

PLACES = ("HELO", "MAIL", "RCPT", "lost", "words", "answered")
"""Where in a conversation: at each command, with the words on their way and never there, when they are there, and right after they were taken."""

SILENT = "silent"
"""An answer: it took the words, and is gone before it says so."""


class Remembering:
    """`taken`: how often each Message-ID was taken. `kill` is who dies next, and `where`."""

    def __init__(self, seed: int = 1) -> None:
        self.taken: Counter[str] = Counter()
        self.kill, self.where, self.killed = 0, "", Counter[str]()
        self.chance = random.Random(seed)
        self.port = 0
        self.letters: list[bytes] = []
        self.answers: list[str] = []
        """What it answers to the next words, instead of taking them."""

    def _here(self, place: str) -> bool:
        """Whether it was here that the other was killed."""
        killed = bool(self.kill) and self.where == place
        if killed:
            os.kill(self.kill, signal.SIGKILL)
            self.killed[place] += 1
            self.kill = 0
        return killed

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self._here("HELO")
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        self._here("MAIL")
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        self._here("RCPT")
        if address.startswith("nobody@"):
            return "550 5.1.1 There is nobody of that name here"
        if address.startswith("busy@"):
            return "450 4.2.1 Too busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self._here("lost"):
            server.transport.abort()
            return "451 4.4.2 It broke off"
        self._here("words")
        answer = self.answers.pop(0) if self.answers else ""
        if answer and answer != SILENT:
            return answer
        self.taken[message_from_bytes(envelope.content)["Message-ID"]] += 1
        self.letters.append(envelope.content)
        if answer == SILENT:
            server.transport.abort()
        self._here("answered")
        return "250 2.0.0 Taken"


class _Server(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="mail.example.org", timeout=30, loop=self.loop)


def _a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def a_mail_server() -> Iterator[tuple[Remembering, int]]:
    """The server and its port, for as long as it is wanted."""
    handler = Remembering()
    server = _Server(handler, hostname="127.0.0.1", port=_a_free_port())
    server.start()
    try:
        handler.port = server.port
        yield handler, server.port
    finally:
        server.stop()
