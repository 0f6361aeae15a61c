"""Measures as they are asked: word for word, skippable, kept question by question with who asked, when, and in which way."""

from __future__ import annotations

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.foundation.actor import Role
from alongside.outcomes import actions
from alongside.outcomes.answering import Given, version_of
from alongside.outcomes.measuring import shipped, text_of
from alongside.outcomes.models import Answer, Asking, MeasureFile, TeamMeasure
from alongside.teams.models import Team
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


class Asked:
    """Gwen, her coordinator Sam, the manager of their team, and what the team asks."""

    def __init__(self) -> None:
        self.sam = a_coordinator(a_team())
        self.team = Team.objects.get(id=self.sam.team_id)
        self.manager = an_actor(Role.MANAGER, self.team)
        self.gwen = somebody(self.sam, "Gwen Example", on=days_ago(90))

    def offers(self, key: str, reference: str = "") -> TeamMeasure:
        with as_(self.manager):
            return actions.offer_measure(self.team.id, key, text_of(key), reference=reference, by=self.manager, at=now())

    def page(self, offered: TeamMeasure | None = None) -> str:
        return f"/people/{self.gwen}/measures/" + (f"{offered.id}/" if offered else "")

    def day(self) -> dict[str, str]:
        return {"on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}

    def answered(self, offered: TeamMeasure, ago: int = 0, **numbers: int) -> Asking:
        with as_(self.sam):
            given = [Given(item.replace("_", " "), number) for item, number in numbers.items()]
            return actions.answer_measure(self.gwen, offered.file, given, way="together", on=days_ago(ago), by=self.sam, at=now())


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_every_question_is_asked_word_for_word_and_any_may_be_left_out(asked) -> None:
    ons4 = asked.offers("ons4")
    browser = signed_in(asked.sam)
    page = unescape(browser.get(asked.page(ons4)).content.decode())
    for item in shipped()["ons4"].items:
        assert item.asks in page
    answer = browser.post(asked.page(ons4), {"answer_1": "7", "answer_4": "0", "way": "by telephone"} | asked.day())
    assert answer.status_code == 303
    with as_(asked.sam):
        kept = Asking.objects.get()
        assert {one.item: one.number for one in Answer.objects.all()} == {"satisfied": 7, "anxious": 0}
        assert (kept.by_id, kept.on, kept.way, kept.ended) == (asked.sam.id, today(), "by telephone", "answered")
        assert kept.file.version == version_of(text_of("ons4"))
    shown = browser.get(asked.page()).content.decode()
    assert ("(high)" in shown, "(very low)" in shown) == (True, True)


def test_no_score_stands_where_an_answer_is_missing(asked) -> None:
    loneliness = asked.offers("loneliness")
    asked.answered(loneliness, companionship=3, left_out=2)
    assert "not measured: an answer is missing" in signed_in(asked.sam).get(asked.page()).content.decode()


def test_the_second_day_is_laid_beside_the_first_and_less_anxious_is_better(asked) -> None:
    ons4 = asked.offers("ons4")
    asked.answered(ons4, ago=40, anxious=8, happy=6)
    asked.answered(ons4, anxious=3, happy=4)
    page = " ".join(signed_in(asked.sam).get(asked.page()).content.decode().split())
    assert "8 → 3 (better)" in page
    assert "6 → 4 (worse)" in page


def test_not_today_is_kept_and_is_no_answer(asked) -> None:
    ons4 = asked.offers("ons4")
    browser = signed_in(asked.sam)
    assert browser.post(f"{asked.page(ons4)}not-now/", {"not_today": "1"}).status_code == 303
    with as_(asked.sam):
        assert Asking.objects.get().ended == "not today"
        assert not Answer.objects.exists()
    assert "not today" in browser.get(asked.page()).content.decode()


def test_an_empty_sheet_is_asked_about_and_the_mode_is_never_presumed(asked) -> None:
    ons4 = asked.offers("ons4")
    browser = signed_in(asked.sam)
    empty = browser.post(asked.page(ons4), {"way": "together"} | asked.day())
    assert (empty.status_code, "Nothing is answered yet." in empty.content.decode()) == (422, True)
    no_way = browser.post(asked.page(ons4), {"answer_1": "7"} | asked.day())
    assert (no_way.status_code, "Say how it was answered" in no_way.content.decode()) == (422, True)


def test_areas_of_life_are_managed_or_not_in_their_own_words(asked) -> None:
    areas = asked.offers("seven-areas")
    browser = signed_in(asked.sam)
    given = {"answer_1": "0", "said_1": "The meter eats it.", "said_4": "Nobody since Mam.", "way": "together"} | asked.day()
    assert browser.post(asked.page(areas), given).status_code == 303
    with as_(asked.sam):
        told = {one.item: (one.number, one.words) for one in Answer.objects.all()}
    assert told == {"finance": (0, "The meter eats it."), "social contact": (None, "Nobody since Mam.")}
    page = browser.get(asked.page()).content.decode()
    assert ("not managing" in page, "The meter eats it." in page) == (True, True)


def test_what_somebody_else_owns_is_asked_once_a_licence_is_written_down(asked) -> None:
    browser = signed_in(asked.manager)
    refused = browser.post("/your-team/measures/offer/swemwbs/", {"reference": ""})
    assert refused.status_code == 422
    assert "SWEMWBS belongs to somebody else." in refused.content.decode()
    assert browser.post("/your-team/measures/offer/swemwbs/", {"reference": "Reg. 4711"}).status_code == 303
    with as_(asked.manager):
        offered = TeamMeasure.objects.get()
    asked.answered(offered, **dict.fromkeys(("one", "two", "three", "four", "five", "six", "seven"), 3))
    page = signed_in(asked.sam).get(asked.page()).content.decode()
    assert ("19.25" in page, "all rights reserved" in page) == (True, True)


def test_a_concern_says_what_it_is_about_and_is_compared_with_no_other(asked) -> None:
    mycaw = asked.offers("mycaw", reference="MM-1")
    browser = signed_in(asked.sam)
    nameless = browser.post(asked.page(mycaw), {"answer_1": "5", "way": "together"} | asked.day())
    assert nameless.status_code == 422
    assert "does not say what it is about" in nameless.content.decode()
    for about in ("The stairs", "The letters"):
        assert browser.post(asked.page(mycaw), {"answer_1": "5", "about_1": about, "way": "together"} | asked.day()).status_code == 303
    assert "→" not in browser.get(asked.page()).content.decode()


def test_a_team_adds_questions_of_its_own_by_a_file_and_a_new_version_leaves_the_old_answers_as_they_were(asked) -> None:
    browser = signed_in(asked.manager)

    def brings(text: str):
        return browser.post("/your-team/measures/", {"file": SimpleUploadedFile("Our-Garden.yaml", text.encode()), "reference": ""})

    ours = "name: Our garden\nshort: garden\nabout: One question.\nsource: Nobody but us\nlicence: Apache-2.0\n"
    ours += 'better: more\nfrom: 0\nto: 4\nitems:\n  beans: {asks: "How are the beans?"}\n'
    assert brings(ours).status_code == 303
    with as_(asked.manager):
        first = TeamMeasure.objects.get()
    asked.answered(first, ago=9, beans=2)
    assert brings(ours.replace("How are the beans?", "How are your beans?")).status_code == 303
    with as_(asked.manager):
        assert {one.retired_on is None for one in TeamMeasure.objects.all()} == {True, False}
        assert MeasureFile.objects.filter(key="our-garden").count() == 2
    page = signed_in(asked.sam).get(asked.page()).content.decode()
    assert "How are the beans?" in page
    assert "version " in browser.get("/your-team/measures/").content.decode()
    wrong = brings(ours.replace("better: more", "better: up"))
    assert wrong.status_code == 422
    assert "better, in “items”, “beans”, is “more” or “less”." in wrong.content.decode()


def test_a_file_that_is_no_text_is_refused_in_a_sentence(asked) -> None:
    answer = signed_in(asked.manager).post("/your-team/measures/", {"file": SimpleUploadedFile("ours.yaml", b"\xff\xfe\x00\xd8"), "reference": ""})
    assert (answer.status_code, "This file is no text." in answer.content.decode()) == (422, True)


def test_what_is_taken_back_is_shown_to_nobody(asked) -> None:
    ons4 = asked.offers("ons4")
    asking = asked.answered(ons4, happy=9)
    browser = signed_in(asked.sam)
    assert browser.post(f"/people/{asked.gwen}/measures/taken-back/{asking.id}/").status_code == 303
    assert "very high" not in browser.get(asked.page()).content.decode()


def test_another_team_neither_asks_nor_reads(asked) -> None:
    ons4 = asked.offers("ons4")
    asked.answered(ons4, happy=9)
    other = a_coordinator(a_team())
    assert signed_in(other).get(asked.page()).status_code == 404
    with as_(other):
        assert not Answer.objects.exists()
        assert not TeamMeasure.objects.exists()


@pytest.mark.parametrize("many", [1, 30])
def test_thirty_days_ask_the_database_no_oftener_than_one(asked, many, django_assert_max_num_queries) -> None:
    ons4 = asked.offers("ons4")
    for number in range(many):
        asked.answered(ons4, ago=number, happy=5)
    browser = signed_in(asked.sam)
    browser.get(asked.page())
    with django_assert_max_num_queries(30):
        browser.get(asked.page())
