"""`alongside import-postcodes FILE`: load postcodes with the places and areas they stand for."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import read_sheet
from alongside.places.actions import load_postcodes
from alongside.places.postcode_file import PostcodeRow, read_postcodes
from alongside.site.importing import IMPORT_POSTCODES, Sorting, content_of, keep_refused, summary, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Load postcodes from a CSV file: a column “postcode”, and “lat” and “lon” or “easting” and “northing”. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--refused", type=Path, metavar="FILE", help="where to write the rows that were refused")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            content = content_of(given["file"])
            sheet, sorting, now = read_sheet(content), Sorting[PostcodeRow](), timezone.now()
            tables_are_there()
            with acting(IMPORT_POSTCODES, purpose="import", at=now):
                rows = list(sorting.good(read_postcodes(sheet), what="postcodes", many=content.count(b"\n")))
                kept = keep_refused(sorting.bad, sheet.columns, beside=given["file"], wanted=given["refused"])
                done = load_postcodes(rows, by=IMPORT_POSTCODES, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(summary(done, sorting, kept))
