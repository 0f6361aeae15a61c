"""Contacts with nobody named are the team's alone, and can be taken back, or put on somebody's page and off again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.journeys import actions
from alongside.journeys.models import Nameless, Note
from alongside.teams.models import Team
from tests.building import a_coordinator, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def contact(sam):
    with as_(sam):
        return actions.count_nameless("Asked about the lunch club.", on=today(), how="out", by=sam, at=now())


def to(name, contact):
    return reverse(f"desk:{name}", args=[contact.id])


def test_the_team_sees_it_and_nobody_else(sam, contact):
    colleague, stranger = a_coordinator(Team.objects.get(id=sam.team_id)), a_coordinator()
    seen = ["lunch club" in signed_in(who).get(reverse("desk:light contacts")).content.decode() for who in (sam, colleague, stranger)]
    assert seen == [True, True, False]


@pytest.mark.parametrize("name", ["known after all", "take back contact"])
def test_to_another_team_there_is_no_such_contact(name, contact):
    gwen_elsewhere = a_coordinator()
    assert signed_in(gwen_elsewhere).post(to(name, contact), {"people": [somebody(gwen_elsewhere)]}).status_code == 404
    assert Note.objects.count() == 0


def test_it_was_gwen_and_then_it_was_not(sam, contact):
    gwen, browser = somebody(sam, "Gwen Prys"), signed_in(sam)
    browser.post(to("known after all", contact), {"people": [gwen], f"only-{gwen}": "Her knee is better."})
    page = browser.get(reverse("desk:person", args=[gwen])).content.decode()
    assert ("Asked about the lunch club." in page, "Her knee is better." in page) == (True, True)
    with as_(sam):
        note = Note.objects.get()
    answer = browser.post(reverse("desk:not known after all", args=[gwen, note.id]))
    assert answer["Location"] == reverse("desk:light contacts")
    with as_(sam):
        assert (Note.objects.count(), Nameless.objects.get().ended_as) == (0, "")


def test_nobody_ticked_is_asked_for_and_nothing_happens(sam, contact):
    answer = signed_in(sam).post(to("known after all", contact))
    assert (answer.status_code, "Tick one person" in answer.content.decode()) == (422, True)


def test_taken_back_and_brought_back_with_one_button(sam, contact):
    browser, ended = signed_in(sam), []
    for _ in range(2):
        browser.post(to("take back contact", contact))
        with as_(sam):
            ended.append(Nameless.objects.get().ended_as)
    assert ended == ["taken back", ""]
