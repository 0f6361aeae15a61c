"""`alongside verify-trail`"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.trail import exported
from alongside.trail.chain import Head, Line, faults
from alongside.trail.queries import one_picture, stored_changes, stored_lines, stored_reasons
from alongside.trail.vouching import Promises, Vouched, history_faults, reason_faults

MOST_SHOWN = 20
ENOUGH = 1000


class Command(BaseCommand):
    help = (
        "Check that no line of the trail was changed, removed, moved or added, in the database or in an export of it; and in the database, that the "
        "reasons given and the history of rows are as the lines vouch for. Only against heads that were kept elsewhere does a cut or rolled-back "
        "trail show: write one each day, and keep it where nobody here can change it."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--heads", type=Path, help="a file of heads that were kept elsewhere")
        parser.add_argument("--export", type=Path, help="check this export instead of the database")
        parser.add_argument("--write-export", type=Path, help="write the trail as lines of text")
        parser.add_argument("--write-head", type=Path, help="add the newest head to this file, if nothing is wrong")

    def handle(self, *args: Any, heads: Path | None, export: Path | None, write_export: Path | None, write_head: Path | None, **options: Any) -> None:
        began = time.monotonic()
        vouched = Vouched()
        try:
            kept = list(exported.heads_from_text(heads.read_text().splitlines())) if heads else []
            with nullcontext() if export else one_picture():
                reader = _Watched(_read(export) if export else stored_lines(), write_export)
                try:
                    found = list(islice(faults(reader, kept), ENOUGH))
                    for _ in reader:  # the rest, so that the count is of all
                        pass
                finally:
                    reader.close()
                if not export:
                    beside = chain(reason_faults(reader.promises, stored_reasons(), vouched), history_faults(reader.promises, stored_changes(), vouched))
                    found += islice(beside, ENOUGH)
        except ValueError as wrong:
            raise CommandError(f"{wrong}.") from None
        seconds = max(time.monotonic() - began, 0.001)
        self.stdout.write(f"{reader.count:,} lines read, {reader.count / seconds:,.0f} a second; {len(kept)} heads compared.")
        for sentence in found[:MOST_SHOWN]:
            self.stdout.write(f"  ✗ {sentence}")
        if len(found) > MOST_SHOWN:
            self.stdout.write(f"  … and {len(found) - MOST_SHOWN}{' or more' if len(found) >= ENOUGH else ''} others.")
        if found:
            self.stdout.write("The trail does not hold. Change nothing, and tell whoever answers for information governance.")
            sys.exit(1)
        if reader.head is None:
            self.stdout.write("The trail is empty.")
            return
        self.stdout.write(f"The trail holds. Head: {reader.head.seq} {reader.head.hash.hex()}")
        self.stdout.write(_said(vouched) if not export else "An export holds neither reasons nor the history of rows: check those in the database.")
        if write_head:
            with write_head.open("a") as file:
                file.write(exported.head_as_text(reader.head, timezone.now()) + "\n")
            self.stdout.write(f"The head is added to {write_head}.")


def _said(vouched: Vouched) -> str:
    """How much of what stands beside the lines is as it was written, and how much nobody can say that of."""
    said = (
        f"Reasons as they were given: {vouched.reasons:,}, erased since: {vouched.reasons_erased:,}. "
        f"Changes of rows as they were written: {vouched.changes:,}, erased since: {vouched.changes_erased:,}."
    )
    return f"{said} Older changes, for which no line vouches: {vouched.older:,}." if vouched.older else said


def _read(export: Path) -> Iterator[Line]:
    with export.open() as file:
        for number, text in enumerate(file, 1):
            try:
                line = exported.from_text(text)
            except ValueError as wrong:
                raise ValueError(f"{export}, line {number}: {wrong}") from None
            yield line


class _Watched:
    """The lines as they pass: counted, the last remembered, what they vouch for too, and written down if that is asked for."""

    def __init__(self, lines: Iterable[Line], to: Path | None) -> None:
        self.lines, self.count, self.head, self.promises = iter(lines), 0, None, Promises()
        self.file = to.open("w") if to else None

    head: Head | None

    def __iter__(self) -> Iterator[Line]:
        for line in self.lines:
            self.count += 1
            self.head = Head(line.seq, line.hash)
            self.promises.take(line)
            if self.file:
                self.file.write(exported.as_text(line) + "\n")
            yield line

    def close(self) -> None:
        if self.file:
            self.file.close()
