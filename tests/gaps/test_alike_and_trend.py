"""Which wishes are alike, by meaning, days and distance; and how a trend is counted. No database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.desk.wishes_said import wish_in, without_names
from alongside.directory.closeness.encoder import known_encoder
from alongside.directory.meanings import known_meanings
from alongside.directory.reading import read
from alongside.foundation.small_numbers import SMALL
from alongside.gaps import compared
from alongside.gaps.alike import Alike, alike, core_of, pairs, suggested, wished
from alongside.gaps.files import as_it_leaves
from alongside.gaps.picture import HIGH, bars
from alongside.gaps.trend import MONTHS, trend_of

TODAY = date(2026, 11, 27)
HERE = {"latitude": 53.40, "longitude": -2.30}
NEAR = {"latitude": 53.41, "longitude": -2.30}


def one(number, words, *, meaning=False, **more):
    meanings = known_meanings()
    reading = read(words, meanings)
    vector = known_encoder().encode([core_of(words, reading, meanings)])[0] if meaning else None
    return wished(UUID(int=number), reading, meanings, vector=vector, **{**HERE, **more})


@pytest.mark.parametrize(
    ("first", "second", "are"),
    [
        ("fishing on Tuesday mornings", "angling on Tuesdays", True),
        ("fishing on Tuesday mornings", "fishing on Fridays", False),
        ("fishing on Tuesday mornings", "fishing on Tuesday evenings", False),
        ("sing in the evening", "a choir", True),
        ("fishing with company", "company for a walk", False),
        ("a choir but no church", "church", False),
        ("woodwork", "a choir", False),
    ],
)
def test_by_the_words_we_know(first, second, are):
    assert (alike(one(1, first), one(2, second)) is not None) == are


SAYINGS = st.sampled_from(["fishing on Tuesday mornings", "angling", "a choir", "sing in the evening", "woodwork", "a choir but no church", "church"])
BOARDS = st.lists(st.dictionaries(st.integers(1, 6), SAYINGS), min_size=1, max_size=6)


@given(BOARDS)
def test_what_is_remembered_of_wishes_compared_before_is_what_comparing_them_anew_finds(boards):
    for board in boards:
        wishes = [one(number, words) for number, words in board.items()]
        anew = {frozenset((pair.one, pair.other)): pair.about for pair in pairs(wishes)}
        kept = [(frozenset((pair.one, pair.other)), pair.about) for pair in compared.among(wishes)]
        assert (dict(kept), len(kept)) == (anew, len(anew))


def test_why_is_told_with_what_both_say_and_how_far_they_are_apart():
    found = alike(one(1, "fishing on Tuesday mornings"), one(2, "angling, Tuesday mornings", **NEAR))
    assert (found.about, round(found.metres, -2), found.days, found.parts) == ("fishing", 1100.0, (2,), ("morning",))


def test_neither_is_asked_to_go_further_than_they_can():
    assert alike(one(1, "fishing"), one(2, "fishing", reach=1000, **NEAR)) is None


def test_of_one_without_a_place_only_the_same_words_are_alike():
    nowhere = {"latitude": None, "longitude": None}
    assert alike(one(1, "fishing"), one(2, "angling", **nowhere)).metres is None


@pytest.mark.parametrize(
    ("first", "second", "are"),
    [
        ("somewhere to fish with somebody on a Tuesday morning", "They would love to fish again", True),
        ("They would love to fish again", "Saturday fishing", True),
        ("somewhere to fish with somebody", "I would like to go swimming with somebody", False),
        ("somewhere to fish with somebody", "somewhere to walk with somebody", False),
        ("a place to mend bicycles", "somewhere to sit and sew with others", False),
        ("would love to grow vegetables", "learn to sign", False),
    ],
)
def test_by_what_they_mean_where_we_do_not_know_the_words(first, second, are):
    assert bool(list(pairs([one(1, first, meaning=True), one(2, second, meaning=True)]))) == are


def why(first, second, metres=100.0):
    return Alike(UUID(int=first), UUID(int=second), "fishing", None, metres, (), ())


def test_nothing_is_chained_and_each_is_asked_about_once():
    told = suggested([why(1, 2), why(2, 3), why(3, 4)], {})
    assert [[key.int for key in one.wishes] for one in told] == [[2, 1, 3]]


def test_what_is_like_one_that_stands_together_may_join_it_and_two_said_to_be_different_are_not_asked():
    bundle = UUID(int=99)
    told = suggested([why(1, 2), why(3, 4)], {UUID(int=1): bundle}, frozenset([frozenset((UUID(int=3), UUID(int=4)))]))
    assert [(one.into, [key.int for key in one.wishes]) for one in told] == [(bundle, [2])]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda two: two[0] < two[1])), st.dictionaries(st.integers(1, 9), st.integers(20, 22)))
def test_however_they_are_alike_no_wish_is_asked_about_twice_nor_one_that_stands_together(two, stand):
    held = {UUID(int=key): UUID(int=bundle) for key, bundle in stand.items()}
    asked = [key for one in suggested([why(*pair) for pair in two], held) for key in one.wishes]
    assert len(asked) == len(set(asked))
    assert not set(asked) & set(held)


@pytest.mark.parametrize(
    ("days", "way"),
    [
        ([], "too few"),
        ([1, 100], "too few"),
        ([1, 5, 100], "rising"),
        ([1, 5, 9], "new"),
        ([1, 5, 9, 300], "rising"),
        ([1, 100, 120], "falling"),
        ([1, 5, 100, 120], "steady"),
        ([200, 300, 310], "too few"),
    ],
)
def test_a_trend_holds_thirteen_weeks_against_the_thirteen_before(days, way):
    assert trend_of([TODAY - timedelta(days=day) for day in days], today=TODAY).way == way


@given(st.lists(st.integers(0, 330), max_size=60))
def test_every_wish_of_the_months_shown_is_in_one_of_them(days):
    trend = trend_of([TODAY - timedelta(days=day) for day in days], today=TODAY)
    assert (len(trend.months), sum(month.many for month in trend.months), trend.all) == (MONTHS, len(days), len(days))
    assert all(bar.high <= HIGH for bar in bars(trend))


@given(st.integers(0, 500))
def test_no_small_number_leaves(many):
    assert as_it_leaves(many) == ("fewer than 8" if many in SMALL else str((many + 2) // 5 * 5))


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("We had tea. Eddie would love to go fishing again. His sister rang.", "Somebody would love to go fishing again."),
        ("Eddie Marsh’s wife misses singing.", "Somebody’s wife misses singing."),
        ("If only there were a bus on Sundays, said Eddie.", "If only there were a bus on Sundays, said somebody."),
        ("We had tea.", ""),
    ],
)
def test_a_wish_in_a_note_is_the_sentence_that_says_it_without_the_name(text, wish):
    assert wish_in(text, ("Eddie Marsh", "Eddie")) == wish


def test_whoever_is_called_by_a_short_name_keeps_the_words():
    assert without_names("Jo to go", ("Jo",)) == "Jo to go"
