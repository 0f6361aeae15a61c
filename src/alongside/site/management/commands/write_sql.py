"""`alongside write-sql`"""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Write what figures are counted by as SQL, from its expressions."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; say whether it is as the expressions are")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        from alongside.evidence.as_sql import KEPT, as_file
        from alongside.evidence.writing_sql import every

        text = as_file(every())
        if not check:
            KEPT.write_text(text, encoding="utf-8")
            self.stdout.write(f"{KEPT.name} is written.")
        elif not KEPT.exists() or KEPT.read_text(encoding="utf-8") != text:
            raise CommandError(f"{KEPT.name} is not as the expressions are: run `make fix`.")
