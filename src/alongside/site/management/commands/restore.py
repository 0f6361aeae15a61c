"""`alongside restore`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser

from alongside.site import restoring


class Command(BaseCommand):
    help = (
        "Bring a backup back into a database of its own, which must be empty or not there yet: whole or not at all. Compares every table with "
        "what it was, and checks the trail. To work with it, name it (ALONGSIDE_DATABASE, or in DATABASE_URL and DATABASE_OWNER_URL) and run "
        "alongside migrate."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", type=Path)
        parser.add_argument("--identity", type=Path, required=True, help="the file with the secret key")
        parser.add_argument("--into", required=True, metavar="NAME", help="the name of the database")

    def handle(self, *args: Any, backup: Path, identity: Path, into: str, **options: Any) -> None:
        restored = restoring.restore(backup, identity, into)
        manifest = restored.manifest
        self.stdout.write(f"From {manifest.made}, made by Alongside {manifest.alongside}:")
        for table, (count, _) in sorted(manifest.tables.items()):
            if count:
                self.stdout.write(f"  {count:>12,}  {table}")
        if restored.differences:
            for difference in restored.differences:
                self.stdout.write(f"  ✗ {difference}")
            self.stdout.write(f"{into} is not what was backed up. Do not use it.")
            sys.exit(1)
        self.stdout.write(f"{into} holds all {manifest.rows:,} rows of {len(manifest.tables)} tables as they were, and the trail holds.")
