"""`alongside tidy`: clear away what has had its time, now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from alongside.site.housekeeping import clear_away


class Command(BaseCommand):
    """What every serving process does once a day, for whoever would rather have a timer do it."""

    help = "clear away sessions, drafts, spreadsheets and files of everything that have waited too long"

    def handle(self, *_args: Any, **_given: Any) -> None:
        """Clear away, and say so."""
        clear_away()
        self.stdout.write("Cleared away: sessions that have ended; drafts, spreadsheets and files of everything that have waited too long.")
