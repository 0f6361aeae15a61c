"""What in a story would give somebody away: whatever is known to be theirs has to go, and whatever is rare is looked at with them."""

from __future__ import annotations

import pytest

from alongside.desk.stories.giving_away import Around, gives_away

AROUND = Around(("Halina Kowalska", "Mo", "Rose"), ("4 Quay Street", "Harbourside", "ZZ99 1AA"))


def has_to_go(words: str) -> set[str]:
    return {one.said for one in gives_away(words, AROUND) if one.has_to_go}


def to_look_at(words: str) -> set[str]:
    return {one.said for one in gives_away(words, AROUND) if not one.has_to_go}


@pytest.mark.parametrize(
    ("words", "goes"),
    [
        ("I rang Halina.", {"Halina"}),
        ("It was Halina’s idea.", {"Halina"}),
        ("my friend kowalska", {"kowalska"}),
        ("We met at Harbourside by the quay.", {"Harbourside"}),
        ("Write to zz99 1aa, or ring 01632 960123, or mo@example.org.", {"zz99 1aa", "01632 960123", "mo@example.org"}),
        ("Rose came, and the tide rose.", {"Rose"}),
    ],
)
def test_a_name_a_place_and_a_number_that_are_theirs_have_to_go(words: str, goes: set[str]) -> None:
    assert goes <= has_to_go(words)


def test_a_word_that_is_a_name_elsewhere_stays_where_it_is_none() -> None:
    assert has_to_go("The tide rose.") == set()


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("It was on 3 May 2026.", "3 May 2026"),
        ("I turned 82 and danced.", "turned 82"),
        ("I am a 91-year-old woman.", "91-year-old"),
        ("I keep alpacas behind the house.", "alpacas"),
        ("I played the euphonium.", "euphonium"),
        ("Old Mr Bell came by.", "Mr Bell"),
    ],
)
def test_days_ages_rare_things_and_what_may_be_a_name_are_looked_at(words: str, seen: str) -> None:
    assert seen in to_look_at(words)


def test_an_ordinary_story_gives_nobody_away() -> None:
    assert gives_away("I talk to people now. We walk slowly to the garden on Tuesdays, and I sleep again.", AROUND) == []


def test_fourteen_days_and_ten_people_are_no_age() -> None:
    assert to_look_at("It was 14 days, and there were 10 people at 12 minutes past.") == set()
