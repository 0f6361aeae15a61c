"""`alongside load-vocabulary FILE`: a list of tags as it is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.directory.actions import load_tags
from alongside.directory.tagging.published import read_published
from alongside.foundation.refusals import Refused
from alongside.site.importing import LOAD_TAGS, content_of, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = (
        "Load a list of tags in the form in which it is published: OpenActive's activity list (https://openactive.io/activity-list/activity-list.jsonld) or "
        "the UK charity activity tags (ukcat.csv of https://charityclassification.org.uk/). Safe to run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **given: Any) -> None:
        try:
            published, now = read_published(content_of(file)), timezone.now()
            tables_are_there()
            with acting(LOAD_TAGS, purpose="import", at=now):
                load_tags(published, by=LOAD_TAGS, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(f"{published.name} ({published.licence or 'licence not said'}): {len(published.tags):,} tags. Now look: alongside suggest-tags")
