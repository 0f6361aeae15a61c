"""`alongside verify-trail`: what whoever runs it is told of a trail that holds, and of one that somebody laid hands on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections, transaction

from alongside.trail.doing import leave_trace
from alongside.trail.models import Change
from alongside.trail.queries import newest_head
from tests.building import a_coordinator, as_
from tests.site.conftest import Ran

LENGTH = 8
EDITED = ["Line 4 was changed after it was written."]
DELETED = ["Line 5 stands where line 4 should: a line was removed or moved.", "Line 5 does not follow the line before it."]
CUT = ["Line 8, whose head was kept, is missing: the trail was cut or rolled back."]
ROLLED_BACK = ["Line 8 is not the line whose head was kept: the trail was rewritten."]
MOVED = "UPDATE trail_entry SET seq = 0 WHERE seq = 4; UPDATE trail_entry SET seq = 4 WHERE seq = 5; UPDATE trail_entry SET seq = 5 WHERE seq = 0"
ONE_LINE = '[{"role": "coordinator", "verb": "%s", "about": "", "people": [], "purpose": "", "outcome": "done"}]'

TAMPERINGS = {
    "an edit": ("UPDATE trail_entry SET verb = 'looked away' WHERE seq = 4", EDITED),
    "a deletion": ("DELETE FROM trail_entry WHERE seq = 4", DELETED),
    "a swap": (
        MOVED,
        [
            "Line 4 does not follow the line before it.",
            "Line 4 was changed after it was written.",
            "Line 5 does not follow the line before it.",
            "Line 5 was changed after it was written.",
            "Line 5 is dated before the line above it.",
            "Line 6 does not follow the line before it.",
        ],
    ),
    "a truncation": ("DELETE FROM trail_entry WHERE seq > 6", CUT),
    "lines cut and others written": (
        f"DELETE FROM trail_entry WHERE seq > 6; SELECT trail_append('{ONE_LINE % 'first'}'), trail_append('{ONE_LINE % 'second'}')",
        ROLLED_BACK,
    ),
}
"""What a keeper of the database could do who takes the trigger off, and all that is then told."""


@pytest.fixture
def kept(committing: str, alongside: Callable[..., Ran], tmp_path: Path) -> Path:
    """The head of a trail of eight lines, kept elsewhere as the command keeps it."""
    if newest_head() is None:
        with transaction.atomic():
            sam = a_coordinator()
        # What was made by hand has a line already.
        for number in range(1, LENGTH):
            with as_(sam):
                leave_trace("wrote", about=f"ŵord {number}")
    heads = tmp_path / "heads"
    assert alongside("verify-trail", "--write-head", str(heads))[0] == 0
    return heads


@contextmanager
def tampered(sql: str) -> Iterator[None]:
    """Somebody who owns the tables has had their hands on the trail; undone afterwards."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE trail_entry DISABLE TRIGGER written_once")
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        transaction.set_rollback(True, using="owner")


def told(said: Ran) -> list[str]:
    """The sentences about lines."""
    return [line.removeprefix("  ✗ ") for line in said[1].splitlines() if line.startswith("  ✗ ")]


def exported(alongside: Callable[..., Ran], to: Path) -> list[str]:
    assert alongside("verify-trail", "--write-export", str(to))[0] == 0
    return to.read_text().splitlines()


def test_a_trail_that_holds_is_said_to_and_its_head_is_kept(kept, alongside):
    code, out, _ = alongside("verify-trail", "--heads", str(kept))
    head = newest_head()
    assert (code, head.seq) == (0, LENGTH)
    assert out.startswith(f"{LENGTH} lines read, ")
    assert out.splitlines()[0].endswith("1 heads compared.")
    assert out.splitlines()[1:] == [
        f"The trail holds. Head: {LENGTH} {head.hash.hex()}",
        f"Reasons as they were given: 0, erased since: 0. Changes of rows as they were written: {Change.objects.using('owner').count()}, erased since: 0.",
    ]
    assert kept.read_text().split()[:2] == [str(LENGTH), head.hash.hex()]


@pytest.mark.parametrize("way", TAMPERINGS)
def test_whatever_is_done_to_the_database_is_told_line_by_line(kept, alongside, way):
    sql, sentences = TAMPERINGS[way]
    with tampered(sql):
        said = alongside("verify-trail", "--heads", str(kept))
    assert (said[0], told(said)) == (1, sentences)
    assert said[1].splitlines()[-1] == "The trail does not hold. Change nothing, and tell whoever answers for information governance."


def test_without_a_kept_head_a_cut_does_not_show_and_with_a_fault_no_head_is_kept(kept, alongside):
    with tampered(TAMPERINGS["a truncation"][0]):
        assert alongside("verify-trail")[0] == 0
    before = kept.read_text()
    with tampered(TAMPERINGS["an edit"][0]):
        assert alongside("verify-trail", "--write-head", str(kept))[0] == 1
    assert kept.read_text() == before


def test_an_export_that_was_not_touched_holds_against_the_heads(kept, alongside, tmp_path):
    lines = exported(alongside, tmp_path / "trail")
    code, out, _ = alongside("verify-trail", "--export", str(tmp_path / "trail"), "--heads", str(kept))
    assert (code, len(lines), out.splitlines()[1]) == (0, LENGTH, f"The trail holds. Head: {LENGTH} {newest_head().hash.hex()}")


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (lambda lines: [*lines[:3], json.dumps({**json.loads(lines[3]), "purpose": "another"}), *lines[4:]], EDITED),
        (lambda lines: lines[:3] + lines[4:], DELETED),
        (
            lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]],
            [
                *DELETED,
                "Line 4 stands where line 6 should: a line was removed or moved.",
                "Line 4 does not follow the line before it.",
                "Line 4 is dated before the line above it.",
                "Line 6 stands where line 5 should: a line was removed or moved.",
                "Line 6 does not follow the line before it.",
            ],
        ),
        (lambda lines: lines[:6], CUT),
    ],
    ids=["an edit", "a deletion", "a swap", "a truncation"],
)
def test_whatever_is_done_to_an_export_is_told_line_by_line(kept, alongside, tmp_path, change, sentences):
    export = tmp_path / "trail"
    export.write_text("\n".join(change(exported(alongside, export))) + "\n")
    said = alongside("verify-trail", "--export", str(export), "--heads", str(kept))
    assert (said[0], told(said)) == (1, sentences)


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [("--export", "no line", "other, line 1: this is no line of a trail: 'no line'.\n"), ("--heads", "eight", "line 1 is no head: 'eight'.\n")],
)
def test_a_file_that_is_something_else_is_told_so(kept, alongside, tmp_path, name, words, sentence):
    (tmp_path / "other").write_text(words)
    code, _, err = alongside("verify-trail", name, str(tmp_path / "other"))
    assert (code, err.removeprefix(f"{tmp_path}/")) == (1, sentence)
