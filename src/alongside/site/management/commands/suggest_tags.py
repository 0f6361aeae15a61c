"""`alongside suggest-tags`: read what entries say, and keep which tags it suggests."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.directory.actions import look_for_tags
from alongside.site.importing import LOAD_TAGS, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Read every entry that was never read for tags, or has changed since, and keep what its words suggest. Run it after loading, or every night."

    def handle(self, *args: Any, **given: Any) -> None:
        tables_are_there()
        now = timezone.now()
        with acting(LOAD_TAGS, purpose="import", at=now):
            many = look_for_tags(by=LOAD_TAGS, at=now)
        self.stdout.write(f"Read {many:,} entries.")
