"""The bench brings a sheet in and takes it out again, and its sheet is as ugly as it says."""

from __future__ import annotations

import pytest

from alongside.exchange.caseload.reading import read_book
from alongside.foundation.actor import Role
from alongside.people.models import Person
from bench import moving_in
from bench.a_large_sheet import a_large_sheet
from bench.house import somebody_alone
from tests.building import as_, today


@pytest.mark.usefixtures("committed")
def test_a_sheet_is_measured_from_its_reading_to_its_undoing() -> None:
    by = somebody_alone(today=today(), role=Role.MANAGER)
    found = moving_in.measure(25, by)
    assert (found.rows, found.people >= 20, found.written > 10 * found.people) == (25, True, True)
    assert min(found.bring, found.view, found.load, found.undo, found.bare) > 0
    with as_(by):
        assert Person.objects.count() == 0


def test_the_sheet_is_the_same_every_time_and_has_several_notes_a_cell() -> None:
    cells = [[[cell.text for cell in row] for row in read_book(a_large_sheet(60), "x").pages[0].rows] for _ in range(2)]
    assert cells[0] == cells[1]
    assert max(row[13].count("\n") + row[13].count("; ") + row[13].count(". ") for row in cells[0][2:]) > 2
