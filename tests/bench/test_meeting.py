"""The bench of meetings runs from end to end; what it finds here is no measurement."""

from __future__ import annotations

from bench import beside, many_meetings, meeting, whole
from tests.bench.test_running import with_its_own_page  # noqa: F401 - a fixture
from tests.building import today
from tests.conftest import CLUSTER


def test_a_countys_meetings_are_written_and_each_of_their_pages_answers(committed, with_its_own_page, monkeypatch):  # noqa: F811
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.setenv(name, CLUSTER.url({"DATABASE_URL": "app"}.get(name, "owner"), committed))
    monkeypatch.setattr(many_meetings, "MEETINGS", 3)
    whole.fill(60, lambda words: None)
    filled = many_meetings.fill(2, today=today())
    assert (filled.series, filled.meetings, filled.items) == (2, 6, 2 * (13 + 14 + 14))
    asked = meeting.every_page(filled)
    for page in asked:
        page.warm(1)
        page.measure(1)
    rows = beside.rows_of(page.measured for page in asked)
    assert all(row["queries"] for row in rows)
    assert {row["what"]: row["queries"] for row in rows if row["queries"] > beside.MOST_QUERIES} == {}
    assert len(beside.targets(rows)) == len(rows) - 2
