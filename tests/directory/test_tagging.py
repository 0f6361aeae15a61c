"""Tags: suggested from an entry's words and always with why; accepted or refused by people; never written over by a source."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.actions import keep_learned, load_tags, look_for_tags, say_of_tags, take_back_tags
from alongside.directory.models import Entry, SuggestedTag, Tag, Tagging
from alongside.directory.queries import find
from alongside.directory.tagging.judging import judged
from alongside.directory.tagging.learning import Example, Learned, learn
from alongside.directory.tagging.naming import Named, Names
from alongside.directory.tagging.published import read_published
from alongside.directory.tagging.queries import suggestions, tag_called, unread, waiting
from alongside.directory.tagging.suggesting import suggested
from alongside.directory.wishing import Wish
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from tests.building import a_coordinator, an_actor, as_, now, today
from tests.directory.conftest import LOADER, a_listing, load

ACTIVITIES = {
    "id": "https://example.org/activities",
    "title": "Activities",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "concept": [
        {"id": "#1", "type": "Concept", "notation": "football", "prefLabel": "Football"},
        {"id": "#2", "type": "Concept", "notation": "walking_football", "prefLabel": "Walking Football", "broader": ["#1"], "altLabel": ["Slow soccer"]},
    ],
}
CAUSES = r"""Code,tag,Category,Subcategory,Level,Regular expression,Exclude regular expression
AN,Animals,Animals,,1,\b(animals?)\b,
AN101,Cats,Animals,,3,\b(cats?)\b,\bcopy cats\b
"""
CAUSE_NAMES = Names(read_published(CAUSES.encode()).tags)


def test_a_list_is_read_as_it_is_published_with_what_stands_above_each_tag():
    read = read_published(json.dumps(ACTIVITIES).encode())
    assert [(one.code, one.parent, one.words) for one in read.tags] == [("football", "", ()), ("walking_football", "football", ("Slow soccer",))]
    assert [(one.code, one.parent) for one in CAUSE_NAMES.tags] == [("AN", ""), ("AN101", "AN")]


@pytest.mark.parametrize(
    "content", [b"{}", b'{"concept": [1]}', b"a,b\n1,2\n", CAUSES.replace("(cats?)", "(cats?").encode(), (CAUSES + "AN,Twice,,,1,,\n").encode()]
)
def test_what_is_no_list_is_refused_in_a_sentence(content):
    with pytest.raises(Refused):
        read_published(content)


def test_what_is_suggested_says_because_of_which_words():
    names = Names([Named("walking_football", "Walking Football", words=("Slow soccer",)), Named("yoga", "Yoga")])
    assert [(one.code, one.because) for one in suggested("Fern club", "Slow soccer for anybody, no running.", names)] == [
        ("walking_football", ("Slow soccer",))
    ]
    assert suggested("Walking, football", "", names) == []
    assert suggested("Copy cats", "", CAUSE_NAMES) == []


def _taught() -> Learned:
    cats = [Example(f"Fern rescue {at}", "We find homes for kittens.", frozenset({"AN101"})) for at in range(12)]
    tea = [Example(f"Brook kettle {at}", "Tea for anybody.", frozenset({"AN"})) for at in range(12)]
    return learn(cats + tea, CAUSE_NAMES)


def test_a_word_that_no_name_has_is_learned_and_named_and_outlives_being_kept():
    learned = _taught()
    kept = Learned.from_bytes(learned.as_bytes())
    for one in (learned, kept):
        first = suggested("Somewhere", "Kittens are fed here.", CAUSE_NAMES, one)[0]
        assert (first.code, first.because[0].casefold()) == ("AN101", "kittens")


@given(st.lists(st.tuples(st.frozensets(st.sampled_from("abc")), st.frozensets(st.sampled_from("abc"))), max_size=8))
def test_the_figures_are_those_of_counting_pair_by_pair(rows):
    truth, said = [one for one, _ in rows], [other for _, other in rows]
    right = sum(tag in other for one, other in rows for tag in one)
    given, guessed = sum(map(len, truth)), sum(map(len, said))
    found = judged(truth, said)
    assert (found.right, found.given, found.suggested) == (right, given, guessed)
    assert found.f == pytest.approx(2 * right / (given + guessed) if given + guessed else 0.0)


@pytest.fixture
def sam(db):
    with as_(LOADER):
        load_tags(read_published(json.dumps(ACTIVITIES).encode()), by=LOADER, at=now())
        load_tags(read_published(CAUSES.encode()), by=LOADER, at=now())
    load(a_listing("1", "Fern club", description="Walking football on Mondays."), a_listing("2", "Cats of Fernbrook"))
    return a_coordinator(name="Sam Holt")


def club() -> Entry:
    return Entry.objects.get(name="Fern club")


def tag(code: str) -> Tag:
    return Tag.objects.get(code=code)


def test_what_was_accepted_is_kept_with_why_and_finds_the_entry_by_words_and_by_a_wider_tag(sam):
    with as_(sam):
        say_of_tags([(club(), tag("walking_football"))], "accepted", by=sam, at=now())
    said = Tagging.objects.get()
    assert (said.verdict, said.because, said.by_id) == ("accepted", ["Walking football"], sam.id)
    assert [one.offer.name for one in find(Wish(words="slow soccer", today=today())).near] == ["Fern club"]
    assert [one.offer.name for one in find(Wish(tags=frozenset({tag("football").id}), today=today())).near] == ["Fern club"]
    assert find(Wish(tags=frozenset({tag("AN").id}), today=today())).near == []


def test_no_source_writes_over_what_people_said_and_what_is_taken_back_finds_nothing(sam):
    with as_(sam):
        together = say_of_tags([(club(), tag("walking_football")), (club(), tag("AN"))], "accepted", by=sam, at=now())
    load(replace(a_listing("1", "Fern club"), description="Something else."))
    assert club().tag_words == "Animals; Walking Football; Slow soccer"
    with as_(sam):
        take_back_tags(list(Tagging.objects.filter(together=together)), by=sam, at=now())
    assert (club().tag_words, club().tag_stems) == ("", [])
    assert Tagging.objects.filter(taken_back_by=sam.id).count() == 2


def test_another_word_on_a_tag_takes_the_first_ones_place_and_the_same_word_adds_nothing(sam):
    with as_(sam):
        for verdict in ("accepted", "accepted", "refused"):
            say_of_tags([(club(), tag("football"))], verdict, by=sam, at=now())
    assert list(Tagging.objects.filter(taken_back_at__isnull=True).values_list("verdict", flat=True)) == ["refused"]
    assert Tagging.objects.count() == 2


def test_only_those_who_keep_the_directory_true_say_what_it_is_about(sam):
    partner = an_actor(Role.PARTNER)
    with pytest.raises(NotYours), as_(partner):
        say_of_tags([(club(), tag("AN"))], "accepted", by=partner, at=now())
    with pytest.raises(Refused), as_(sam):
        say_of_tags([], "accepted", by=sam, at=now())


def test_entries_are_read_once_and_again_when_they_change_and_what_is_said_waits_no_more(sam):
    with as_(LOADER):
        assert look_for_tags(by=LOADER, at=now()) == 2
        assert look_for_tags(by=LOADER, at=now()) == 0
    assert [(one.entry.name, one.tag.name) for one in waiting(10)] == [
        ("Cats of Fernbrook", "Cats"),
        ("Fern club", "Football"),
        ("Fern club", "Walking Football"),
    ]
    with as_(sam):
        say_of_tags([(club(), tag("walking_football"))], "refused", by=sam, at=now())
    assert [one.tag.name for one in waiting(10)] == ["Cats", "Football"]
    load(a_listing("1", "Fern club", description="Knitting."))
    assert [entry.name for entry in unread()[0]] == ["Fern club"]
    with as_(LOADER):
        look_for_tags(by=LOADER, at=now())
    assert [one.tag.name for one in SuggestedTag.objects.select_related("tag")] == ["Cats"]


def test_what_was_learned_of_a_list_is_used_at_once(sam):
    with as_(LOADER):
        keep_learned(tag("AN").of_list.address, _taught(), 24, by=LOADER, at=now())
    load(a_listing("3", "Somewhere", description="Kittens are fed here."))
    assert suggestions(Entry.objects.get(name="Somewhere"))[0].tag.code == "AN101"


def test_a_tag_is_known_by_how_the_box_offers_it(sam):
    assert tag_called("cats  (UK charity activity tags)") == tag_called("Cats") == tag("AN101")
    assert tag_called("Nothing of ours") is None
