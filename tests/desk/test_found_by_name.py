"""Somebody is found as people are spoken of: with a title or without, by the sound of a name, and before everybody in a street of that name."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.foundation.words import Vocabulary
from alongside.people.actions import say_where
from alongside.people.models import Person
from alongside.people.queries import named
from tests.building import a_coordinator, a_team, as_, now, signed_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(params=list(Vocabulary))
def sam(request):
    return a_coordinator(a_team(vocabulary=request.param))


@pytest.fixture(autouse=True)
def neighbours(sam):
    for name, called, address in (
        ("Abigail Brown", "", "3 Smithy Fold"),
        ("Maureen Tolley", "Mo", "9 Fern Row"),
        ("Anna Smithson", "", ""),
        ("Zoe Smith", "", "1 Smithy Fold"),
        ("Bert Smyth", "", ""),
    ):
        key = somebody(sam, name, likes_to_be_called=called)
        with as_(sam):
            say_where(Person.objects.get(id=key), address=address, postcode="", phone="", email="", by=sam, at=now())


def in_the_list(sam, words):
    browser = signed_in(sam)
    browser.post(reverse("desk:people"), {"words": words})
    return re.findall(r'class="row__link"[^>]*>([^<]+)</a>', browser.get(reverse("desk:people") + "?whose=called").content.decode())


def on_the_note(sam, words):
    page = signed_in(sam).post(reverse("desk:note people"), {"find": words, "offered": "nobody"}).content.decode()
    return re.findall(r'checkboxes__label" for="people-[^>]*>([^<]+?)\s*<', page)


@pytest.mark.parametrize("words", ["Mrs Tolley", "mrs. tolley", "Ms Maureen Tolley", "Bns Tolley", "Mo Tolley", "Moe Tolley", "Moe", "Maureen Tolly"])
def test_she_is_found_however_she_is_spoken_of(sam, words):
    assert in_the_list(sam, words) == ["Maureen Tolley"]
    assert on_the_note(sam, words)[0] == "Maureen Tolley"


@pytest.mark.parametrize("words", ["Smith", "Mr Smith"])
def test_names_stand_before_streets_and_whole_names_before_beginnings(sam, words):
    first = ["Zoe Smith", "Anna Smithson", "Bert Smyth", "Abigail Brown"]
    assert in_the_list(sam, words) == first
    assert on_the_note(sam, words)[:4] == first
    with as_(sam):
        assert [one.name for one in named(words)] == first


def test_a_title_alone_is_what_was_looked_for(sam):
    somebody(sam, "Lady from the flats")
    assert in_the_list(sam, "Lady") == ["Lady from the flats"]
