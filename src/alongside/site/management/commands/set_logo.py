"""`alongside set-logo`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from alongside.site.first_staff import organisation_named
from alongside.teams import actions
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Set an organisation's logo, a PNG. Use a logo only if it is yours to use: the NHS's, for one, needs permission."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", default="", help="its name, where there is more than one")
        parser.add_argument("--words", default="", help="what the logo says, for those who do not see it (the organisation's name)")

    def handle(self, *args: Any, file: Path, organisation: str, words: str, **options: Any) -> None:
        with acting(ON_THE_MACHINE, purpose="a command on the machine"):
            found = organisation_named(organisation)
            actions.set_logo(found, file.read_bytes(), words=words or found.name, by=ON_THE_MACHINE, at=timezone.now())
        self.stdout.write(f"{found.name} has a new logo.")
