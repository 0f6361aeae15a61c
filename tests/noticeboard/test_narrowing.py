"""What may be chosen beside words and a place: each leaves out what it says, is told back in words, and goes by one press."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.directory import in_step
from alongside.directory.actions import encode_some, load_tags, say_of_tags
from alongside.directory.closeness.encoder import known_encoder
from alongside.directory.languages import LANGUAGES
from alongside.directory.models import Entry, Tag
from alongside.directory.tagging.published import read_published
from tests.building import a_coordinator, as_, now
from tests.directory.conftest import LOADER, a_listing, load
from tests.directory.test_tagging import ACTIVITIES
from tests.noticeboard.test_pages import SEARCH, text

pytestmark = pytest.mark.django_db


def names(response) -> set[str]:
    return {one.entry.name for one in response.context["page"].shown}


def told_back(response) -> dict[str, str]:
    """What was chosen, and where the search stands without it."""
    return {one.said: one.without for one in response.context["chosen"]}


@pytest.fixture
def choirs():
    load(*(a_listing(name, f"{name} choir", description="Football songs.") for name in ("Ash", "Birch", "Cedar", "Dale")))
    for name, given in {
        "Ash": {"room": "room", "languages": "Welsh and English; somebody speaks Polish on Thursdays"},
        "Birch": {"room": "full", "languages": "polski"},
        "Cedar": {"room": "waiting", "languages": "Polishing of shoes"},
    }.items():
        Entry.objects.filter(name=f"{name} choir").update(**given)


def tag(code: str, *entries: str) -> str:
    if not Tag.objects.exists():
        with as_(LOADER):
            load_tags(read_published(json.dumps(ACTIVITIES).encode()), by=LOADER, at=now())
    found = Tag.objects.get(code=code)
    sam = a_coordinator()
    with as_(sam):
        say_of_tags([(Entry.objects.get(name=f"{name} choir"), found) for name in entries], "accepted", by=sam, at=now())
    return str(found.id)


@pytest.mark.parametrize("words", ["", "choir"])
def test_where_it_is_known_to_be_full_is_left_out_and_what_nobody_said_is_kept_and_told(client, choirs, words):
    page = client.get(SEARCH, {"words": words, "room": "on"})
    assert names(page) == {"Ash choir", "Dale choir"}
    assert "whether there is room" in text(page)
    assert told_back(page)["There is room"] == ("?words=choir" if words else "?")


@pytest.mark.parametrize("words", ["", "choir"])
def test_only_where_a_language_is_named_by_a_whole_word_of_it(client, choirs, words):
    page = client.get(SEARCH, {"words": words, "spoken": "pl"})
    assert names(page) == {"Ash choir", "Birch choir"}
    assert "Polish is spoken there" in told_back(page)


def test_languages_are_offered_that_somebody_named(client, choirs):
    box = text(client.get(SEARCH)).partition('name="spoken"')[2].partition("</select>")[0]
    assert re.findall(r'value="([a-z]*)"', box) == ["", "en", "pl", "cy"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_a_language_is_named_by_each_of_its_words_and_by_no_part_of_another(language):
    assert [language.is_in(f"({word.lower()}), and more") for word in language.words] == [True] * len(language.words)
    assert [language.is_in(f"x{'x'.join(word.split())}y") for word in language.words] == [False] * len(language.words)


@pytest.mark.parametrize("meaning", [False, True])
def test_a_tag_and_words_count_both_also_where_meaning_is(client, choirs, settings, meaning):
    settings.MEANING = meaning
    in_step.forget()
    while meaning and encode_some(known_encoder()):
        pass
    football = tag("football", "Ash", "Birch")
    Entry.objects.filter(name="Birch choir").update(name="Birch whittling", description="Knives and wood.", stems=["whittl", "knive", "wood"])
    while meaning and encode_some(known_encoder()):
        pass
    assert names(client.get(SEARCH, {"tag": football})) == {"Ash choir", "Birch whittling"}
    assert names(client.get(SEARCH, {"tag": football, "words": "choir"})) == {"Ash choir"}
    in_step.forget()


def test_tags_are_chosen_by_name_and_each_narrows_what_the_others_leave(client, choirs):
    football, walking = tag("football", "Ash", "Birch"), tag("walking_football", "Cedar")
    offered = text(client.get(SEARCH)).partition('name="tag"')[2].partition("</select>")[0]
    assert f'<option value="{walking}">Walking Football</option>' in offered
    assert names(client.get(SEARCH, {"tag": football})) == {"Ash choir", "Birch choir", "Cedar choir"}
    both = client.get(SEARCH, {"tag": [football, walking]})
    assert names(both) == {"Cedar choir"}
    assert told_back(both) == {"About: Football": f"?tag={walking}", "About: Walking Football": f"?tag={football}"}
    assert text(both).count('<input type="hidden" name="tag"') == 2


def test_each_thing_chosen_goes_by_one_press_and_everything_else_stays(client, choirs):
    asked = {"words": "choir & tea", "day": ["2", "4"], "access": ["step free"], "free": "on", "room": "on", "spoken": "pl", "far": "3000", "near": ""}
    page = client.get(SEARCH, asked)
    told = told_back(page)
    assert list(told) == ["Tuesday", "Thursday", "Step-free", "Costs nothing", "There is room", "Polish is spoken there"]
    assert told["Tuesday"] == "?words=choir+%26+tea&day=4&access=step+free&free=on&room=on&spoken=pl&far=3000"
    for said, without in told.items():
        assert f'href="{without}"' in unescape(text(page))
        assert list(told_back(client.get(SEARCH + without))) == [other for other in told if other != said]
    assert page.context["without_chosen"] == "?words=choir+%26+tea&far=3000"


@pytest.mark.parametrize("asked", [{"tag": "x"}, {"tag": ["", "9" * 5000]}, {"tag": "00000000-0000-0000-0000-000000000007"}])
def test_a_tag_that_is_none_asks_for_nothing(client, choirs, asked):
    page = client.get(SEARCH, asked)
    assert (page.status_code, len(names(page)), told_back(page)) == (200, 4, {})


def test_a_language_that_we_have_no_word_for_is_refused_and_what_was_typed_is_kept(client, choirs):
    page = client.get(SEARCH, {"words": "choir", "spoken": "xx"})
    assert page.status_code == 422
    assert 'value="choir"' in text(page)


def test_everything_together_asks_little(client, choirs):
    asked = {"words": "choir", "tag": [tag("football", "Ash"), tag("walking_football", "Ash")], "spoken": "pl", "room": "on", "free": "on"}
    client.get(SEARCH, asked)
    with CaptureQueriesContext(connection) as queries:
        assert names(client.get(SEARCH, asked)) == {"Ash choir"}
    assert len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]) <= 10
