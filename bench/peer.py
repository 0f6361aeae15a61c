"""django-helpdesk's ticket page, asked for in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec

from alongside.site.embedded import ROOT

from .asking import Cost
from .pages import Measured
from .processor import of_backend

NAME = "django-helpdesk ticket, 25 follow-ups"


class HelpDesk:
    """The peer, warm and waiting; `make bench` installs it."""

    def __init__(self, url: str) -> None:
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "bench.helpdesk.settings", "BENCH_HELPDESK_URL": url}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.helpdesk"], cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        ready = json.loads(self._heard())
        self.measured = Measured(NAME, ready["queries"], ready["bytes"])
        self._backend = ready["backend"]

    def _heard(self) -> str:
        line = self._process.stdout.readline()  # type: ignore[union-attr]
        if not line:
            raise RuntimeError(f"django-helpdesk ended with {self._process.wait()}.")
        return line

    def _ask(self, times: int) -> list[Cost]:
        self._process.stdin.write(f"{times}\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]
        return [Cost(*one) for one in json.loads(self._heard())]

    def warm(self, times: int) -> None:
        """Ask until nothing is asked for the first time."""
        self._ask(times)

    def measure(self, times: int) -> None:
        """Ask, and remember every cost."""
        before = of_backend(self._backend)
        self.measured.costs += self._ask(times)
        self.measured.in_database += of_backend(self._backend) - before

    def close(self) -> None:
        """End its process."""
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait(timeout=30)


def is_here() -> bool:
    """Whether the peer is installed."""
    return find_spec("helpdesk") is not None
