"""Words without their endings: together what belongs together, apart what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.meanings import KNOWLEDGE, groups_in, known_meanings, read_meanings
from alongside.directory.stemming import stem, stems_in, telling
from alongside.directory.texts import Text


@pytest.mark.parametrize(
    "words",
    [
        "walk walks walking walked walker walkers",
        "garden gardens gardening gardener gardeners",
        "knit knits knitting knitted knitter",
        "bake bakes baking baked baker bakers",
        "lonely loneliness",
        "friend friends friendly friendship",
        "befriend befriending befriender",
        "cycle cycling cyclist cyclists",
        "volunteer volunteering volunteers",
        "bereaved bereavement",
        "depressed depression",
        "counselling counsellor",
        "story stories",
        "church churches",
        "class classes",
        "swim swimming swimmer",
        "sing singing singers",
        "woman women",
        "child children",
        "bus buses",
        "house houses",
        "exercise exercises exercising",
        "bowl bowls bowling",
    ],
)
def test_words_that_belong_together_are_one(words):
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "car care carer",
        "shed she",
        "need net",
        "sing sin",
        "hall hail",
        "fitness fit",
        "manage manager",
        "train trained",
        "shower show",
        "house housing",
        "park parking",
        "bus but",
        "news new",
        "bread bed",
        "thing thin",
    ],
)
def test_words_that_do_not_belong_together_stay_apart(words):
    assert len({stem(word) for word in words.split()}) == len(words.split())


@given(st.text(st.sampled_from("abcdeginorstuy"), min_size=1, max_size=14))
def test_a_stem_is_never_empty(word):
    assert stem(word)


def test_stop_words_stand_in_phrases_and_tell_nothing_alone():
    assert stems_in("a group for men")[:2] == ["a", "group"]
    assert telling(stems_in("a group for men and men")) == ["man"]


def test_there_are_more_than_a_hundred_meanings_and_each_leads_somewhere():
    groups = groups_in(*(KNOWLEDGE / "meanings").glob("*.yaml"))
    assert len(groups) > 100
    assert [group for group in groups if set(group) - {"name", "words", "said", "found", "also", "state", "kept for them"}] == []
    assert [phrase for phrase, kin in known_meanings().kin.items() if not kin] == []


def test_whatever_is_found_by_meaning_has_a_word_by_which_the_database_can_find_it():
    kin = {phrase for others in known_meanings().kin.values() for phrase in others}
    assert [phrase for phrase in sorted(kin) if not telling(list(phrase))] == []


def test_said_leads_to_found_and_not_back():
    meanings = read_meanings("- said: [lonely]\n  found: [lunch club]\n")
    assert (meanings.of(("lonely",)), meanings.of(("lunch", "club"))) == ({("lunch", "club"): "means"}, {})


class TestText:
    meanings = read_meanings("- words: [paint, arts]\n- words: [martial arts, judo]\n")

    def test_its_own_words_are_given_back(self):
        assert Text("Gardening for all", self.meanings).words_for(("garden",), alone=True) == "gardening"

    def test_a_phrase_does_not_reach_over_a_comma(self):
        assert Text("martial, arts", self.meanings).words_for(("martial", "art"), alone=True) == ""

    def test_a_word_inside_a_known_phrase_does_not_mean_what_it_means_alone(self):
        text = Text("A martial arts club", self.meanings)
        assert (text.words_for(("art",), alone=True), text.words_for(("art",), alone=False)) == ("", "arts")
