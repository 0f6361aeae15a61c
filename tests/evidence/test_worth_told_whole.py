"""What stands twice in a valuation is said on its page; so is what comes out at worst and at best, and what nobody valued."""

from __future__ import annotations

import re

from django.urls import reverse

from alongside.value.models import Worked
from tests.building import signed_in
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of
from tests.evidence.test_worth import MIDDLE, begun, put_in, set_, stands

IN_TWO_PURSES = "the same change in two purses, or in a purse and in a life: never one sum of cash"


def valued_too(around: Neighbourhood, one: Worked, counted: str, name: str, scope: str) -> None:
    given = {"counted": counted, "name": name, "scope": scope, "as_it_stood": stands(around, one)}
    assert signed_in(around.manager).post(reverse("evidence:add outcome", args=[one.id]), given).status_code == 303


def page_of(around: Neighbourhood, one: Worked) -> str:
    return words_of(signed_in(around.manager).get(reverse("evidence:valuation", args=[one.id])).content.decode())


def test_a_better_life_that_is_valued_as_money_too_is_never_one_sum_of_cash(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    assert IN_TWO_PURSES not in page_of(around, one)
    valued_too(around, one, "changes/better", "fewer visits to the GP", "fiscal")
    assert f"Better in their words · fewer visits to the GP: {IN_TWO_PURSES} (20 people are in both)" in page_of(around, one)
    valued_too(around, one, "changes/better", "a better life", "wellbeing")
    assert "Better in their words · a better life: the same change of the same people is valued twice" in page_of(around, one)


def test_a_kind_of_change_stands_in_the_changes_for_the_better_already(around: Neighbourhood) -> None:
    one = begun(around, 19)
    around.changed(around.introduced(MIDDLE, level="level 2"), MIDDLE, kinds=["volunteering"])
    around.extract()
    put_in(around, one)
    valued_too(around, one, "counted-kinds/volunteering", "gives time", "fiscal")
    valued_too(around, one, "counted-kinds/no kind noted", "no kind", "fiscal")
    page = page_of(around, one)
    assert f"Better in their words · gives time: {IN_TWO_PURSES} (1 person is in both)" in page
    assert "Better in their words · no kind:" not in page


def test_the_page_the_version_the_file_and_the_paper_tell_the_worst_and_the_best(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    # 20 × £1,000 × (1 − 0.625) × (1 − 0.375) ÷ £10,000; 20 × £3,000 × (1 − 0.375) × (1 − 0.125) ÷ £10,000.
    said = "With everything that is assumed at its worst at once it would be £0.47, with everything at its best £3.28"
    page = page_of(around, one)
    assert said in page
    assert "What was counted, and not valued" in page
    assert "Changes in people's lives: different" in page
    client = signed_in(around.manager)
    where = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    for reader in (client, signed_in(around.commissioner)):
        assert said in words_of(reader.get(where).content.decode())
    csv = client.get(where.rstrip("/") + ".csv").content.decode()
    assert "With everything at its worst at once,£0.47\r\nWith everything at its best at once,£3.28" in csv
    assert re.search(r'"Counted, and not valued",Changes in people.s lives,"?different', csv)
    paper = words_of(client.get(reverse("evidence:report", args=["value"]), {"team": str(around.team.id)}).content.decode())
    assert "£0.47 to £3.28" in paper


def test_whether_the_first_year_is_discounted_is_chosen_on_the_page(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    set_(around, one, "proxy", "2000", "2000", "2000")
    assert "£1.50 for each pound put in" in page_of(around, one)
    where, client = reverse("evidence:count later years", args=[one.id]), signed_in(around.manager)
    assert client.post(where, {"later_years": "sroi-guide", "as_it_stood": stands(around, one)}).status_code == 303
    page = page_of(around, one)
    # £1.50 ÷ 1.035
    assert "£1.45 for each pound put in" in page
    assert "SROI guide: 3.5 % real, the first year discounted by one year. Cabinet Office" in page
    refused = client.post(where, {"later_years": "as we like", "as_it_stood": stands(around, one)})
    assert "There is no discounting called “as we like”." in words_of(refused.content.decode())
    assert "£1.45 for each pound put in" in page_of(around, one)
