"""`alongside judge-duplicates PEOPLE.csv [OTHER.csv]`: which rows are one person, how sure that is, and why."""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from alongside.foundation.cells import inert
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, read_sheet
from alongside.foundation.words import Sentence
from alongside.people.matching.clustering import Pair
from alongside.people.matching.columns import MEANINGS, Columns, find_columns, writes_months_first
from alongside.people.matching.comparing import compare
from alongside.people.matching.describing import Described
from alongside.people.matching.explaining import reasons
from alongside.people.matching.judging import Judged, judge_one_file, judge_two_files, working_threshold
from alongside.people.matching.scoring import calibration, score, true_pairs
from alongside.site.importing import content_of


@dataclass(frozen=True)
class People:
    """A file of people as it was understood."""

    columns: Columns
    rows: list[Row]
    entries: list[Described]
    refused: int

    def key(self, place: int) -> str:
        """How the file itself names this row."""
        return self.columns.text(self.rows[place], "id") or f"row {self.rows[place].number}"

    def truths(self, pattern: str | None) -> list[str]:
        """What the truth column says of each row, or the part of it that the pattern holds."""
        texts = [self.columns.text(row, "truth") for row in self.rows]
        return [found[found.re.groups and 1] if (found := re.search(pattern, text)) else "" for text in texts] if pattern else texts


class Command(BaseCommand):
    help = (
        "Judge which rows of a file of people are one person, or which rows of two files. Columns are guessed from the heading and said aloud, unless they "
        "are given. With --truth it prints how right it was. Nothing is stored, and no database is asked."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("other", type=Path, nargs="?", help="link the first file to this one, in place of looking within the first")
        for meaning in MEANINGS:
            parser.add_argument(f"--{meaning}", nargs="+", default=[], metavar="COLUMN", help=_HELP.get(meaning))
        parser.add_argument("--mapping", type=Path, metavar="FILE", help="a YAML file that says the same: meaning: column, or a list of columns")
        parser.add_argument("--truth-pattern", metavar="REGEX", help=r"the part of the truth column that counts, such as 'rec-(\d+)'")
        parser.add_argument("--threshold", type=float, help="from which probability on two rows are taken for one person (0 to 1)")
        parser.add_argument("--several", action="store_true", help="between two files: somebody may stand more than once in either")
        parser.add_argument("--out", type=Path, metavar="FILE", help="write the pairs here, as CSV")

    def handle(self, *args: Any, file: Path, other: Path | None, threshold: float | None, out: Path | None, **given: Any) -> None:
        began = time.monotonic()
        if threshold is not None and not 0 < threshold < 1:
            raise CommandError("A threshold lies between 0 and 1, such as 0.8.")
        try:
            wanted = _wanted(given)
            these = self._people(file, wanted)
            those = self._people(other, wanted) if other else these
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        once = other is not None and not given["several"]
        least = threshold or working_threshold(each_once=once)
        if other:
            self._say(f"Linking two files; {'everybody stands at most once in each (--several if not)' if once else 'somebody may stand more than once'}.")
            judged = judge_two_files(these.entries, those.entries, once=once, threshold=least, watch=_watch)
        else:
            judged = judge_one_file(these.entries, threshold=least, watch=_watch)
        many = len(these.entries) + (len(those.entries) if other else 0)
        seconds = time.monotonic() - began
        self._say(
            f"{many:,} people, {len(judged.probabilities):,} pairs compared, {len(judged.same):,} taken for one person at {least:g}; {seconds:.1f} seconds."
        )
        if "truth" in these.columns.named:
            self._judge(judged, these, those if other else None, given["truth_pattern"])
        if out:
            with out.open("w", encoding="utf-8", newline="") as target:
                _write(target, judged, these, those)
            self._say(f"The pairs are in {out}.")
        elif "truth" not in these.columns.named:
            _write(self.stdout, judged, these, those)

    def _say(self, words: str) -> None:
        self.stderr.write(words, self.style.SUCCESS)

    def _people(self, path: Path, wanted: dict[str, list[str]]) -> People:
        sheet = read_sheet(content_of(path))
        columns = find_columns(sheet.columns, wanted)
        read = list(sheet.rows)
        rows = [row for row in read if isinstance(row, Row)]
        if not rows:
            raise Refused(Sentence("%(file)s has a heading and no rows that can be read."), file=path.name)
        columns = replace(columns, month_first=writes_months_first(columns.text(row, "born") for row in rows))
        bad = [row for row in read if isinstance(row, BadRow)]
        self._say(f"{path.name}: {len(rows):,} rows. {columns.told()}{'; dates with the month first' if columns.month_first else ''}.")
        if bad:
            self._say(f"{path.name}: {len(bad):,} rows could not be read and are left out; the first is row {bad[0].number}: {bad[0].reason}")
        return People(columns, rows, [columns.described(row) for row in rows], len(bad))

    def _judge(self, judged: Judged, these: People, those: People | None, pattern: str | None) -> None:
        truth = true_pairs(these.truths(pattern), those.truths(pattern) if those else None)
        found = score(judged.same, truth)
        self.stdout.write(
            f"pairs that are one person: {found.true:,}; taken for one: {found.taken:,}; right: {found.right:,}; wrong: {found.taken - found.right:,}"
        )
        self.stdout.write(f"precision {found.precision:.4f}   recall {found.recall:.4f}   F {found.f:.4f}")
        self.stdout.write("probability      pairs compared   said    so")
        for band in calibration(judged.probabilities, truth):
            self.stdout.write(f"{band.least:.2f} to {band.most:.2f}  {band.pairs:>16,}  {band.said:.3f}  {band.so:.3f}")


_HELP = {
    "id": "how the file names a row",
    "name": "the whole name",
    "given": "first names",
    "family": "the family name",
    "called": "what they like to be called",
    "born": "the date of birth",
    "address": "house and street; several columns may be named",
    "place": "the town or suburb",
    "truth": "the same value means the same person",
}


def _wanted(given: dict[str, Any]) -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    if given["mapping"]:
        try:
            read = yaml.safe_load(content_of(given["mapping"]).decode("utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError):
            read = None
        if not isinstance(read, dict):
            raise Refused(Sentence("%(file)s is no mapping: each line says a meaning and a column, such as “born: Date of birth”."), file=given["mapping"])
        wanted = {str(meaning): [str(name) for name in (names if isinstance(names, list) else [names])] for meaning, names in read.items()}
    return wanted | {meaning: given[meaning] for meaning in MEANINGS if given[meaning]}


def _watch(pairs: Iterable[Pair], many: int) -> Iterable[Pair]:
    return tqdm(pairs, desc="comparing", total=many, unit=" pairs", disable=None, file=sys.stderr, leave=False)


def _write(target: Any, judged: Judged, these: People, those: People) -> None:
    writer = csv.writer(target)
    writer.writerow(["id1", "id2", "probability", "reasons"])
    for (one, other), probability in sorted(judged.same.items(), key=lambda found: (-found[1], found[0])):
        why = "; ".join(said.lac for said in reasons(compare(these.entries[one], those.entries[other])))
        writer.writerow([inert(these.key(one)), inert(those.key(other)), f"{probability:.4f}", why])
