"""What stands beside a before and after: what would have come anyway, people introduced later, others' use as it was published, and what a use costs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from django.urls import reverse

from alongside.evidence.models import BesideAService
from alongside.evidence.service_use_beside import anyway_of, beside_it
from alongside.evidence.use_of_services import Beside, Counted, Told, before_and_after, by_month, claim_of
from alongside.outcomes.actions import tell_use
from alongside.people.models import Person
from tests.building import as_, days_ago, now, signed_in
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of

FIRST, AFTER = date(2024, 1, 1), date(2026, 1, 1)
GP = BesideAService(
    service="gp", everybody=Decimal(5), again=Decimal("0.6"), anyway_source="The practice’s own list", pence=3_800, price_year="2013/14", uplift=Decimal("1.4"),
    cost_source="GMCA Unit Cost Database 1.4",
)  # fmt: skip
AS_PUBLISHED = BesideAService(service="gp", others_before=Decimal("3.9"), others_after=Decimal("4.3"), others_source="Matched controls, SAPC 2016")
A_YEAR = 52


def ours(pairs: list[tuple[int, int]]) -> list[Counted]:
    return [Counted(number, *pair) for number, pair in enumerate(pairs)]


def a_practice(effect: float, *, many: int = 240, seed: int = 3) -> tuple[dict[int, list[Told]], dict[int, date]]:
    """Two years of days of so many people, introduced month after month; from then on they come `effect` times as often."""
    chance = np.random.default_rng(seed)
    told, introduced = {}, {}
    for person in range(many):
        rate, came = chance.gamma(2, 3), FIRST + timedelta(days=int(chance.integers(100, 640)))
        days = [FIRST + timedelta(days=int(day)) for day in chance.integers(0, 730, chance.poisson(2 * rate))]
        told[person] = [Told(FIRST, AFTER, tuple(day for day in days if day < came or chance.random() < effect))]
        introduced[person] = came
    return told, introduced


def test_city_and_hackney_alone_stands_beside_what_chance_alone_gives_and_nothing_is_called_avoided() -> None:
    """10.0 to 8.6 where a mean of 5 a year and a likeness of 0.6 give 8.0: it cannot be told apart from that."""
    found = before_and_after(ours([(10, 9)] * 24 + [(10, 8)] * 16), anyway_of(GP, A_YEAR))
    told = beside_it(found, {}, {}, GP, A_YEAR)
    assert (round(found.before, 1), round(found.after, 1), round(told.anyway, 1)) == (10.0, 8.6, 8.0)
    assert (found.more_than_anyway, told.claim.level, told.claim.avoided, told.avoided) == (False, 2, False, None)
    assert told.pence_today == 5_320


def test_city_and_hackneys_controls_as_published_make_a_difference_of_one_point_eight_and_the_page_warns_of_it() -> None:
    """3.9 to 4.3 for matched controls: −1.4 alone is −1.8 beside them, because they used it less before; level 3, and still no cause."""
    found = before_and_after(ours([(10, 9)] * 24 + [(10, 8)] * 16))
    told = beside_it(found, {}, {}, AS_PUBLISHED, A_YEAR)
    assert told.series is not None
    assert round(told.series.by.mean, 1) == -1.8
    assert (told.claim, told.claim.level, told.avoided) == (claim_of(Beside.SERIES), 3, None)


def test_where_nothing_works_people_introduced_later_show_it() -> None:
    told, introduced = a_practice(1.0)
    found = beside_it(before_and_after(ours([(4, 3)] * 40)), told, introduced, GP, 13)
    assert found.later is not None
    assert found.later.by.low < 0 < found.later.by.high
    assert (found.claim.level, found.avoided.may_be_none) == (3, True)


def test_where_they_come_half_as_often_people_introduced_later_show_that_and_it_is_called_avoided_with_its_interval() -> None:
    told, introduced = a_practice(0.5)
    found = beside_it(before_and_after(ours([(4, 3)] * 40)), told, introduced, GP, 13)
    assert found.later.by.high < 0
    assert abs(found.later.earlier) < 0.5
    least, uses, most = found.avoided.uses
    assert (0 < least < uses < most, found.avoided.may_be_none) == (True, False)
    assert found.avoided.pounds[1] == round(uses * 53.20)


def test_months_are_those_a_source_tells_of_for_most_and_of_nobody_less() -> None:
    """Gwen, Ali and Sue from January to March; Mo from mid-January, so that January is not known of him."""
    told = {
        1: [Told(date(2026, 1, 1), date(2026, 4, 1), (date(2026, 1, 5), date(2026, 3, 31)))],
        2: [Told(date(2026, 1, 1), date(2026, 4, 1), ())],
        4: [Told(date(2026, 1, 1), date(2026, 4, 1), ())],
        3: [Told(date(2026, 1, 15), date(2026, 4, 1), (date(2026, 2, 1),))],
    }
    found = by_month(told, dict.fromkeys((1, 2, 3, 4), date(2026, 2, 10)))
    assert (found.use, found.introduced) == ({1: [1, 0, 1], 2: [0, 0, 0], 4: [0, 0, 0]}, {1: 1, 2: 1, 4: 1})
    assert by_month({}, {}).use == {}


def test_a_manager_sets_what_stands_beside_gp_visits_and_the_page_says_all_of_it_and_never_saved(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(200))
    with as_(around.coordinator):
        for times, up_to in ((4, days_ago(200)), (1, days_ago(100))):
            tell_use(Person.objects.get(id=person), {"gp": times}, source="self-reported", weeks=13, up_to=up_to, by=around.coordinator, at=now())
    around.extract()
    browser = signed_in(around.manager)
    page, form = reverse("evidence:use of services"), reverse("evidence:beside a service", args=[0])
    assert "nobody has set what everybody uses" in words_of(browser.get(page).content.decode())
    assert "Write where these figures come from" in words_of(browser.post(form, {"everybody": "5", "again": "0.6"}).content.decode())
    assert "from 0 to 1" in words_of(browser.post(form, {"everybody": "5", "again": "6", "anyway_source": "The list"}).content.decode())
    said = {"everybody": "5", "again": "0.6", "anyway_source": "The practice’s own list", "pence": "38", "price_year": "2013/14", "uplift": "1.4"}
    assert browser.post(form, said | {"cost_source": "GMCA Unit Cost Database 1.4"}).status_code == 303
    told = words_of(browser.get(page).content.decode()).split("Use of services before and after", 2)[-1]
    assert "Regression to the mean alone would give 2.90 with nothing done at all (The practice’s own list)" in told
    assert "Level 2 of 5 on the Maryland scale." in told
    assert "£38 in prices of 2013/14, times 1.4" in told.replace(".00", "").replace("1.400", "1.4")
    assert "With nobody to compare them with, none of it is called avoided." in told
    assert ("saved" in told.lower(), "saving" in told.lower()) == (False, False)
    assert signed_in(around.commissioner).get(form).status_code == 403


def test_there_is_no_service_of_that_number(around: Neighbourhood) -> None:
    assert signed_in(around.manager).get(reverse("evidence:beside a service", args=[99])).status_code == 404
