"""A commissioner reads a version worked out of what has left of its year, and nothing of what is held back can be worked out of it."""

from __future__ import annotations

import re

from django.urls import reverse

from alongside.evidence.periods import year_of
from alongside.value.models import Version, Worked
from tests.building import as_, signed_in, today
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of
from tests.evidence.test_worth import MIDDLE, begun, put_in, set_, stands


def test_a_commissioner_opens_every_pound_and_meets_no_exact_number(around: Neighbourhood) -> None:
    one = begun(around, 21)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    where = signed_in(around.manager).post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    client = signed_in(around.commissioner)
    assert "What the year was worth" in client.get(reverse("evidence:valuations")).content.decode()
    page = words_of(client.get(where).content.decode())
    # 20 of the 21 have left, and all that is told is worked out of these: 20 × £2,000 × 0.5 × 0.75 ÷ £10,000.
    assert "20 counted; £40,000 before anything is taken away." in page
    assert "£1.50 for each pound put in" in page
    assert "As those said who were asked" in page
    assert "a meeting of those concerned" in page
    assert "Counts are to the nearest 5" in page
    csv = client.get(where.rstrip("/") + ".csv").content.decode()
    assert "would have happened anyway,0.375,0.50,0.625" in csv
    assert client.get(reverse("evidence:valuation", args=[one.id])).status_code in (403, 404)
    assert not re.search(r"Seren|Rhydderch|\b21 (counted|people|times)|42,000|1\.57", page + csv)
    with as_(around.manager):
        assert Version.objects.get().digest not in page + csv


def kept(around: Neighbourhood, one: Worked) -> str:
    """Kept as a version; the address it is read at."""
    answer = signed_in(around.manager).post(reverse("evidence:keep version", args=[one.id]))
    assert answer.status_code == 303, words_of(answer.content.decode())
    return answer.headers["Location"]


def test_forty_one_better_and_one_worse_are_held_back_in_a_version_as_in_the_figures(around: Neighbourhood) -> None:
    one = begun(around, 41, worse=1)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    signed_in(around.manager).post(reverse("evidence:take out", args=[one.id, "outcome", 1]), {"as_it_stood": stands(around, one)})
    where = kept(around, one)
    assert "41 counted, of 41 people; £82,000" in words_of(signed_in(around.manager).get(where).content.decode())
    client = signed_in(around.commissioner)
    page, csv = words_of(client.get(where).content.decode()), client.get(where.rstrip("/") + ".csv").content.decode()
    assert "Held back, and left out of everything that is told here: Better in their words." in page
    assert "Held back: of nothing that is valued here has a number left" in csv
    paper = words_of(client.get(reverse("evidence:report", args=["value"]), {"team": str(around.team.id)}).content.decode())
    assert "What came of each pound is held back" in paper
    assert not re.search(r"\b4[012]\b|82,000|£3\.0[78]|for each pound put in", page + csv.split("Sum of the figures")[0])
    assert not re.search(r"82,000|£3\.0[78]", paper)


def test_what_is_held_back_is_left_out_and_the_rest_is_told(around: Neighbourhood) -> None:
    one = begun(around, 41, worse=1)
    put_in(around, one)
    client = signed_in(around.manager)
    client.post(reverse("evidence:take out", args=[one.id, "outcome", 1]), {"as_it_stood": stands(around, one)})
    given = {"counted": "noted/noted", "name": "somebody to tell it to", "scope": "wellbeing", "as_it_stood": stands(around, one)}
    assert client.post(reverse("evidence:add outcome", args=[one.id]), given).status_code == 303
    set_(around, one, "proxy", "100", "200", "300", place=1)
    page = words_of(signed_in(around.commissioner).get(kept(around, one)).content.decode())
    assert "left out of everything that is told here: Better in their words." in page
    assert "40 counted; £8,000 before anything is taken away." in page
    assert "£0.80 for each pound put in" in page


def test_two_versions_a_day_apart_tell_nobody_of_one_person(around: Neighbourhood) -> None:
    one = begun(around, 22)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    first = kept(around, one)
    around.changed(around.introduced(MIDDLE, level="level 2"), MIDDLE)
    around.extract()
    second = kept(around, one)
    manager, commissioner = signed_in(around.manager), signed_in(around.commissioner)
    assert "22 counted" in words_of(manager.get(first).content.decode())
    assert "23 counted" in words_of(manager.get(second).content.decode())
    told = [commissioner.get(where).content.decode() for where in (first, second)]
    for page in map(words_of, told):
        assert "20 counted; £40,000 before anything is taken away." in page
        assert "£1.50 for each pound put in" in page
    pictures = [re.findall(r"<svg.*?</svg>", page, re.DOTALL) for page in told]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 4  # the house's own mark, and three pictures


def test_a_year_that_is_not_over_is_told_to_the_manager_alone(around: Neighbourhood) -> None:
    for number in range(20):
        around.changed(around.introduced(today(), name=f"Seren Rhydderch-Poole {number}", level="level 2"), today())
    around.extract()
    form = {"team": str(around.team.id), "name": "What this year is worth", "year": str(year_of(today()).since.year)}
    signed_in(around.manager).post(reverse("evidence:begin valuation"), form)
    with as_(around.manager):
        one = Worked.objects.get()
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    where = kept(around, one)
    assert "for each pound put in" in words_of(signed_in(around.manager).get(where).content.decode())
    page = words_of(signed_in(around.commissioner).get(where).content.decode())
    assert "Held back: the year was not over when this was kept." in page
    assert "for each pound put in" not in page
    assert "20 counted" not in page
