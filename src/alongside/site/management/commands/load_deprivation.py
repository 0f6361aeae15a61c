"""`alongside load-deprivation FILE`: load how deprived small areas are, as a government publishes it."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import read_sheet
from alongside.places.actions import load_deprivation
from alongside.places.deprivation_file import read_deprivation
from alongside.site.importing import LOAD_DEPRIVATION, Sorting, content_of, keep_refused, summary, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Load an index of multiple deprivation from a CSV file: a column of areas (LSOA or data zone) and one of tenths. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--refused", type=Path, metavar="FILE", help="where to write the rows that were refused")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            content = content_of(given["file"])
            sheet, sorting, now = read_sheet(content), Sorting[tuple[str, str]](), timezone.now()
            tables_are_there()
            with acting(LOAD_DEPRIVATION, purpose="import", at=now):
                rows = list(sorting.good(read_deprivation(sheet), what="areas", many=content.count(b"\n")))
                kept = keep_refused(sorting.bad, sheet.columns, beside=given["file"], wanted=given["refused"])
                done = load_deprivation(rows, by=LOAD_DEPRIVATION, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(summary(done, sorting, kept))
