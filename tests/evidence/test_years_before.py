"""Whoever pays opens the years before the last, too: as each left, once, and no year of which nothing has left."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from alongside.evidence.models import LetOut
from alongside.evidence.periods import year_named, year_of
from tests.building import signed_in, today
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import table_of, words_of

LAST = year_of(last_year()).since.year


def middle(of: int) -> date:
    return date(of, 8, 17)


def test_a_commissioner_opens_the_year_before_last_as_it_left(around: Neighbourhood) -> None:
    for year, many in ((LAST, 12), (LAST - 1, 22), (LAST - 2, 31)):
        for _ in range(many):
            around.introduced(middle(year), "housing")
    around.extract()
    commissioner = signed_in(around.commissioner)
    assert [table_of(commissioner, "introductions", period=year_named(LAST - ago))["Total"] for ago in (1, 2)] == ["20", "30"]
    page = words_of(commissioner.get(reverse("evidence:locality"), {"period": year_named(LAST - 1)}).content.decode())
    assert f"April {LAST - 1} to March {LAST}" in page
    paper = commissioner.get(reverse("evidence:report", args=["introductions"]), {"period": year_named(LAST - 2)})
    assert f"April {LAST - 2} to March {LAST - 1}" in words_of(paper.content.decode())
    assert commissioner.get(reverse("evidence:figure as json", args=["introductions"]), {"period": year_named(LAST - 1)}).json()["since"] == f"{LAST - 1}-04-01"


def test_what_is_written_late_of_a_year_long_over_changes_nothing_that_has_left(around: Neighbourhood) -> None:
    for _ in range(22):
        around.introduced(middle(LAST - 1), "housing")
    around.extract()
    rows = LetOut.objects.filter(team=around.team, since__year=LAST - 1)
    before = rows.count()
    for _ in range(9):
        around.introduced(middle(LAST - 1), "housing")
    around.extract()
    assert table_of(signed_in(around.commissioner), "introductions", period=year_named(LAST - 1))["Total"] == "20"
    assert rows.count() == before


def test_a_year_before_anybody_was_known_is_not_offered_nor_opened(around: Neighbourhood) -> None:
    around.introduced(today(), "housing")
    around.extract()
    commissioner = signed_in(around.commissioner)
    assert year_named(LAST - 1) not in commissioner.get(reverse("evidence:locality")).content.decode()
    refused = commissioner.get(reverse("evidence:figure", args=["introductions"]), {"period": year_named(LAST - 1)})
    assert refused.status_code == 422
    assert "Choose one from the list." in words_of(refused.content.decode())


def test_five_years_leave_and_no_more(around: Neighbourhood) -> None:
    around.introduced(middle(LAST - 9), "housing")
    around.extract()
    page = signed_in(around.commissioner).get(reverse("evidence:locality")).content.decode()
    assert [ago for ago in range(1, 10) if f'value="{year_named(LAST - ago)}"' in page] == [1, 2, 3, 4]
