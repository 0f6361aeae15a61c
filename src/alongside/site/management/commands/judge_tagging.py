"""`alongside judge-tagging LABELLED.csv`: how right suggested tags are, on texts that people tagged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.directory.tagging.judging import is_held_back, judged
from alongside.directory.tagging.labelled import USUALLY, Labelled, read_labelled
from alongside.directory.tagging.learning import learn, said_by
from alongside.directory.tagging.naming import Names
from alongside.directory.tagging.published import read_published
from alongside.directory.tagging.suggesting import LEAST_SURE, how_sure
from alongside.foundation.refusals import Refused
from alongside.site.importing import content_of


def takes_labelled(parser: CommandParser) -> None:
    """The file of labelled texts, and which of its columns say what."""
    parser.add_argument("file", type=Path, help="CSV: a row for each text, with its tags' codes in one column")
    for what, usual in USUALLY.items():
        parser.add_argument(
            f"--{what}", nargs="+", default=[], metavar="COLUMN", help=f"which column is the {what}; if not given, the first of {', '.join(usual)}"
        )
    parser.add_argument("--separator", default=";", help="what stands between tags (;)")


def labelled_in(path: Path, given: dict[str, Any]) -> Labelled:
    """Its rows."""
    return read_labelled(content_of(path), {what: given[what] for what in USUALLY}, given["separator"])


class Command(BaseCommand):
    help = (
        "Judge suggested tags by texts that people tagged: precision, recall and F1 over all (micro) and by tag (macro). With --learn-from, what is "
        "suggested is learned from that file, and every row here is judged that does not stand there. Without it, seven rows in ten are learned from "
        "and the others judged, by their keys. --vocabulary gives the tags' published names and patterns; these alone are judged beside. Nothing is "
        "stored, and no database is asked."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        takes_labelled(parser)
        parser.add_argument("--learn-from", type=Path, metavar="FILE", help="labelled texts to learn from, with the same columns")
        parser.add_argument("--vocabulary", type=Path, metavar="FILE", help="the tags as they are published: ukcat.csv, activity-list.jsonld")

    def handle(self, *args: Any, file: Path, learn_from: Path | None, vocabulary: Path | None, **given: Any) -> None:
        try:
            names = Names(read_published(content_of(vocabulary)).tags if vocabulary else [])
            these = labelled_in(file, given)
            those = labelled_in(learn_from, given) if learn_from else these
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        taught = set(those.keys) if learn_from else {key for key in these.keys if not is_held_back(key)}
        to_learn = [one for key, one in zip(those.keys, those.examples, strict=True) if key in taught]
        to_judge = [one for key, one in zip(these.keys, these.examples, strict=True) if key not in taught]
        if not to_learn or not to_judge:
            raise CommandError("There is nothing to learn from, or nothing left to judge: every row of the one stands in the other.")
        self.stdout.write(f"{file.name}: {len(these.examples):,} texts with tags; columns: {these.columns}.")
        self.stdout.write(f"Learned from {len(to_learn):,}; judged by {len(to_judge):,} others. A tag is suggested from {LEAST_SURE:.0%} sure on.")
        if not vocabulary:
            self.stdout.write("No --vocabulary: what tags are called counts for nothing here, and the patterns of whoever publishes them are not judged.")
        learned = learn(to_learn, names)
        texts = [(one.name, one.text) for one in to_judge]
        truth = [one.codes for one in to_judge]
        sure, _ = how_sure(texts, names, learned)
        self._say("ours", truth, sure >= LEAST_SURE, learned.codes.tolist())
        if vocabulary:
            self._say("names or patterns alone", truth, said_by(texts, names, names.codes).anywhere > 0, names.codes)

    def _say(self, what: str, truth: list[frozenset[str]], said: np.ndarray[Any, Any], codes: list[str]) -> None:
        right = judged(truth, [frozenset(codes[at] for at in np.flatnonzero(row)) for row in said])
        self.stdout.write(f"{what}: {right.given:,} tags given, {right.suggested:,} suggested, {right.right:,} right")
        self.stdout.write(f"  micro  precision {right.precision:.4f}   recall {right.recall:.4f}   F1 {right.f:.4f}")
        self.stdout.write(f"  macro  precision {right.macro_precision:.4f}   recall {right.macro_recall:.4f}   F1 {right.macro_f:.4f}")
