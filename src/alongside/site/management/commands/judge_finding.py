"""`alongside judge-finding DIRECTORY.csv QUERIES.jsonl`: how well entries are found, by full text, by meaning, and as the house finds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from alongside.directory.closeness.encoder import WIDTH, Encoder, Floats, known_encoder
from alongside.directory.judged import PARTS, Judged, columns_for, rows_as_listings
from alongside.directory.judging import Need, figures, read_needs
from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import check_columns, find_mapping
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import read_sheet
from alongside.foundation.words import Sentence
from alongside.site.importing import content_of


class Command(BaseCommand):
    help = (
        "Judge how well entries are found: nDCG of the first ten, MRR, and the share of needs with nothing right among the ten, by full text alone (BM25), by "
        "meaning alone, and as the house finds. QUERIES has one JSON object a line: query, and relevant, a list of ids. Nothing is stored."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, help="entries, as CSV")
        parser.add_argument("queries", type=Path, help="judged needs, one JSON object a line")
        for part, usual in PARTS.items():
            parser.add_argument(f"--{part}", nargs="+", default=[], metavar="COLUMN", help=f"unless it is called {', '.join(usual)}")
        parser.add_argument("--mapping", metavar="FILE", help="a YAML file: part: column, or a list of columns; or a mapping as import-directory takes")

    def handle(self, *args: Any, directory: Path, queries: Path, mapping: str | None, **given: Any) -> None:
        began = time.monotonic()
        encoder = Watched(known) if (known := known_encoder()) else None
        try:
            judged = Judged(self._listings(directory, mapping, given), encoder)
            needs = read_needs(_text(queries), frozenset(judged.ids))
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write(f"{len(judged.ids):,} entries, {len(needs):,} needs, {sum(len(one.relevant) for one in needs):,} judged right.")
        self.stdout.write(f"{'':<20}{'nDCG@10':>9}{'MRR':>8}{'nothing right':>15}")
        self._say("full text alone", needs, [judged.by_full_text(one.query) for one in needs])
        if encoder:
            self._say("meaning alone", needs, [judged.by_meaning(one.query) for one in needs])
        self._say("ours", needs, [judged.ours(one.query) for one in tqdm(needs, desc="finding", unit=" needs", disable=None, leave=False)])
        if encoder is None:
            self.stdout.write("Meaning is not set up here, so ours is by words alone: see docs/guide/running.md.")
        self.stderr.write(f"{time.monotonic() - began:.0f} seconds.")

    def _say(self, what: str, needs: list[Need], found: list[list[str]]) -> None:
        one = figures(needs, found)
        self.stdout.write(f"{what:<20}{one.ndcg:>9.3f}{one.mrr:>8.3f}{one.nothing_right:>15.1%}")

    def _listings(self, path: Path, mapping: str | None, given: dict[str, Any]) -> Iterator[Listing]:
        sheet = read_sheet(content_of(path))
        wanted = {part: given[part] for part in PARTS if given[part]}
        parts = _parts(mapping) if mapping else {}
        if mapping and parts is None:
            known = find_mapping(mapping)
            check_columns(known, sheet.columns)
            rows = read_listings(sheet, known)
        else:
            rows = rows_as_listings(sheet, columns_for(sheet.columns, {**(parts or {}), **wanted}))
        bad = []
        for row in rows:
            if isinstance(row, Listing):
                yield row
            elif not row.taken:
                bad.append(row)
        if bad:
            self.stderr.write(f"{path.name}: {len(bad):,} rows could not be read and are left out; the first is row {bad[0].number}: {bad[0].reason}")


class Watched:
    """The encoder, which says how far it is: thousands of entries take minutes."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def encode(self, texts: Sequence[str]) -> Floats:
        """As the encoder does, some hundreds at once, the shortest first."""
        if len(texts) <= _AT_ONCE:
            return self.encoder.encode(texts)
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        vectors = np.empty((len(texts), WIDTH), np.float32)
        with tqdm(total=sum(map(len, texts)), desc="encoding", unit=" letters", unit_scale=True, disable=None, leave=False) as bar:
            for start in range(0, len(order), _AT_ONCE):
                some = order[start : start + _AT_ONCE]
                vectors[some] = self.encoder.encode([texts[at] for at in some])
                bar.update(sum(len(texts[at]) for at in some))
        return vectors


_AT_ONCE = 512
"""Texts encoded between one word of how far it is and the next."""


def _text(path: Path) -> str:
    try:
        return content_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Sentence("%(file)s is not written in UTF-8. Save it so, and judge again."), file=path.name) from None


def _parts(mapping: str) -> dict[str, list[str]] | None:
    """What a short mapping says; None for one as import-directory takes."""
    path = Path(mapping)
    if not path.exists():
        return None
    try:
        read = yaml.safe_load(content_of(path).decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        read = None
    if isinstance(read, dict) and "fields" in read:
        return None
    if not isinstance(read, dict) or (strange := next((part for part in read if part not in PARTS), None)):
        named = f"says “{strange}”, which is no part of an entry" if isinstance(read, dict) else "is no mapping"
        raise Refused(Sentence("%(file)s %(named)s: each line says a part and a column, such as “name: Title”. Parts are: %(parts)s."), file=path.name,
                      named=named, parts=", ".join(PARTS))  # fmt: skip
    return {part: [str(name) for name in (names if isinstance(names, list) else [names])] for part, names in read.items()}
