"""Two neighbours who say the same are two who would come; one of them, pressed twice, is one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.connections.actions import climb, connect
from alongside.connections.models import GapOf
from alongside.directory.models import Gap
from alongside.journeys.actions import write_note
from alongside.people.models import Person
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def eddie(sam):
    key = somebody(sam, "Eddie Marsh")
    with as_(sam):
        return Person.objects.get(id=key)


def test_a_second_neighbour_with_the_same_wish_is_counted_and_hears_of_it(sam, eddie):
    gwen = somebody(sam, "Gwen Pettifer")
    pressed = []
    with as_(sam):
        for person in (eddie, Person.objects.get(id=gwen)):
            made = connect(person, "Fern Anglers", kind="community", on=days_ago(20), by=sam, at=now())
            climb(made, "not for me", on=days_ago(2), words="No way to get there", because="too far", by=sam, at=now())
            pressed.append(reverse("desk:wish from not for me", args=[person.id, made.id]))
    browser = signed_in(sam)
    said = [text(browser.post(there, {"on_their_page": "1"}, follow=True)) for there in pressed]
    assert ["The wish is kept on their page" in one for one in said] == [True, True]
    with as_(sam):
        assert list(Gap.objects.values_list("words", flat=True)) == ["Fern Anglers", "Fern Anglers"]
        assert set(GapOf.objects.values_list("person_id", flat=True)) == {eddie.id, gwen}


def test_a_wish_kept_without_a_name_comes_onto_his_page_when_that_is_chosen_later(sam, eddie):
    with as_(sam):
        note = write_note(eddie, "Eddie would love to go fishing again.", on=today(), how="visit", by=sam, at=now())
    browser, there = signed_in(sam), reverse("desk:wish from note", args=[eddie.id, note.id])
    browser.post(there)
    assert "now it is on their page too" in text(browser.post(there, {"on_their_page": "1"}, follow=True))
    assert "This wish is kept already." in text(browser.post(there, {"on_their_page": "1"}, follow=True))
    with as_(sam):
        assert (Gap.objects.count(), GapOf.objects.get().person_id) == (1, eddie.id)
