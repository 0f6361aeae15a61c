"""School terms: typed or pasted a line each, and what meets in them goes by them."""

from __future__ import annotations

import json
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.actions import SessionTold, add_session, keep_entry
from alongside.directory.meeting import WEEKLY, rule_of
from alongside.directory.told import Told
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.places.actions import keep_terms
from alongside.places.models import Locality, Postcode, SchoolTerm
from alongside.places.queries import terms_at
from alongside.places.terms import Term, read_terms, school_year, written_all
from tests.building import a_coordinator, an_actor, as_, now, signed_in, today

AUTUMN = Term(date(2026, 9, 3), date(2026, 10, 23), "Autumn")
SPRING = Term(date(2027, 1, 5), date(2027, 2, 12))


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    "line",
    [
        "Autumn: 3 September 2026 to 23 October 2026",
        "Autumn: Thursday 3rd September – Friday 23rd October 2026",
        "Autumn 03/09/2026 - 23/10/2026",
        "Autumn\t2026-09-03\t2026-10-23",
        "Autumn | 3 Sept 2026 | 23 Oct. 2026",
        "Autumn starts on 3.9.2026 and ends on 23.10.2026",
    ],
)
def test_a_line_is_read_as_councils_write_it(line):
    assert [(one.starts_on, one.last_day) for one in read_terms(line)] == [(AUTUMN.starts_on, AUTUMN.last_day)]
    assert read_terms(line)[0].name.startswith("Autumn")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Autumn: 3 September 2026", "Line 1 has no two dates"),
        ("Autumn: 3 September 2026 to 23 October 2026\n\nsee the council's page", "Line 3 has no two dates"),
        ("3 September to 23 October", "Line 1 has no two dates"),
        ("3 September 2026 to 31 November 2026", "names a day that there is not"),
        ("23 October 2026 to 3 September 2026", "the last day is before the first"),
        ("Half term: 26 October 2026 to 30 October 2026", "looks like a holiday"),
        ("Summer holiday: 22 July 2026 to 1 September 2026", "looks like a holiday"),
        ("All year: 3 September 2026 to 21 July 2027", "longer than a term can be"),
        ("3 September 2026 to 23 October 2026\n20 October 2026 to 18 December 2026", "lie on top of each other"),
    ],
)
def test_what_is_no_term_is_refused_with_its_line(lines, said):
    with pytest.raises(Refused, match=said):
        read_terms(lines)


@given(st.lists(st.tuples(st.integers(15, 60), st.integers(1, 30), st.sampled_from(["", "Autumn 1", "Spring"])), max_size=7))
def test_terms_that_are_written_out_are_read_the_same(given):
    terms, day = [], date(2026, 9, 1)
    for days, gap, name in given:
        terms.append(Term(day, day + timedelta(days=days), name))
        day = terms[-1].last_day + timedelta(days=gap)
    assert read_terms(written_all(terms)) == terms


@pytest.fixture
def an_administrator(db):
    return an_actor(Role.ADMINISTRATOR)


def test_a_year_is_kept_put_right_and_taken_away_and_what_changes_nothing_writes_nothing(an_administrator):
    def keep(*terms: Term) -> set[object]:
        with as_(an_administrator):
            keep_terms("", 2026, terms, by=an_administrator, at=now())
        return set(SchoolTerm.objects.values_list("id", flat=True))

    first = keep(AUTUMN, SPRING)
    assert (len(first), keep(AUTUMN, SPRING)) == (2, first)
    assert len(keep(AUTUMN)) == 1
    assert keep() == set()


def test_a_term_of_another_year_or_on_top_of_one_is_refused_and_nothing_changes(an_administrator):
    with as_(an_administrator):
        keep_terms("", 2026, [AUTUMN, Term(date(2027, 6, 7), date(2027, 8, 4))], by=an_administrator, at=now())
    for year, terms in ((2026, [Term(date(2027, 9, 2), date(2027, 10, 22))]), (2027, [Term(date(2027, 8, 2), date(2027, 10, 22))])):
        with as_(an_administrator), pytest.raises(Refused, match=r"school year|on top"):
            keep_terms("", year, terms, by=an_administrator, at=now())
    assert SchoolTerm.objects.count() == 2


def test_nobody_else_keeps_them(db):
    sam = a_coordinator()
    with as_(sam), pytest.raises(NotYours, match="administrator"):
        keep_terms("", 2026, [AUTUMN], by=sam, at=now())


def test_a_council_with_dates_of_its_own_goes_by_those_and_all_else_by_the_others(an_administrator):
    for number, council in enumerate(("Fernshire", "Brookshire")):
        there = Locality.objects.create(name=f"{council} North", council=council)
        Postcode.objects.create(postcode=f"ZZ99 3A{number}", latitude=53.4, longitude=-2.3, locality=there)
    with as_(an_administrator):
        keep_terms("Fernshire", 2026, [AUTUMN], by=an_administrator, at=now())
        assert terms_at(["ZZ99 3A0", "ZZ99 3A1", ""]) == {"ZZ99 3A0": [AUTUMN]}
        keep_terms("", 2026, [SPRING], by=an_administrator, at=now())
        assert terms_at(["ZZ99 3A0", "ZZ99 3A1", ""]) == {"ZZ99 3A0": [AUTUMN], "ZZ99 3A1": [SPRING], "": [SPRING]}


@pytest.fixture
def homework_club(db):
    sam = a_coordinator()
    with as_(sam):
        entry = keep_entry(Told("Fern homework club", "group", days=(1,)), by=sam, at=now())
        add_session(entry, SessionTold(today(), rule_of(WEEKLY, today()), time(16), time(17), term_time=True), by=sam, at=now())
    return entry


def test_without_term_dates_it_is_said_in_words(homework_club, client):
    page = text(client.get(f"/around/{homework_club.id}/"))
    assert "The dates of terms are not known here" in page
    assert "only in school terms, and their dates are not known here" in text(client.get("/around/?words=homework"))


def test_in_the_holidays_the_page_the_card_and_the_search_say_when_it_is_next(homework_club, client, an_administrator):
    begins = today() + timedelta(days=21)
    with as_(an_administrator):
        keep_terms("", school_year(begins), [Term(begins, begins + timedelta(days=20))], by=an_administrator, at=now())
    page, card = (text(client.get(f"/around/{homework_club.id}/{part}")) for part in ("", "card/"))
    days = [begins + timedelta(days=7 * week) for week in range(3)]
    wanted = "; ".join(f"{day.day} {day:%B} {day.year}" for day in days)
    assert f"Next: {wanted}<" in page
    assert f"The dates of terms after {(begins + timedelta(days=20)).day} {begins + timedelta(days=20):%B %Y} are not known yet." in page
    assert "Only in school terms" in card
    assert f"{days[0].day} {days[0]:%B}" in card
    assert f"school holidays: not before {days[0]:%A} {days[0].day} {days[0]:%B}" in text(client.get("/around/?words=homework"))
    group = json.loads(client.get(f"/around/{homework_club.id}/").context["described"])["@graph"][1]
    (schedule,) = group["event"][0]["eventSchedule"]
    assert (schedule["startDate"], schedule["endDate"]) == (days[0].isoformat(), (begins + timedelta(days=20)).isoformat())


def test_an_administrator_writes_a_year_and_a_wrong_line_keeps_every_word(an_administrator):
    client = signed_in(an_administrator)
    assert "No term dates are known yet" in text(client.get("/school-terms/"))
    there = "/school-terms/year/?year=2026"
    wrong = client.post(there, {"lines": "Autumn: 3 September 2026 to 23 October 2026\nHalf term: 26 October 2026 to 30 October 2026"})
    assert (wrong.status_code, SchoolTerm.objects.count()) == (422, 0)
    assert "Line 2 looks like a holiday" in text(wrong)
    assert "Half term: 26 October" in text(wrong)
    assert client.post(there, {"lines": "Autumn: 3 September 2026 to 23 October 2026"}).status_code == 303
    page = text(client.get("/school-terms/"))
    assert "Autumn: 3 September 2026 to 23 October 2026" in page
    assert "Autumn: 3 September 2026 to 23 October 2026" in text(client.get(there))


def test_a_coordinator_has_no_such_page(db):
    client = signed_in(a_coordinator())
    assert client.get("/school-terms/").status_code == 403
    assert client.get("/school-terms/year/?of=Nowhere").status_code == 403
