"""`alongside demo` and `alongside serve`, each in a process of its own, from the command to the page and to a clean end."""

from __future__ import annotations

import html
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection, HTTPResponse
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Timer
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from alongside.foundation.actor import Role
from alongside.site import embedded
from alongside.web.models import Draft
from tests.building import now, staff
from tests.conftest import ROOT
from tests.site.conftest import PRODUCTION, on
from tests.site.test_embedded import PARENT, forget, served_by
from tests.trust.guards import GUARDS, guards_in

PATIENCE = 240
"""Seconds until a command that says nothing has failed."""


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(*words: str, until: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, running, and what it said up to a line that holds these words."""
    command = [sys.executable, "-m", "alongside.site.command", *words]
    with tempfile.TemporaryFile("w+") as errors:
        # From the folder of the code that these tests stand beside, whichever clone is installed.
        running = subprocess.Popen(command, env={"PATH": os.environ["PATH"], **environment}, cwd=ROOT / "src", stdout=subprocess.PIPE, stderr=errors, text=True)
        too_long = Timer(PATIENCE, running.kill)
        too_long.start()
        said = ""
        try:
            assert running.stdout is not None
            for line in running.stdout:
                said += line
                if until in line:
                    break
            else:
                errors.seek(0)
                pytest.fail(f"It ended with {running.wait()} before it served:\n{said}{errors.read()}")
            yield running, said
        finally:
            too_long.cancel()
            if running.poll() is None:
                running.terminate()
                running.wait(timeout=PATIENCE)
            running.stdout.close()


def stopped(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code after it was told to stop, and what it said meanwhile."""
    running.send_signal(signal.SIGTERM)
    assert running.stdout is not None
    return running.wait(timeout=PATIENCE), running.stdout.read()


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty folder in which a demo may live, forgotten afterwards."""
    made = Path(tempfile.mkdtemp(prefix="demo-", dir=PARENT))
    made.chmod(0o755)
    yield made
    embedded.start(made).stop()
    forget(made)


def rows_of(said: str) -> list[tuple[str, str]]:
    """Role and name of each line of the printed table, which stands between the sentence above it and the address."""
    table = said.split("any of them:\n")[1].split("http://")[0]
    return [(line[2:30].strip(), line[30:54].strip()) for line in table.splitlines() if line.strip()]


def test_the_demo_is_made_in_an_empty_home_and_one_click_from_its_first_page_opens_a_day(home: Path, tells: Callable[[str], None]) -> None:
    began, port = time.monotonic(), a_free_port()
    with started("demo", "--port", str(port), until="Ctrl+C stops", ALONGSIDE_HOME=str(home)) as (running, said):
        seconds = time.monotonic() - began
        address = re.search(r"^  (http://127\.0\.0\.1:\d+/)$", said, re.M)
        assert address is not None
        assert address[1] == f"http://127.0.0.1:{port}/"
        table = rows_of(said)
        assert {role for role, _name in table} == {role.value for role in Role}
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        with browser.open(address[1]) as answer:
            page = html.unescape(answer.read().decode())
        assert [name for _role, name in table if f"Be {name}" not in page] == []
        coordinator = next(name for role, name in table if role == Role.COORDINATOR)
        form = next(form for form in page.split("<form ")[1:] if f"Be {coordinator}" in form)
        action, token = re.search(r'action="/([^"]+)"', form), re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert action is not None
        assert token is not None
        with browser.open(address[1] + action[1], urlencode({"csrfmiddlewaretoken": token[1]}).encode()) as answer:
            assert answer.url == f"{address[1]}today/"
            assert coordinator in html.unescape(answer.read().decode())
        assert served_by(home) is not None
        assert stopped(running) == (0, "")
    assert served_by(home) is None
    tells(f"demo: {seconds:.1f} s from an empty folder to the address")


def asked(port: int, **headers: str) -> HTTPResponse:
    """The front page's answer, as a proxy before us gets it; patient while the server opens its port."""
    patience = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/", headers={"Host": "alongside.example.org", **headers})
        except ConnectionRefusedError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.05)
        else:
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer


def test_a_service_answers_over_https_alone_clears_away_what_is_old_and_stops_when_told_to(committing: str, tells: Callable[[str], None]) -> None:
    Draft.objects.using("owner").create(writer=staff(), form="note", page="/", words={"text": "Long ago"}, saved_at=now() - timedelta(days=31))
    began, port = time.monotonic(), a_free_port()
    words = ("serve", "--bind", f"127.0.0.1:{port}", "--processes", "1", "--threads", "2")
    with started(*words, until="Serving on", **PRODUCTION, **on(committing)) as (running, said):
        assert said == f"Serving on http://127.0.0.1:{port} with 1 processes of 2 threads. Ctrl+C stops.\n"
        shown = asked(port, **{"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})
        seconds = time.monotonic() - began
        assert (shown.status, shown.headers["Location"]) == (302, "/around/")
        assert shown.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
        assert guards_in(shown.headers) == GUARDS
        plain = asked(port)
        assert (plain.status, plain.headers["Location"]) == (301, "https://alongside.example.org/")
        while Draft.objects.using("owner").exists() and time.monotonic() - began < PATIENCE / 4:
            time.sleep(0.05)
        assert Draft.objects.using("owner").count() == 0
        assert stopped(running) == (0, "")
    tells(f"serve: {seconds:.1f} s to the first page")
