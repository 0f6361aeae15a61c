"""`alongside verify-trail`"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.trail import exported
from alongside.trail.chain import Head, Line, faults
from alongside.trail.queries import stored_lines

MOST_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Check that no line of the trail was changed, removed, moved or added, in the database or in an export of it. Only against heads that "
        "were kept elsewhere does a cut or rolled-back trail show: write one each day, and keep it where nobody here can change it."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--heads", type=Path, help="a file of heads that were kept elsewhere")
        parser.add_argument("--export", type=Path, help="check this export instead of the database")
        parser.add_argument("--write-export", type=Path, help="write the trail as lines of text")
        parser.add_argument("--write-head", type=Path, help="add the newest head to this file, if nothing is wrong")

    def handle(self, *args: Any, heads: Path | None, export: Path | None, write_export: Path | None, write_head: Path | None, **options: Any) -> None:
        began = time.monotonic()
        reader = _Watched(_read(export) if export else stored_lines(), write_export)
        try:
            kept = list(exported.heads_from_text(heads.read_text().splitlines())) if heads else []
            found = list(islice(faults(reader, kept), 1000))
            for _ in reader:  # the rest, so that the count is of all
                pass
        except ValueError as wrong:
            raise CommandError(f"{wrong}.") from None
        finally:
            reader.close()
        seconds = max(time.monotonic() - began, 0.001)
        self.stdout.write(f"{reader.count:,} lines read, {reader.count / seconds:,.0f} a second; {len(kept)} heads compared.")
        for sentence in found[:MOST_SHOWN]:
            self.stdout.write(f"  ✗ {sentence}")
        if len(found) > MOST_SHOWN:
            self.stdout.write(f"  … and {len(found) - MOST_SHOWN}{' or more' if len(found) == 1000 else ''} others.")
        if found:
            self.stdout.write("The trail does not hold. Change nothing, and tell whoever answers for information governance.")
            sys.exit(1)
        if reader.head is None:
            self.stdout.write("The trail is empty.")
            return
        self.stdout.write(f"The trail holds. Head: {reader.head.seq} {reader.head.hash.hex()}")
        if write_head:
            with write_head.open("a") as file:
                file.write(exported.head_as_text(reader.head, timezone.now()) + "\n")
            self.stdout.write(f"The head is added to {write_head}.")


def _read(export: Path) -> Iterator[Line]:
    with export.open() as file:
        for number, text in enumerate(file, 1):
            try:
                line = exported.from_text(text)
            except ValueError as wrong:
                raise ValueError(f"{export}, line {number}: {wrong}") from None
            yield line


class _Watched:
    """The lines as they pass: counted, the last remembered, and written down if that is asked for."""

    def __init__(self, lines: Iterable[Line], to: Path | None) -> None:
        self.lines, self.count, self.head = iter(lines), 0, None
        self.file = to.open("w") if to else None

    head: Head | None

    def __iter__(self) -> Iterator[Line]:
        for line in self.lines:
            self.count += 1
            self.head = Head(line.seq, line.hash)
            if self.file:
                self.file.write(exported.as_text(line) + "\n")
            yield line

    def close(self) -> None:
        if self.file:
            self.file.close()
