"""`alongside read-drop-box --team NAME`: bring introductions in from a folder of e-mails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.introductions.actions import Brought, bring_in
from alongside.introductions.drop_box import Letter, read_letter
from alongside.introductions.models import BroughtIn, Introducer
from alongside.site.importing import tables_are_there
from alongside.teams.models import Team
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting

READ, NOT_READ = "read", "not-read"


class Command(BaseCommand):
    help = (
        "Bring introductions in from a folder of e-mails (files that end in .eml, or a Maildir), for one team. What was read is moved to `read`, what "
        "could not be read to `not-read`. Attachments stay in the file. Safe to run again, and every few minutes."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--team", required=True, help="the team to which they are introduced")
        parser.add_argument("--folder", help="where the e-mails are (from ALONGSIDE_DROP_BOX)")

    def handle(self, *args: Any, team: str, folder: str | None, **options: Any) -> None:
        box = Path(folder or settings.DROP_BOX or "")
        if not (folder or settings.DROP_BOX):
            raise CommandError("No drop box is set. Set ALONGSIDE_DROP_BOX to a folder of e-mails, or give --folder.")
        if not box.is_dir():
            raise CommandError(f"There is no folder {box}.")
        try:
            tables_are_there()
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        found = Team.objects.filter(name__iexact=team).first()
        if found is None:
            raise CommandError(f"There is no team called {team}.")
        done = [self._read(file, box, found) for file in sorted(_letters(box))]
        self.stdout.write(f"{sum(done)} brought in, {len(done) - sum(done)} not.")

    def _read(self, file: Path, box: Path, team: Team) -> bool:
        try:
            letter = read_letter(file.read_bytes())
            known = _brought(letter, team)
        except (ValueError, Refused) as wrong:
            self.stderr.write(f"{file.name}: {wrong}. It is in {NOT_READ}.")
            _move(file, box / NOT_READ)
            return False
        left = f", {letter.attachments} attachments left in the file" if letter.attachments else ""
        self.stdout.write(f"{file.name}: {known}{left}")
        _move(file, box / READ)
        return known == "brought in"


def _letters(box: Path) -> list[Path]:
    places = [box / "new", box / "cur"] if (box / "new").is_dir() else [box]
    return [file for place in places if place.is_dir() for file in place.iterdir() if file.is_file() and (place != box or file.suffix == ".eml")]


def _brought(letter: Letter, team: Team) -> str:
    at = timezone.now()
    with acting(ON_THE_MACHINE, purpose="the drop box", at=at):
        if BroughtIn.objects.filter(message_id=letter.message_id).exists():
            return "there already"
        introducer = Introducer.objects.filter(team=team, email=letter.sender).first()
        given = Brought(letter.subject or "(no subject)", letter.words or letter.subject, from_whom=letter.sender)
        bring_in(given, team_id=team.id, way="e-mail", introducer=introducer, message_id=letter.message_id, by=ON_THE_MACHINE, at=at)
    return "brought in"


def _move(file: Path, to: Path) -> None:
    to.mkdir(mode=0o700, exist_ok=True)
    there = to / file.name
    number = 1
    while there.exists():
        there, number = to / f"{file.name}.{number}", number + 1
    file.rename(there)
