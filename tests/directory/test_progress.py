"""How far an import is stands on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db

ROWS = "postcode,lat,lon,locality,la_name\nZZ99 3AA,53.4,-2.3,North,Fernshire\nZZ99 3AB,53.41,-2.3,North,Fernshire\n"


class Terminal(StringIO):
    """An error output that says it is a terminal, and remembers all that it was shown."""

    def isatty(self) -> bool:
        return True


def shown_while_importing(errors: StringIO, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder / "postcodes.csv").write_text(ROWS, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", errors)
        call_command("import_postcodes", str(folder / "postcodes.csv"), stdout=StringIO())
    return errors.getvalue()


def test_a_terminal_shows_how_far_an_import_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "postcodes:   0%" in shown_while_importing(Terminal(), tmp_path, monkeypatch)


def test_what_is_no_terminal_is_given_no_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_while_importing(StringIO(), tmp_path, monkeypatch) == ""
