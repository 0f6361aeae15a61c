"""What somebody brings, several at a time, and what they would like to be asked: their choice, withdrawn at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.people.models import Gift, LikesToBeAsked
from tests.building import a_coordinator, as_, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys-Marlow")


def test_several_gifts_are_written_down_in_one_go(sam, gwen):
    page = reverse("desk:gifts", args=[gwen])
    assert signed_in(sam).post(page, {"words_1": "Can grow anything", "words_4": "Plays the cornet"}).status_code == 303
    with as_(sam):
        assert list(Gift.objects.filter(person_id=gwen).order_by("at", "id").values_list("words", flat=True)) == ["Can grow anything", "Plays the cornet"]


def test_nothing_written_is_asked_for_and_not_kept(sam, gwen):
    answer = signed_in(sam).post(reverse("desk:gifts", args=[gwen]), {"words_1": " "})
    assert (answer.status_code, "Say what they bring" in answer.content.decode()) == (422, True)


def test_a_gift_is_put_right_and_ended_and_brought_back(sam, gwen):
    browser = signed_in(sam)
    browser.post(reverse("desk:gifts", args=[gwen]), {"words_1": "Plays the corner"})
    with as_(sam):
        gift = Gift.objects.get(person_id=gwen)
    browser.post(reverse("desk:put gift right", args=[gwen, gift.id]), {"words": "Plays the cornet"})
    browser.post(reverse("desk:end gift", args=[gwen, gift.id]))
    with as_(sam):
        found = Gift.objects.get(id=gift.id)
        assert (found.words, found.until) == ("Plays the cornet", today())
    browser.post(reverse("desk:end gift", args=[gwen, gift.id]))
    with as_(sam):
        assert Gift.objects.get(id=gift.id).until is None


def test_being_asked_is_their_choice_and_says_how_they_chose(sam, gwen):
    browser, page = signed_in(sam), reverse("desk:likes to be asked", args=[gwen])
    refused = browser.post(page, {"words": "Company on a walk"})
    assert (refused.status_code, "Say how they said so" in refused.content.decode()) == (422, True)
    assert browser.post(page, {"words": "Company on a walk", "how_they_said_so": "aloud, at home"}).status_code == 303
    theirs = reverse("desk:person", args=[gwen])
    assert "Company on a walk" in browser.get(theirs).content.decode()
    with as_(sam):
        row = LikesToBeAsked.objects.get(person_id=gwen)
    browser.post(reverse("desk:rather not", args=[gwen, row.id]))
    assert "Company on a walk" not in browser.get(theirs).content.decode()
    assert "withdrawn" in browser.get(page).content.decode()
