"""`alongside write-glossary`"""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from alongside.site import glossary


class Command(BaseCommand):
    help = "Write GLOSSARY.md from the rooms' words."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; say whether it is as the words are")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        text = glossary.as_markdown()
        if not check:
            glossary.FILE.write_text(text)
            self.stdout.write(f"{glossary.FILE.name} is written.")
        elif not glossary.FILE.exists() or glossary.FILE.read_text() != text:
            raise CommandError("GLOSSARY.md is not as the words are: run `make fix`.")
