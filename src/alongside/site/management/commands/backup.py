"""`alongside backup`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.site import backing_up
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting, leave_trace


class Command(BaseCommand):
    help = (
        "Write an encrypted copy of everything to a file, or into a folder. It is encrypted to a public key; keep the secret half where this "
        "machine cannot reach it, for whoever holds both holds everything."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("to", type=Path, nargs="?", help="a new file, or a folder in which one is made")
        parser.add_argument("--recipient", action="append", default=[], help="a public key, age1… or ssh-…; may be given more than once")
        parser.add_argument("--new-key", type=Path, metavar="FILE", help="make a key first: FILE gets the secret half; take it away from here")

    def handle(self, *args: Any, to: Path | None, recipient: list[str], new_key: Path | None, **options: Any) -> None:
        if new_key:
            public = backing_up.new_key(new_key)
            self.stdout.write(f"The secret key is in {new_key}: take it away from this machine. Back up to its public half:\n{public}")
            if to is None:
                return
            recipient = [*recipient, public]
        if to is None:
            raise CommandError("Say where to: a new file, or a folder.")
        path, manifest = backing_up.back_up(to, recipient, at=timezone.now())
        with acting(ON_THE_MACHINE, purpose="a command on the machine"):
            leave_trace("made a backup", about=f"trail line {manifest.head[0] if manifest.head else 0}")
        self.stdout.write(f"{path}: {manifest.rows:,} rows of {len(manifest.tables)} tables, {path.stat().st_size / 1_000_000:.1f} MB, encrypted.")
        if manifest.head:
            self.stdout.write(f"Head of the trail in it: {manifest.head[0]} {manifest.head[1]}")
