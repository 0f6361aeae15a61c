"""`alongside migrate`: always as the owner, so that nobody migrates as the application by mistake."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate


class Command(Migrate):
    help = "Bring the database's tables and fences up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **{**options, "database": "owner"})
