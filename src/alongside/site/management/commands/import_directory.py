"""`alongside import-directory FILE --mapping MAPPING`: load directory entries by a mapping of its columns."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.directory.actions import load_entries
from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import SHIPPED, check_columns, find_mapping
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import read_sheet
from alongside.site.importing import IMPORT_DIRECTORY, Sorting, content_of, keep_refused, summary, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Load directory entries from a CSV file by a mapping. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        ours = ", ".join(sorted(path.stem for path in SHIPPED.glob("*.yaml")))
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", required=True, metavar="MAPPING", help=f"a YAML file, or one that comes with us: {ours}")
        parser.add_argument("--refused", type=Path, metavar="FILE", help="where to write the rows that were refused")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            mapping = find_mapping(given["mapping"])
            content = content_of(given["file"])
            sheet, sorting, now = read_sheet(content), Sorting[Listing](), timezone.now()
            unread = check_columns(mapping, sheet.columns)
            tables_are_there()
            with acting(IMPORT_DIRECTORY, purpose="import", at=now):
                rows = list(sorting.good(read_listings(sheet, mapping), what=mapping.source, many=content.count(b"\n")))
                kept = keep_refused(sorting.bad, sheet.columns, beside=given["file"], wanted=given["refused"])
                done = load_entries(rows, source=mapping.source, licence=mapping.licence, by=IMPORT_DIRECTORY, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        no_place = f"Place not known: {done.without_place:,}. They are kept, and offered apart." if done.without_place else ""
        ignored = f"Columns that the mapping does not mention: {', '.join(unread)}." if unread else ""
        self.stdout.write(f"{mapping.source}\n{summary(done, sorting, kept, no_place, ignored)}")
