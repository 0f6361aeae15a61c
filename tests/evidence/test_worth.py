"""A manager moves an assumption, keeps a version, and a commissioner opens every pound of it."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

from django.db import connection
from django.urls import reverse

from alongside.evidence.periods import year_of
from alongside.value.actions import begin_valuation
from alongside.value.models import Version, Worked
from alongside.value.sheet import Sheet
from tests.building import as_, now, signed_in, today
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of

YEAR = year_of(today() - timedelta(days=366)).since.year
MIDDLE = date(YEAR, 9, 1)


def begun(around: Neighbourhood, people: int = 20, *, worse: int = 0) -> Worked:
    """So many people each with a change for the better, some of whom told of one for the worse too."""
    for number in range(people):
        person = around.introduced(MIDDLE, name=f"Seren Rhydderch-Poole {number}", level="level 2")
        around.changed(person, MIDDLE, would_have_happened="half", others_share="a little")
        if number < worse:
            around.changed(person, MIDDLE, "worse")
    around.extract()
    client = signed_in(around.manager)
    answer = client.post(reverse("evidence:begin valuation"), {"team": str(around.team.id), "name": "What the year was worth", "year": str(YEAR)})
    assert answer.status_code == 303
    with as_(around.manager):
        return Worked.objects.get()


def put_in(around: Neighbourhood, one: Worked, pounds: str = "10,000") -> None:
    form = {"name": "a post", "pounds": pounds, "source": "the book of posts", "as_it_stood": stands(around, one)}
    assert signed_in(around.manager).post(reverse("evidence:add input", args=[one.id]), form).status_code == 303


def stands(around: Neighbourhood, one: Worked) -> str:
    with as_(around.manager):
        return Worked.objects.get(id=one.id).changed_at.isoformat()


def set_(around: Neighbourhood, one: Worked, part: str, *figures: str, place: int = 0, source: str = "a meeting of those concerned") -> int:
    form = dict(zip(("low", "central", "high"), figures, strict=True)) | {"source": source, "as_it_stood": stands(around, one)}
    return int(signed_in(around.manager).post(reverse("evidence:assumption", args=[one.id, place, part]), form).status_code)


def test_it_begins_with_what_people_said_and_comes_out_as_by_hand(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    assert set_(around, one, "proxy", "1000", "2000", "£3,000") == 303
    page = words_of(signed_in(around.manager).get(reverse("evidence:valuation", args=[one.id])).content.decode())
    # 20 × £2,000 × (1 − 0.5) × (1 − 0.25) ÷ £10,000
    assert "£1.50 for each pound put in" in page
    assert "20 counted, of 20 people; £40,000 before anything is taken away." in page
    assert "As said 20 times; 0 times nobody asked." in page
    assert "a meeting of those concerned" in page


def test_an_assumption_that_is_moved_shows_what_would_come_out_and_keeps_nothing(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    before = stands(around, one)
    answer = signed_in(around.manager).get(reverse("evidence:moved", args=[one.id, 0, "deadweight"]), {"low": "0", "central": "0", "high": "0"})
    said = words_of(answer.content.decode())
    assert "£3.00 for each pound put in" in said
    assert "As it is kept now: £1.50" in said
    assert stands(around, one) == before
    wrong = signed_in(around.manager).get(reverse("evidence:moved", args=[one.id, 0, "deadweight"]), {"low": "0", "central": "7", "high": "7"})
    assert "It is a share, from 0 (nothing) to 1 (all)" in words_of(wrong.content.decode())


def test_what_cannot_be_is_refused_and_what_was_typed_stands_there(around: Neighbourhood) -> None:
    one = begun(around)
    answer = signed_in(around.manager).post(
        reverse("evidence:assumption", args=[one.id, 0, "proxy"]),
        {"low": "9", "central": "5", "high": "7", "source": "a hunch of ours", "as_it_stood": stands(around, one)},
    )
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "write them in that order" in said
    assert "a hunch of ours" in said


def test_whoever_saves_after_somebody_else_is_told(around: Neighbourhood) -> None:
    one = begun(around)
    stood = stands(around, one)
    set_(around, one, "proxy", "1", "2", "3")
    form = {"low": "4", "central": "5", "high": "6", "source": "mine", "as_it_stood": stood}
    answer = signed_in(around.manager).post(reverse("evidence:assumption", args=[one.id, 0, "proxy"]), form)
    assert "changed this valuation while you worked on it" in answer.content.decode()
    with as_(around.manager):
        assert Worked.objects.get(id=one.id).sheet["outcomes"][0]["parts"]["proxy"]["central"] == "2"


def test_a_version_stays_and_is_worked_out_again_when_the_figures_have_changed(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    client = signed_in(around.manager)
    where = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    assert "The figures have been made again since" not in words_of(client.get(where).content.decode())
    for _ in range(9):
        around.changed(around.introduced(MIDDLE, level="level 2"), MIDDLE)
    around.extract()
    set_(around, one, "proxy", "1", "2", "3")
    page = words_of(client.get(where).content.decode())
    assert "£1.50 for each pound put in" in page
    # The links lead to twenty-nine people, of whom twenty were valued.
    assert "20 counted, of 20 people" in page
    assert "The figures have been made again since" in page
    assert "the same figures, every sum to the last digit" in page
    with as_(around.manager):
        kept = Version.objects.get()
    assert {kept.digest, kept.extract_digest} <= set(page.split())
    with as_(around.manager), connection.cursor() as cursor:
        cursor.execute("UPDATE value_version SET told = '{}'")
        assert cursor.rowcount == 0


def test_what_rests_on_a_few_people_is_in_no_version(around: Neighbourhood) -> None:
    one = begun(around, worse=3)
    put_in(around, one)
    answer = signed_in(around.manager).post(reverse("evidence:keep version", args=[one.id]))
    assert "“Worse in their words” rests on 1 to 7 people" in words_of(answer.content.decode())
    client = signed_in(around.manager)
    client.post(reverse("evidence:take out", args=[one.id, "outcome", 1]), {"as_it_stood": stands(around, one)})
    assert client.post(reverse("evidence:keep version", args=[one.id])).status_code == 303
    with as_(around.manager):
        assert Version.objects.get().told["inputs pence"] == 1_000_000


def test_something_else_that_was_counted_is_valued_with_a_price_from_the_list(around: Neighbourhood) -> None:
    one = begun(around, 9)
    put_in(around, one)
    page = reverse("evidence:add outcome", args=[one.id])
    client = signed_in(around.manager)
    given = {"counted": "day-care/found an alternative", "name": "weeks of day care not needed", "priced": "day-care-older", "scope": "fiscal"}
    assert client.post(page, given | {"as_it_stood": stands(around, one)}).status_code == 303
    said = words_of(client.get(reverse("evidence:valuation", args=[one.id])).content.decode())
    assert "weeks of day care not needed" in said
    assert "Unit Cost Database" in said
    twice = client.post(page, given | {"as_it_stood": stands(around, one)})
    assert "Give each a name of its own" in words_of(twice.content.decode())


def test_a_pound_opens_to_the_changes_behind_it_in_their_own_words(around: Neighbourhood) -> None:
    one = begun(around, 20)
    around.changed(around.introduced(MIDDLE, level="level 2"), MIDDLE, "different")
    around.extract()
    put_in(around, one)
    set_(around, one, "proxy", "1000", "2000", "3000")
    client = signed_in(around.manager)
    version = client.post(reverse("evidence:keep version", args=[one.id])).headers["Location"]
    opened = re.findall(r'href="([^"]*/figures/changes/people/[^"]*)"', client.get(version).content.decode())
    better = next(html.unescape(address) for address in opened if address.endswith("part=better"))
    page = words_of(client.get(better).content.decode())
    assert "20 people are behind this figure." in page
    assert page.count("“I see people now.” Better") == 20
    assert "different" not in page.casefold().replace("a different", "")
    assert client.get(better.replace("/people/", "/")).status_code == 200
    commissioner = signed_in(around.commissioner)
    theirs = commissioner.get(version).content.decode()
    assert "/figures/changes/?team=" in theirs
    assert "/people/" not in theirs
    assert commissioner.get(better).status_code in (403, 404)


def test_what_is_worth_less_than_was_put_in_says_what_would_have_to_be_true_for_more(around: Neighbourhood) -> None:
    one = begun(around)
    put_in(around, one, "30,000")
    set_(around, one, "proxy", "1000", "2000", "3000")
    page = words_of(signed_in(around.manager).get(reverse("evidence:valuation", args=[one.id])).content.decode())
    assert "£0.50 for each pound put in" in page
    assert "What would have to be true for this to reach £1" in page
    assert "Everything together would have to be worth 2.00 times as much." in page
    assert "times less" not in page


def test_better_and_worse_are_two_changes_and_no_change_valued_twice(around: Neighbourhood) -> None:
    one = begun(around, worse=9)
    put_in(around, one)
    assert "Take care" not in words_of(signed_in(around.manager).get(reverse("evidence:valuation", args=[one.id])).content.decode())


def test_without_figures_as_after_an_upgrade_a_valuation_leads_to_where_they_are_made(around: Neighbourhood) -> None:
    with as_(around.manager):
        one = begin_valuation(around.team, "What the year was worth", YEAR, Sheet(), who="Mina Marlow", by=around.manager, at=now())
    page = signed_in(around.manager).get(reverse("evidence:valuation", args=[one.id]))
    assert page.status_code == 200
    assert "The figures have to be made before this can be worked out." in page.content.decode()
    assert f"{reverse('evidence:locality')}?team={around.team.id}" in page.content.decode()
