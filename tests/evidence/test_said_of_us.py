"""Reports 15 and 16: what partners and people say of the team, from a sheet to the number; who left out or was not asked is never nought."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.evidence.models import Extract
from alongside.evidence.reports import every_report
from alongside.feedback import actions
from alongside.feedback.actions import Whom
from alongside.feedback.models import Asked
from alongside.feedback.questions import QUESTIONS
from alongside.feedback.rules import Said
from tests.building import as_, now, signed_in, today
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import table_of, words_of

REPORTS = "/figures/reports/"


def _asked(around: Neighbourhood, people_or_partners: str, how_many: int) -> Asked:
    with as_(around.coordinator):
        return actions.ask(around.team.id, Whom(people_or_partners, how_many, today() + timedelta(days=9)), by=around.coordinator, at=now())


def _came(around: Neighbourhood, asked: Asked, times: int, words: str = "", at=None, **chosen: str) -> None:  # type: ignore[no-untyped-def]
    with as_(around.coordinator):
        for _ in range(times):
            actions.type_in(asked, "paper", Said(chosen, words), by=around.coordinator, at=at or now())


@pytest.fixture
def heard(around: Neighbourhood) -> Neighbourhood:
    """Forty people asked: 24 answers, one would rather not. Three partners asked: two answers.

    | stars      |  5 |  4 |  3 | 1 | left out |      | in touch   | more | same | left out |
    | ---------- | -- | -- | -- | - | -------- |      | ---------- | ---- | ---- | -------- |
    | sheets     | 12 |  8 |  2 | 1 |     1    |      | sheets     |  12  |  8   |     4    |
    """
    people, partners = _asked(around, "people", 40), _asked(around, "partners", 3)
    _came(around, people, 12, stars="5", difference="big", connected="more")
    _came(around, people, 8, stars="4", difference="some", connected="same")
    _came(around, people, 2, stars="3", difference="none")
    _came(around, people, 1, stars="1", difference="harder")
    _came(around, people, 1, words="Seedzq was late.")
    with as_(around.coordinator):
        actions.type_in(people, "aloud", Said(would_rather_not=True), by=around.coordinator, at=now())
    _came(around, partners, 1, valuable="very", rooted="partly")
    _came(around, partners, 1, valuable="cannot say")
    around.extract()
    return around


def test_every_answer_is_counted_once_and_what_was_left_out_is_no_answer(heard: Neighbourhood) -> None:
    browser = signed_in(heard.manager)
    assert table_of(browser, "stars") == {
        "Five stars": "12", "Four stars": "8", "Three stars": "2", "Two stars": "0", "One star": "1", "Left out": "1", "Total": "24",
    }  # fmt: skip
    assert table_of(browser, "difference") == {
        "Yes, a big one": "12", "Yes, some": "8", "No": "2", "It made things harder": "1", "Left out": "1", "Total": "24",
    }  # fmt: skip
    assert table_of(browser, "in-touch") == {"Yes, more": "12", "About the same": "8", "Less": "0", "Left out": "4", "Total": "24"}
    assert table_of(browser, "asked-of-us") == {"People": "40", "Partners": "3", "Total": "43"}
    assert table_of(browser, "rooted") == {"Yes": "0", "Partly": "1", "No": "0", "Cannot say": "0", "Left out": "1", "Total": "2"}


def test_the_report_says_a_share_of_those_who_answered_with_how_many_were_asked(heard: Neighbourhood) -> None:
    page = words_of(signed_in(heard.manager).get(f"{REPORTS}feedback/").content.decode())
    # 20 of 23 who gave stars, 20 of 20 who said whether they are in touch.
    assert "87% of those who answered said: five stars or four stars" in page
    assert "How was it to have us alongside you? five stars or four stars 20 23 87% 40" in page
    assert "Are you more in touch with people around you than before? yes, more 12 20 60% 40" in page
    partners = words_of(signed_in(heard.manager).get(f"{REPORTS}partners/").content.decode())
    assert "very valuable or fairly valuable 1 2 not told 3" in partners
    assert "Too few answers for a share of them" in partners


def test_where_nobody_was_asked_the_report_says_that_this_is_no_answer(around: Neighbourhood) -> None:
    around.extract()
    page = words_of(signed_in(around.manager).get(f"{REPORTS}feedback/").content.decode())
    assert "Nobody answered in this period. That does not mean that nobody has anything to say" in page


def test_no_word_that_anybody_wrote_is_in_an_extract_a_page_or_a_file(heard: Neighbourhood) -> None:
    for seat in (heard.manager, heard.commissioner):
        browser = signed_in(seat)
        for path in ("feedback/", "partners/"):
            assert "Seedzq" not in browser.get(f"{REPORTS}{path}").content.decode()
    made = heard.extract()
    with as_(heard.manager):
        assert b"Seedzq" not in bytes(Extract.objects.get(id=made.id).payload or b"")


def test_small_numbers_are_held_back_where_it_leaves_and_what_is_made_of_them_too(around: Neighbourhood) -> None:
    when = now().replace(year=last_year().year, month=last_year().month, day=last_year().day)
    with as_(around.coordinator):
        people = actions.ask(around.team.id, Whom("people", 60, when.date() + timedelta(days=9)), by=around.coordinator, at=when)
    _came(around, people, 31, at=when, stars="5", difference="big", connected="more")
    _came(around, people, 12, at=when, stars="4", difference="some", connected="same")
    _came(around, people, 3, at=when, stars="1", difference="harder", connected="less")
    around.extract()
    page = words_of(signed_in(around.commissioner).get(f"{REPORTS}feedback/").content.decode())
    assert "One star held back" in page
    sheet = signed_in(around.commissioner).get(f"{REPORTS}feedback.csv", {"as": "leaves"}).content.decode()
    assert "held back" in sheet
    assert ",3," not in sheet
    assert ",3\r" not in sheet


def test_each_question_is_counted_by_one_figure_of_its_report(db: None) -> None:
    figures = {figure.parts: report for report in ("partners", "feedback") for figure in every_report()[report].figures}
    names = {"stars": "STARS", "difference": "DIFFERENCES", "connected": "CONNECTED", "valuable": "VALUABLE", "rooted": "ROOTED"}
    assert [figures[f"feedback.{names[one.key]}"] for one in QUESTIONS] == ["feedback"] * 3 + ["partners"] * 2
    assert all(one.source and set(one.good) <= {word.stored for word in one.answers} for one in QUESTIONS)
