"""The bench of groups and money runs from end to end; what it finds here is no measurement."""

from __future__ import annotations

from bench import beside, gathering, many_groups, whole
from tests.bench.test_running import with_its_own_page  # noqa: F401 - a fixture
from tests.building import today
from tests.conftest import CLUSTER


def test_groups_are_written_and_each_of_their_pages_answers(committed, with_its_own_page, monkeypatch):  # noqa: F811
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.setenv(name, CLUSTER.url({"DATABASE_URL": "app"}.get(name, "owner"), committed))
    monkeypatch.setattr(many_groups, "SPENDS", 2)
    whole.fill(60, lambda words: None)
    filled = many_groups.fill(12, today=today())
    assert filled == many_groups.Filled(12, 12 * many_groups.SESSIONS * many_groups.EACH)
    asked = gathering.every_page()
    for page in asked:
        page.warm(1)
        page.measure(1)
    rows = beside.rows_of(page.measured for page in asked)
    assert all(row["bytes"] and row["queries"] for row in rows)
    # The peer runs in a process of its own, and is measured by `make bench` alone.
    assert len(beside.targets(rows)) == len(rows) - 2
