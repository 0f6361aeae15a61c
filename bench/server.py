"""What a whole server takes: memory after two hundred pages, and how long the demo needs to its first one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.urls import reverse

from alongside.site.embedded import ROOT

from .pages import a_colleague
from .processor import memory_of

PAGES = 200
_SERVE = "import django; django.setup(); from alongside.site.serving import Server; Server(bind='127.0.0.1:{port}', processes=2, threads=4).run()"


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answers(port: int, path: str, cookies: str = "") -> bool:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Cookie": cookies})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return bool(answer.read())
    except (urllib.error.URLError, ConnectionError):
        return False


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=60)


def _until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    while not _answers(port, "/"):
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with {process.returncode}.")
        time.sleep(0.05)


def memory() -> tuple[float, float]:
    """Mebibytes of the whole server (one master, two workers) after two hundred pages: held, and the sum of each process's peak."""
    me, port = a_colleague(), _free_port()
    paths = [reverse("desk:today"), *(reverse("desk:person", args=[person]) for person in me.long_stories)]
    cookies = "; ".join(f"{name}={value}" for name, value in me.cookies.items())
    with _running([sys.executable, "-c", _SERVE.format(port=port)], dict(os.environ)) as process:
        _until_it_answers(process, port)
        for number in range(PAGES):
            if not _answers(port, paths[number % len(paths)], cookies):
                raise RuntimeError("The server did not answer.")
        held, peaks = memory_of(process.pid)
        return held / 2**20, peaks / 2**20


def demo_start(home: Path) -> float:
    """Seconds from the command on a machine that has never run it (its environment made) to the first page."""
    port = _free_port()
    fresh = home / "demo"
    shutil.rmtree(fresh, ignore_errors=True)
    unset = ("DATABASE_URL", "DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE", "ALONGSIDE_SECRET_KEY", "ALONGSIDE_HTTPS")
    environment = {name: value for name, value in os.environ.items() if name not in unset} | {"ALONGSIDE_HOME": str(fresh)}
    began = time.perf_counter()
    try:
        with _running([str(Path(sys.executable).with_name("alongside")), "demo", "--port", str(port)], environment) as process:
            _until_it_answers(process, port)
            return time.perf_counter() - began
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
