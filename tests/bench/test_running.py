"""The bench runs from end to end; what it finds here is no measurement."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

import bench
from bench import report, server, whole
from tests.conftest import CLUSTER

FIGURES = {"what", "answers", "ms", "ms p95", "cpu ms", "database cpu ms", "queries", "bytes", "cpu against"}


@pytest.fixture
def with_its_own_page(settings):
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"].append(Path(bench.__file__).parent / "templates")
    settings.TEMPLATES, settings.ROOT_URLCONF = templates, "bench.urls"


def test_a_small_run_fills_asks_and_reports(committed, with_its_own_page, tmp_path, capsys, monkeypatch):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.setenv(name, CLUSTER.url({"DATABASE_URL": "app"}.get(name, "owner"), committed))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "bench.settings")
    monkeypatch.setattr(server, "PAGES", 20)
    said = []
    whole.fill(60, said.append)
    loads = whole.directory(80, 20)
    rows = whole.measure(1, None, said.append)
    targets = whole.targets(rows, loads)
    report.print_pages(rows, whole.SHORT)
    report.print_targets(targets)
    report.write(tmp_path / "out" / "bench.json", {"pages": rows, "directory": loads}, targets)

    assert [row["what"] for row in rows][:2] == [whole.OURS, whole.PLAIN]
    assert all(set(row) == FIGURES and row["answers"] == 5 and row["bytes"] for row in rows)
    assert {row["queries"] for row in rows if row["what"].startswith("person page, ")} == {next(row["queries"] for row in rows if row["what"] == whole.OURS)}
    assert next(row["queries"] for row in rows if row["what"] == whole.PLAIN) == rows[0]["queries"] - 1
    assert json.loads((tmp_path / "out" / "bench.json").read_text())["pages"] == rows
    assert whole.OURS in capsys.readouterr().out
    held, peaks = server.memory()
    assert 0 < held <= peaks
