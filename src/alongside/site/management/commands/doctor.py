"""`alongside doctor`"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management import BaseCommand, CommandParser

from alongside.site import doctor


class Command(BaseCommand):
    help = "Check that this machine is set up safely. Says what is wrong and how to mend it, and ends with 1 when anything is."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="say only what is wrong")

    def handle(self, *args: Any, quiet: bool, **options: Any) -> None:
        found = doctor.findings()
        for finding in found:
            if not finding.is_well:
                self.stdout.write(f"  ✗ {finding.wrong}\n      {finding.mend}")
            elif not quiet:
                self.stdout.write(f"  ✓ {finding.well}")
        wrong = sum(not finding.is_well for finding in found)
        self.stdout.write(f"{len(found)} checks, {wrong} to mend.")
        if wrong:
            sys.exit(1)
