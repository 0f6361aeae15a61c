"""The SQL that is kept is the expressions', and is not believed where it is not."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.evidence import as_sql, writing_sql

ROOM = Path(as_sql.__file__).parent


def _leaned_on(name: str) -> set[str]:
    """The modules of this room, and of others, that one imports when it runs."""
    body = ast.parse((ROOM / f"{name}.py").read_text()).body
    found = set()
    for one in body:
        if isinstance(one, ast.ImportFrom) and (one.level or (one.module or "").startswith("alongside.")):
            found |= {one.module} if one.module else {alias.name for alias in one.names}
    return found


def test_what_is_kept_is_what_ibis_writes_now() -> None:
    assert as_sql.KEPT.read_text() == as_sql.as_file(writing_sql.every()), "run `make fix`"


def test_whatever_the_expressions_are_written_in_makes_the_file_old_when_it_changes() -> None:
    leaned_on = set.union(*map(_leaned_on, as_sql.EXPRESSED_IN))
    # Of a period there stands nothing in any SQL; the measures are counted by names that
    # stand in `measured`; of the words of other rooms, `made_from` takes in what is said.
    nothing_said, said = {"alongside.foundation.periods", "alongside.outcomes.measuring"}, {"alongside.connections.words", "alongside.journeys.words"}
    assert leaned_on - {*as_sql.EXPRESSED_IN, "as_sql"} == nothing_said | said


def test_a_file_that_is_older_than_the_expressions_is_not_believed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    old = tmp_path / "expressions.sql"
    old.write_text(as_sql.KEPT.read_text().replace(as_sql.made_from(), "another day").replace("people_known", "people_unknown"))
    kept = as_sql.asked("counted", "people_known")
    monkeypatch.setattr(as_sql, "KEPT", old)
    as_sql.asked.cache_clear()
    as_sql._kept.cache_clear()
    assert (as_sql._kept(), as_sql.asked("counted", "people_known")) == (None, kept)
    monkeypatch.undo()
    as_sql.asked.cache_clear()
    as_sql._kept.cache_clear()


def test_a_page_of_figures_does_not_load_ibis() -> None:
    said = "import sys; from alongside.evidence import counting; counting.asked('counted', 'people_known'); print('ibis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
