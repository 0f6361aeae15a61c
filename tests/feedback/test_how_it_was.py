"""How it was: asked by a link or a sheet, answered without a name, read by the team."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from django.urls import reverse

from alongside.feedback import actions
from alongside.feedback.actions import Whom
from alongside.feedback.links import address_of
from alongside.feedback.models import Asked, Heard, Words
from alongside.feedback.queries import Came, what_came
from alongside.feedback.rules import Said
from alongside.foundation.actor import NOBODY, Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.teams.models import Team
from alongside.trail.doing import acting
from tests.building import a_coordinator, a_locality, as_, now, signed_in, today

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def asked(by: Actor, people_or_partners: str = "people", how_many: int = 1, **given: Any) -> Asked:
    assert by.team_id
    with as_(by):
        return actions.ask(by.team_id, Whom(people_or_partners, how_many, **({"until": today() + timedelta(days=9)} | given)), by=by, at=now())


def sam_team(sam: Actor) -> Team:
    return Team.objects.get(id=sam.team_id)


def says(link: Asked, words: str = "", **chosen: str) -> None:
    with as_(NOBODY):
        actions.say_how_it_was(link.reference, Said(chosen, words), by=NOBODY, at=now())


def page_of(link: Asked) -> str:
    return reverse("feedback:how it was", args=[address_of(link.reference)])


def read(by: Actor, rows: Any) -> list[Any]:
    with as_(by):
        return list(rows)


def test_gwen_answers_by_the_link_without_a_login_and_nothing_says_that_it_was_her():
    sam = a_coordinator()
    link = asked(sam)
    page = Client().get(page_of(link))
    assert (page.status_code, "How was it to have us alongside you?" in page.content.decode()) == (200, True)
    sent = Client().post(page_of(link), {"stars": "4", "difference": "some", "connected": "", "words": "You never hurried me."})
    assert (sent.status_code, sent.url) == (303, f"{page_of(link)}?thanks=1")
    (heard,) = read(sam, Heard.objects.values("people_or_partners", "way", "ended", "stars", "difference", "connected", "team_id"))
    assert heard == {
        "people_or_partners": "people", "way": "link", "ended": "answered", "stars": "4", "difference": "some", "connected": "", "team_id": sam.team_id,
    }  # fmt: skip
    (words,) = read(sam, Words.objects.values_list("words", "month"))
    asked_again = asked(sam)
    assert words == ("You never hurried me.", today().replace(day=1))
    # No table leads from an answer to a link, to whoever asked, or from the answer to the words.
    assert {field.name for model in (Heard, Words) for field in model._meta.fields if field.is_relation} == {"team", "locality"}
    with acting(NOBODY) as lines:
        actions.say_how_it_was(asked_again.reference, Said({"stars": "4"}), by=NOBODY, at=now())
        assert [(line["verb"], line["about"], line["people"]) for line in lines.waiting] == [("said by a link how it was", "link", [])]


def test_a_link_answers_as_often_as_were_asked_and_then_says_so():
    sam = a_coordinator()
    link = asked(sam, how_many=2)
    says(link, stars="5")
    says(link, stars="2")
    with pytest.raises(Refused, match="As many have answered as were asked"):
        says(link, stars="5")
    assert "This was answered already" in Client().get(page_of(link)).content.decode()
    late = Client().post(page_of(link), {"stars": "1", "words": "Kept for her."})
    assert (late.status_code, "Kept for her." in late.content.decode()) == (422, True)


def test_opening_it_answers_nothing_and_an_empty_sheet_is_neither_an_answer_nor_a_no():
    sam = a_coordinator()
    link = asked(sam)
    Client().get(page_of(link))
    page = Client().post(page_of(link), {})
    assert (page.status_code, "say that you would rather not" in page.content.decode()) == (422, True)
    with as_(sam):
        assert what_came(sam.team_id) == [Came("people", 1, 0, 0), Came("partners", 0, 0, 0)]


def test_whoever_would_rather_not_is_asked_and_answers_nothing():
    sam = a_coordinator()
    link = asked(sam, how_many=3)
    Client().post(page_of(link), {"would_rather_not": "1", "stars": "1", "words": "Never mind."})
    says(link, stars="5")
    with as_(sam):
        (people, _) = what_came(sam.team_id)
        assert (people.asked, people.answered, people.would_not, people.nothing_yet) == (3, 1, 1, 1)
        assert sorted(Heard.objects.values_list("ended", "stars")) == [("answered", "5"), ("would rather not", "")]
        assert not Words.objects.exists()


def test_a_sheet_on_paper_is_typed_in_after_the_link_is_over_and_says_how_it_came():
    sam = a_coordinator()
    link = asked(sam, "partners", 2)
    with as_(sam):
        actions.end_link(link, by=sam, at=now())
    assert Client().get(page_of(link)).status_code == 404
    with pytest.raises(Refused, match="opens nothing any more"):
        says(link, valuable="very")
    form = {"how_told": "paper", "valuable": "fairly", "rooted": "", "words": ""}
    assert signed_in(sam).post(reverse("feedback:type in", args=[link.id]), form).status_code == 303
    assert signed_in(sam).post(reverse("feedback:type in", args=[link.id]), form | {"would_rather_not": "1"}).status_code == 303
    assert sorted(read(sam, Heard.objects.values_list("way", "ended", "valuable"))) == [("paper", "answered", "fairly"), ("paper", "would rather not", "")]


def test_a_mistyped_sheet_is_taken_back_for_a_quarter_of_an_hour_by_whoever_typed_it_and_nothing_else_is():
    sam = a_coordinator()
    link = asked(sam, how_many=3)
    says(link, stars="5")
    browser, back = signed_in(sam), reverse("feedback:take back", args=[link.id])
    there = reverse("feedback:asked", args=[link.id])
    assert (back in browser.get(there).content.decode(), browser.post(back).status_code) == (False, 422)
    mistyped = {"how_told": "paper", "stars": "1", "words": "The garden."}
    assert browser.post(reverse("feedback:type in", args=[link.id]), mistyped).status_code == 303
    assert back in browser.get(there).content.decode()
    assert signed_in(a_coordinator(sam_team(sam))).post(back).status_code == 422
    assert browser.post(back).status_code == 303
    assert (read(sam, Heard.objects.values_list("stars", "way")), read(sam, Words.objects.all())) == ([("5", "link")], [])
    assert read(sam, Asked.objects.values_list("answered", flat=True)) == [1]
    assert browser.post(back).status_code == 422
    assert browser.post(reverse("feedback:type in", args=[link.id]), mistyped | {"stars": "4"}).status_code == 303
    held = browser.session
    held["typed in how it was"] |= {"at": (now() - timedelta(minutes=16)).isoformat()}
    held.save()
    assert (back in browser.get(there).content.decode(), browser.post(back).status_code) == (False, 422)


def test_no_answer_that_came_by_a_link_and_none_of_last_week_is_taken_back():
    sam = a_coordinator()
    link = asked(sam, how_many=3)
    says(link, stars="2")
    with as_(sam):
        typed = actions.type_in(link, "paper", Said({"stars": "4"}), by=sam, at=now() - timedelta(days=7))
        by_link = Heard.objects.get(way="link").id
    for one in (typed, actions.Typed(by_link, None)):
        with as_(sam), pytest.raises(Refused, match="cannot be taken back any more"):
            actions.take_back(link, one, by=sam, at=now())
    assert len(read(sam, Heard.objects.all())) == 2


def test_another_team_reads_none_of_it_types_nothing_in_and_takes_nothing_away():
    sam, other = a_coordinator(), a_coordinator()
    link = asked(sam, how_many=5)
    says(link, "The stairs are dark.", stars="3")
    assert read(other, Asked.objects.all()) == read(other, Heard.objects.all()) == read(other, Words.objects.all()) == []
    for name in ("asked", "type in", "send"):
        assert signed_in(other).get(reverse(f"feedback:{name}", args=[link.id])).status_code == 404
    (words,) = read(sam, Words.objects.all())
    assert signed_in(other).post(reverse("feedback:dealt with", args=[words.id])).status_code == 404
    with as_(other), pytest.raises(NotYours):
        actions.type_in(link, "paper", Said({"stars": "5"}), by=other, at=now())
    with as_(other), connection.cursor() as cursor:
        cursor.execute("SELECT came FROM feedback_take(%s, 'paper', '{\"ended\": \"answered\"}', current_date)", [link.reference])
        assert cursor.fetchone()[0] == "over"


def test_nobody_writes_changes_or_takes_away_an_answer_but_the_function():
    sam = a_coordinator()
    says(asked(sam), stars="1")
    with as_(sam):
        assert (Heard.objects.update(stars="5"), Heard.objects.all().delete()[0]) == (0, 0)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Heard.objects.create(team_id=sam.team_id, people_or_partners="people", way="paper", on=today(), ended="answered", stars="5")


def test_what_was_written_goes_once_it_is_dealt_with_and_after_two_years():
    sam = a_coordinator()
    link = asked(sam, how_many=5)
    says(link, "Ring me about the garden.", stars="5")
    says(link, "Thank you.")
    words = next(one for one in read(sam, Words.objects.all()) if one.words == "Thank you.")
    assert signed_in(sam).post(reverse("feedback:dealt with", args=[words.id])).status_code == 303
    assert read(sam, Words.objects.values_list("words", flat=True)) == ["Ring me about the garden."]
    long_after = now() + timedelta(days=800)
    with as_(sam):
        actions.type_in(link, "paper", Said({"stars": "4"}), by=sam, at=long_after)
    assert read(sam, Words.objects.all()) == []


def test_what_nobody_could_answer_is_not_asked():
    sam = a_coordinator()
    elsewhere = a_locality("Mosshill")
    with pytest.raises(Refused, match="how many are asked"):
        asked(sam, how_many=0)
    with pytest.raises(Refused, match="one day at least"):
        asked(sam, until=today())
    with pytest.raises(Refused, match="none of the team’s"):
        asked(sam, locality_id=elsewhere.id)


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_takes_as_many_questions_for_thirty_as_for_one(many: int, django_assert_max_num_queries: Any):
    sam = a_coordinator()
    for _ in range(many):
        says(asked(sam), "Good.", stars="4")
    browser = signed_in(sam)
    browser.get(reverse("feedback:feedback"))
    with django_assert_max_num_queries(24):
        page = browser.get(reverse("feedback:feedback"))
    assert page.content.decode().count("Dealt with: take it away") == many
