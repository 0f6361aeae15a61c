"""`alongside bench`"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from alongside.site.embedded import ROOT


class Command(BaseCommand):
    help = "Measure pages, as ratios, beside stated peers (docs/bench.md)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--small", action="store_true", help="1,000 people and few rounds: to see that it runs, not to measure")
        parser.add_argument("--people", help="how many people (20,000)")
        parser.add_argument("--rounds", help="how many rounds of five answers a page (40)")
        parser.add_argument("--keep", metavar="FOLDER", help="keep the database here, and use it again the next time")

    def handle(self, *args: Any, small: bool, **given: Any) -> None:
        if not (ROOT / "bench").is_dir():
            raise CommandError("The bench is part of the clone, not of what is installed: run it there.")
        asked = [f"--{name}={given[name]}" for name in ("people", "rounds", "keep") if given[name]] + ["--small"] * small
        # In a process of its own, with a database server of its own.
        sys.exit(subprocess.run([sys.executable, "-m", "bench", *asked], cwd=ROOT, check=False).returncode)  # noqa: S603
