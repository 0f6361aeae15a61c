"""The pages by which one of us says what an entry is about."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from alongside.directory.actions import load_tags, look_for_tags
from alongside.directory.models import Entry, Tag, Tagging
from alongside.directory.tagging.published import read_published
from tests.building import a_coordinator, as_, now, signed_in
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty
from tests.directory.conftest import LOADER, a_listing, load
from tests.directory.test_tagging import ACTIVITIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    with as_(LOADER):
        load_tags(read_published(json.dumps(ACTIVITIES).encode()), by=LOADER, at=now())
    load(a_listing("1", "Fern club", description="Walking football on Mondays."))
    return signed_in(a_coordinator(name="Sam Holt"))


def text(response) -> str:
    return " ".join(response.content.decode().split())


def page() -> str:
    return f"/around/{Entry.objects.get(name='Fern club').id}/tags/"


def test_each_suggestion_says_why_and_is_accepted_refused_and_taken_back_in_one_tap(sam):
    assert "Because it says: “Walking football”" in text(sam.get(page()))
    football, walking = (str(Tag.objects.get(code=code).id) for code in ("football", "walking_football"))
    for do, key in (("accept", walking), ("refuse", football), ("back", football)):
        assert sam.post(page(), {do: "", "tag": key}).status_code == 303
    assert list(Tagging.objects.filter(taken_back_at__isnull=True).values_list("verdict", "tag__code")) == [("accepted", "walking_football")]
    anybody = text(Client().get(page().removesuffix("tags/")))
    assert f'?tag={walking}">Walking Football</a>' in anybody
    assert "</span>About: Football " in text(Client().get("/around/", {"tag": football}))
    assert "Fern club" in text(Client().get("/around/", {"tag": football}))


def test_one_is_added_by_typing_and_what_no_list_has_comes_back_with_a_sentence(sam):
    wrong = sam.post(page(), {"add": "", "name": "Footbal"})
    assert wrong.status_code == 422
    assert 'value="Footbal"' in text(wrong)
    assert sam.post(page(), {"add": "", "name": "Football (Activities)"}).status_code == 303


def test_many_are_accepted_at_once_and_taken_back_at_once(sam):
    sam.post("/around/to-tag/", {"read": ""})
    listed = sam.get("/around/to-tag/")
    keys = [str(one.id) for _, ones in listed.context["groups"] for one in ones]
    assert len(keys) == 2
    assert "2 suggestions are accepted." in text(sam.post("/around/to-tag/", {"accept": "", "of": keys}, follow=True))
    assert Tagging.objects.filter(taken_back_at__isnull=True).count() == 2
    sam.post("/around/to-tag/", {"undo": ""})
    assert Tagging.objects.filter(taken_back_at__isnull=True).count() == 0
    assert sam.post("/around/to-tag/", {"accept": ""}).status_code == 422


def test_where_no_list_of_tags_is_loaded_both_pages_say_so():
    load(a_listing("1", "Fern club"))
    sam = signed_in(a_coordinator(name="Sam Holt"))
    assert ["No list of tags is loaded yet." in text(sam.get(url)) for url in ("/around/to-tag/", page())] == [True, True]


def test_the_list_asks_the_same_of_one_and_of_thirty(sam):
    def write() -> str:
        word = a_word()
        load(a_listing(word, f"{word} club", description="Football."))
        with as_(LOADER):
            look_for_tags(by=LOADER, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(sam, "/around/to-tag/", write)
