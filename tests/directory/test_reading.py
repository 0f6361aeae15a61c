"""A wish is read as somebody would hear it: what, what not, when, and what it must have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.guessing import guesses, words_people_know
from alongside.directory.meanings import known_meanings
from alongside.directory.reading import A_SENTENCE, Reading, read
from alongside.directory.times import parts_in
from alongside.directory.wishing import Wish

MEANINGS = known_meanings()


def reading(words: str) -> Reading:
    return read(words, MEANINGS)


def topics(words: str) -> list[str]:
    return [one.said for one in reading(words).topics]


def unwanted(words: str) -> list[str]:
    return [one.said for one in reading(words).unwanted]


def filters(words: str) -> list[str]:
    return [one.key for one in reading(words).filters]


@pytest.mark.parametrize(
    ("words", "not_wanted", "wanted"),
    [
        ("I don't want a knitting group", ["knitting"], []),
        ("not knitting, bingo or church, but singing", ["knitting", "bingo", "church"], ["singing"]),
        ("no bingo, a choir", ["bingo"], ["choir"]),
        ("anything but bingo", ["bingo"], []),
        ("nothing to do with church. I like walking", ["church"], ["walking"]),
        ("a choir without church", ["church"], ["choir"]),
        ("I hate knitting but I love dogs", ["knitting"], ["dogs"]),
        ("something that isn’t the doctor", ["doctor"], []),
        ("I don't want to be lonely", [], ["lonely"]),
        ("no food in the house", [], ["no food"]),
        ("without heating", [], ["heating"]),
        ("I can't cook", [], ["cook"]),
        ("not only knitting", [], ["knitting"]),
        ("I never minded cooking", [], ["cooking"]),
        ("I don't mind dogs", [], ["dogs"]),
    ],
)
def test_what_is_not_wanted_is_heard_and_no_more(words, not_wanted, wanted):
    assert (unwanted(words), topics(words)) == (not_wanted, wanted)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("something free on Tuesday", ["free:", "day:2"]),
        ("free Tuesday mornings", ["day:2", "part:morning"]),
        ("free mornings", ["part:morning"]),
        ("something free Tuesday", ["free:", "day:2"]),
        ("free singing on Tuesday", ["free:", "day:2"]),
        ("a weekend walk", ["day:6", "day:7"]),
        ("Monday to Wednesday", ["day:1", "day:2", "day:3"]),
        ("on a weekday", ["day:1", "day:2", "day:3", "day:4", "day:5"]),
        ("singing but not on Mondays", ["not on:1"]),
        ("in the evening", ["part:evening"]),
        ("in my free time", []),
        ("gluten free baking", []),
        ("Sunday dinner", []),
        ("I can't manage stairs", ["access:step free"]),
        ("a café, I use a wheelchair", ["access:step free"]),
        ("a choir with a loo", ["access:toilet"]),
        ("bingo, I have hearing aids", ["access:hearing loop"]),
        ("art, somewhere quiet", ["access:quiet"]),
        ("a choir near a bus stop", ["access:bus"]),
        ("swimming with parking", ["access:parking"]),
    ],
)
def test_days_times_cost_and_access_are_understood_when_said_in_words(words, keys):
    assert filters(words) == keys


def test_a_toilet_alone_is_what_they_look_for():
    assert (topics("toilet"), filters("toilet")) == (["toilet"], [])


@pytest.mark.parametrize("words", ["my husband, in March", "trusted", "He is 86 and can ask", "the key to the door"])
def test_months_numbers_family_and_plain_verbs_are_no_topics(words):
    assert topics(words) == []


def test_a_story_is_read_for_what_we_know_in_it():
    story = "I get up and look at the kettle and the curtains, and I think about when I sang in the choir at the docks."
    assert len(story.split()) > A_SENTENCE
    assert topics(story) == ["sang", "choir"]


def test_a_story_without_a_wish_is_said_to_have_none():
    assert reading("What I want now is to be the one who notices other people’s curtains, and the door, and the water.").lost


def test_what_was_taken_back_is_not_gone_by():
    left = reading("free singing on Tuesday, no bingo").without(frozenset({"day:tuesday", "not:bingo"}))
    assert ([one.key for one in left.filters], left.unwanted) == (["free:"], ())


@pytest.mark.parametrize(
    ("written", "meant"), [("gardning", "garden"), ("knittng", "knit"), ("footbal", "football"), ("chior", "choir"), ("lonly", "lonely"), ("libary", "library")]
)
def test_the_usual_slips_are_guessed(written, meant):
    assert guesses(written, MEANINGS) == (meant,)


@pytest.mark.parametrize("word", ["march", "artistic", "bills", "marsh", "tears", "launch", "bingp", "qui"])
def test_a_word_people_know_or_a_short_one_is_meant_as_it_is(word):
    assert guesses(word, MEANINGS) == () or word == "bingp"


def test_no_word_that_people_know_is_guessed_at():
    assert [word for word in words_people_know() if guesses(word, MEANINGS)] == []


@pytest.mark.parametrize("words", ["cor", "côr", "canu"])
def test_a_wish_in_welsh_is_looked_for_in_english(words):
    (topic,) = reading(words).topics
    assert MEANINGS.names[topic.phrase] == "singing"


@pytest.mark.parametrize(
    ("times", "parts"),
    [
        ("10 to 12", {"morning"}),
        ("12 to 2", {"afternoon"}),
        ("1.30 to 3.30", {"afternoon"}),
        ("9.30 to 5", {"morning", "afternoon"}),
        ("7 to 9 in the evening", {"evening"}),
        ("6.30 to 8.30", {"evening"}),
        ("8 in the evening", {"evening"}),
        ("day and night", {"morning", "afternoon", "evening"}),
        ("with the tide", set()),
        ("", set()),
    ],
)
def test_times_are_told_as_parts_of_the_day(times, parts):
    assert parts_in(times) == parts


@given(st.text(max_size=200))
def test_anything_at_all_can_be_read_and_is_read_alike_twice(words):
    assert reading(words) == reading(words)


@pytest.mark.parametrize("words", ["hard of hearing and likes cards", "a choir, I am deaf"])
def test_who_does_not_hear_well_is_helped_by_a_loop_and_nothing_is_left_out(words):
    reading = read(words, known_meanings())
    assert reading.values("helps") == {"hearing loop"}
    assert reading.values("access") == frozenset()
    assert "hearing" in {known_meanings().names.get(topic.meant) for topic in reading.topics}
    wish = Wish(words).with_what_was_read(reading)
    assert (wish.helps, wish.access) == ({"hearing loop"}, frozenset())


def test_what_would_help_is_said_back_and_taken_back():
    reading = read("hard of hearing and likes cards", known_meanings())
    assert reading.without(frozenset({"helps:hard of hearing"})).values("helps") == frozenset()
