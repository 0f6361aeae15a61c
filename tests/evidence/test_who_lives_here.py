"""How many people live in each locality: typed or pasted by a manager, and what the report of coverage says of it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from alongside.foundation.refusals import Refused
from alongside.money import actions as money
from alongside.money.posts import Stretch
from alongside.places.models import Residents
from alongside.places.queries import residents_of
from alongside.places.residents import read_residents, written_residents
from tests.building import a_locality, as_, now, signed_in, today
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of

NAMES = {"1": "Fernbrook", "2": "Moss Side, north", "3": "Quay"}


@pytest.mark.parametrize(
    "lines",
    [
        "Fernbrook: 9,120\nMoss Side, north: 10450",
        "fernbrook 9120\n\nMOSS SIDE NORTH\t10,450",
        'Locality,Residents\nFernbrook,"9,120"\n"Moss Side, north",10450',
        "Fernbrook; 9 120;\nMoss Side, north; 10450.0\nQuay:",
    ],
)
def test_lines_are_read_as_they_are_typed_or_pasted(lines: str) -> None:
    found = read_residents(lines, NAMES)
    assert {key: many for key, many in found.items() if many} == {"1": 9120, "2": 10450}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Fernbrook: 9120\nNowhere: 12", "names no locality"),
        ("Fernbrook: lots", "has no number"),
        ("Fernbrook: 0", "has no number"),
        ("Fernbrook: 900000", "more people than a locality can"),
        ("Fernbrook: 9120\nFernbrook: 9130", "a second time"),
    ],
)
def test_a_line_that_cannot_be_says_which_and_why(lines: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_residents(lines, NAMES)
    assert said in refused.value.said.lac


def test_what_is_written_is_read_again_as_it_was() -> None:
    assert read_residents(written_residents(NAMES, {"1": 9120}), NAMES) == {"1": 9120, "2": None, "3": None}


def test_a_manager_pastes_residents_and_the_report_holds_each_place_against_eight_to_ten_thousand(around: Neighbourhood) -> None:
    here, there = a_locality("Fernbrook"), a_locality("Quay")
    around.team.localities.set([here, there])
    with as_(around.manager):
        money.add_stream(around.team.organisation, "Public health", kind="public health", by=around.manager, at=now())
        money.add_post(
            around.team.organisation, "Fernbrook", kind="coordinator", locality=here, minutes_a_week=2220,
            over=Stretch(date(2020, 4, 1), None), pay_pence=3_200_000, on_costs_pence=800_000, by=around.manager, at=now(),
        )  # fmt: skip
    for _ in range(20):
        around.lives_in(around.introduced(last_year(), level="level 2"), here)
    around.extract()
    browser = signed_in(around.manager)
    page, form = reverse("evidence:report", args=["coverage"]), reverse("evidence:residents")
    assert "How many people live here is not written down for any place" in words_of(browser.get(page).content.decode())
    wrong = browser.post(form, {"lines": "Fernbrook: 12000\nQuay: many", "year": "2024", "source": "ONS"})
    assert (wrong.status_code, Residents.objects.count()) == (422, 0)
    assert "Quay: many" in wrong.content.decode()
    assert "from 2001 to this year" in words_of(browser.post(form, {"lines": "Fernbrook: 12000", "year": "1950", "source": "ONS"}).content.decode())
    assert browser.post(form, {"lines": "Fernbrook\t12,000", "year": "2024", "source": "ONS, mid-2024 estimates"}).status_code == 303
    told = words_of(browser.get(f"{page}?period=last-year").content.decode())
    assert "12,000 people live in 1 of 2 places; of the others it is not written down" in told
    assert "Fernbrook 12,000 12,000 more 1.7 2024, ONS, mid-2024 estimates" in told
    assert "Quay not written down not known not known not known not known" in told
    of_one = words_of(browser.get(f"{page}?period=last-year&locality={here.id}").content.decode())
    assert "12,000 people live here, 12,000 for each post" in of_one
    assert "Fernbrook 12,000 12,000 more 1.7" in of_one
    assert "Quay not written down" not in of_one
    of_a_post = words_of(browser.get(f"{page}?period=last-year&post=no+post").content.decode())
    assert "Fernbrook 1.0 not told, or held back" in of_a_post
    sheet = signed_in(around.commissioner).get(f"{reverse('evidence:report as csv', args=['coverage'])}?period=last-year").content.decode()
    assert ["Fernbrook", "12,000"] in [row[:2] for row in csv.reader(io.StringIO(sheet))]


def test_the_newest_count_up_to_the_end_of_the_period_is_taken_and_one_left_empty_goes(around: Neighbourhood) -> None:
    here = a_locality("Fernbrook")
    around.team.localities.set([here])
    browser, form = signed_in(around.manager), reverse("evidence:residents")
    for year, many in (("2021", "9000"), ("2024", "9900")):
        assert browser.post(form, {"lines": f"Fernbrook: {many}", "year": year, "source": "ONS"}).status_code == 303
    taken = {year: residents_of([str(here.id)], year=year)[str(here.id)].many for year in (2019, 2021, 2023, 2024, today().year)}
    assert taken == {2019: 9000, 2021: 9000, 2023: 9000, 2024: 9900, today().year: 9900}
    assert browser.post(form, {"lines": "Fernbrook:", "year": "2024", "source": "ONS"}).status_code == 303
    assert residents_of([str(here.id)], year=today().year)[str(here.id)].many == 9000


def test_a_commissioner_writes_none_down_and_finds_no_way_there(around: Neighbourhood) -> None:
    around.extract()
    browser = signed_in(around.commissioner)
    assert browser.get(reverse("evidence:residents")).status_code == 403
    assert reverse("evidence:residents") not in browser.get(reverse("evidence:report", args=["coverage"])).content.decode()
