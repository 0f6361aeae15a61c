"""`alongside read-package FILE --name NAME`: read a package of tables (HSDS, a ZIP of CSV files) into this directory."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.directory.actions import load_entries
from alongside.directory.words import KINDS
from alongside.exchange.actions.files import source_is_free
from alongside.exchange.files.beside import PURPOSE
from alongside.exchange.files.reading import read_package
from alongside.exchange.permissions import READ_FEEDS
from alongside.foundation.refusals import Refused
from alongside.site.importing import content_of, tables_are_there, told
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Read a package of tables (HSDS tabular data package) into this directory. Safe to run again: what is as it was is left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--name", required=True, help="what its source is called here; the same for a newer version of it")
        parser.add_argument("--licence", default="", help="under which licence it is published")
        parser.add_argument("--kind", default="service", choices=[word.stored for word in KINDS], help="what its services are, unless it says so")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            read, name = read_package(content_of(given["file"]), kind=given["kind"]), " ".join(given["name"].split())
            tables_are_there()
            with acting(READ_FEEDS, purpose=PURPOSE, at=timezone.now()):
                source_is_free(name)
                done = load_entries(read.listings, source=name, licence=given["licence"], over=read.over, by=READ_FEEDS, at=timezone.now())
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write("\n".join([name, *told(asdict(done), read.left_out, what="package")]))
