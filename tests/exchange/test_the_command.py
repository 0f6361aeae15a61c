"""`alongside import-caseload`: a dry run leaves a page and nothing else, and what is broken off leaves nothing at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from alongside.exchange.caseload.mapping import SHIPPED
from alongside.exchange.models import MovingIn
from alongside.foundation.actor import Role
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests import building
from tests.conftest import CLUSTER


@pytest.mark.django_db
def test_a_dry_run_writes_a_page_and_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    call_command("import_caseload", example="coordinators-own", page=page)
    assert "Mr &amp; Mrs Tolley" in page.read_text()
    assert "<script" not in page.read_text()
    assert capsys.readouterr().out.splitlines()[-2] == "cells in all:          526"
    assert MovingIn.objects.count() == 0


@pytest.mark.django_db
def test_it_waits_for_the_manager_and_for_nobody_else(tmp_path: Path) -> None:
    team = building.a_team()
    pat, quinn = building.an_actor(Role.MANAGER, team), building.an_actor(Role.MANAGER, team)
    call_command("import_caseload", example="charity-case-system", page=tmp_path / "page.html", by=Staff.objects.get(id=pat.id).email)
    with building.as_(pat):
        assert MovingIn.objects.count() == 1
    with building.as_(quinn):
        assert MovingIn.objects.count() == 0


@pytest.mark.django_db
def test_a_coordinator_is_told_who_brings_a_sheet_in(tmp_path: Path) -> None:
    sam = building.a_coordinator(building.a_team())
    with pytest.raises(CommandError, match="Only a manager of the team"):
        call_command("import_caseload", example="charity-case-system", page=tmp_path / "page.html", by=Staff.objects.get(id=sam.id).email)


def test_a_load_that_is_killed_leaves_nothing(committed: str, tmp_path: Path) -> None:
    pat = building.an_actor(Role.MANAGER, building.a_team())
    email = Staff.objects.get(id=pat.id).email
    command = [sys.executable, "-m", "alongside.site.command", "import-caseload", str(SHIPPED / "coordinators-own.xlsx"), "--mapping", "coordinators-own"]
    settings = {**os.environ, "DATABASE_URL": CLUSTER.url("app", committed), "DATABASE_OWNER_URL": CLUSTER.url("owner", committed)}
    with (tmp_path / "said").open("w") as said:
        loading = subprocess.Popen([*command, "--as", email, "--load", "--page", str(tmp_path / "page.html")], env=settings, stdout=said, stderr=said)
        while loading.poll() is None and _rows_written(committed) == 0:
            time.sleep(0.05)
        loading.send_signal(signal.SIGKILL)
        loading.wait(timeout=20)
    assert loading.returncode == -signal.SIGKILL, (tmp_path / "said").read_text()
    assert (Person.objects.using("owner").count(), MovingIn.objects.using("owner").count()) == (0, 0)


def _rows_written(database: str) -> int:
    """How many rows of people were written and are not yet kept: what the server counts at once, whatever becomes of the transaction."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'people_person' AND l.mode = 'RowExclusiveLock'"
        )
        return int(cursor.fetchone()[0])
