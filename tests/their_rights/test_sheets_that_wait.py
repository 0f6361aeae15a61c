"""What waits unread in a spreadsheet goes with whoever is forgotten."""

from __future__ import annotations

import pytest

from alongside.exchange.actions import bring
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.models import MovingIn, PlannedPage
from tests.building import as_, now


@pytest.mark.parametrize(("row", "may_be_them", "kept"), [("Gwen Quartzhill", False, 0), ("Somebody Else", True, 0), ("Somebody Else", False, 1)])
def test_a_spreadsheet_that_waits_and_names_them_goes_with_its_pages(here, row, may_be_them, kept):
    gwen = here.planted("Gwen Quartzhill")
    with as_(here.manager):
        waits = bring(read_book(f"Name\n{row}".encode(), "x.csv"), "name: Ours\nfields: {name: Name, level: {constant: level 2}}", by=here.manager, at=now())
    if may_be_them:
        MovingIn.objects.using("owner").filter(id=waits.id).update(known={"asked": ["probably", "", [[str(gwen.id), "Gwen Quartzhill", []]]]})
    here.forgets(gwen)
    with as_(here.manager):
        assert (MovingIn.objects.filter(id=waits.id).count(), PlannedPage.objects.filter(moving_id=waits.id).exists()) == (kept, bool(kept))
