"""What suits somebody: the rules that hold for any wish and any directory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.directory.finding import POINTS, Found, Offer, Sought, find, weigh
from alongside.directory.guessing import slips
from alongside.directory.meanings import Meanings, known_meanings, read_meanings
from alongside.directory.reading import read
from alongside.directory.wishing import Vocabulary, Wish, terms_of
from alongside.foundation.keys import new_key
from alongside.places.distance import metres_between

TODAY = date(2026, 11, 22)
ON_A_BUSY_MACHINE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
MEANINGS = read_meanings("""
- words: [garden, allotment, growing]
- said: [lonely, company, "see people"]
  found: [befriending, lunch club]
- words: [sing, choir]
""")
LATITUDE, LONGITUDE = 53.4, -2.3


def a_wish(words: str = "", **given) -> Wish:
    return Wish(**{"words": words, "latitude": LATITUDE, "longitude": LONGITUDE, "reach": 3000, "today": TODAY, **given})


def an_offer(name: str = "Fern", **given) -> Offer:
    return Offer(**{"id": new_key(), "name": name, "kind": "group", "latitude": LATITUDE, "longitude": LONGITUDE, **given})


def sought(wish: Wish, meanings: Meanings = MEANINGS, vocabulary: Vocabulary | None = None) -> Sought:
    reading = read(wish.words, meanings)
    wanted, unwanted = (terms_of(topics, meanings, vocabulary or Vocabulary(100)) for topics in (reading.topics, reading.unwanted))
    return Sought(wish.with_what_was_read(reading), wanted, unwanted, reading.anything)


def found(wish: Wish, *offers: Offer, counts: dict[str, int] | None = None, entries: int = 100) -> Found:
    return find(sought(wish, vocabulary=Vocabulary(entries, counts or {})), offers, MEANINGS)


def names(wish: Wish, *offers: Offer, **given) -> list[str]:
    return [one.offer.name for one in found(wish, *offers, **given).near]


def test_what_mentions_the_word_is_found_and_nothing_else():
    assert names(a_wish("allotments"), an_offer("Fern allotment"), an_offer("Brook football")) == ["Fern allotment"]


def test_what_means_the_same_is_found_after_what_says_it():
    assert names(a_wish("allotment"), an_offer("Brook garden"), an_offer("Fern allotment")) == ["Fern allotment", "Brook garden"]


def test_a_name_tells_more_than_a_description():
    assert names(a_wish("choir"), an_offer("Fern", description="has a choir"), an_offer("Brook choir")) == ["Brook choir", "Fern"]


def test_a_rare_word_tells_more_than_a_common_one():
    offers = an_offer("Fern football"), an_offer("Brook chess")
    assert names(a_wish("football chess"), *offers, counts={"football": 90, "chess": 1}) == ["Brook chess", "Fern football"]


def test_a_phrase_leads_where_its_words_do_not():
    assert names(a_wish("I want to see people"), an_offer("Fern befriending"), an_offer("People's palace")) == ["Fern befriending"]


def test_a_plain_word_is_asked_for_by_its_meaning_alone():
    assert names(a_wish("company"), an_offer("Fern theatre company"), an_offer("Brook lunch club")) == ["Brook lunch club"]


def test_the_nearer_of_two_alike_comes_first():
    assert names(a_wish("choir"), an_offer("Far choir", latitude=53.42), an_offer("Near choir", latitude=53.401)) == ["Near choir", "Far choir"]


def test_community_comes_before_a_service():
    assert names(a_wish("choir"), an_offer("A choir", kind="service"), an_offer("B choir")) == ["B choir", "A choir"]


def test_what_was_seen_lately_comes_before_what_was_seen_long_ago():
    fresh = an_offer("B choir", confirmed_on=TODAY - timedelta(days=20), confirmed_how="visit")
    stale = an_offer("A choir", confirmed_on=TODAY - timedelta(days=700), confirmed_how="visit")
    assert names(a_wish("choir"), stale, fresh) == ["B choir", "A choir"]


def test_what_one_of_us_saw_counts_more_than_what_its_source_says():
    seen = an_offer("B choir", confirmed_on=TODAY, confirmed_how="visit")
    told = an_offer("A choir", confirmed_on=TODAY, confirmed_how="feed")
    assert names(a_wish("choir"), told, seen) == ["B choir", "A choir"]


def test_a_place_out_of_reach_is_left_out():
    assert names(a_wish("choir"), an_offer("Fern choir", latitude=53.5)) == []


def test_a_place_that_is_not_known_is_offered_apart():
    result = found(a_wish("choir"), an_offer("Fern choir", latitude=None, longitude=None))
    assert (result.near, [one.offer.name for one in result.apart]) == ([], ["Fern choir"])


def test_without_a_place_to_start_from_nothing_is_apart():
    assert names(a_wish("choir", latitude=None, longitude=None, reach=None), an_offer("Fern choir", latitude=None, longitude=None)) == ["Fern choir"]


def test_days_leave_out_only_where_they_are_known():
    offers = an_offer("A", days=[1]), an_offer("B", days=[2, 3]), an_offer("C")
    assert sorted(names(a_wish(days=frozenset({2})), *offers)) == ["B", "C"]


def test_access_that_must_be_leaves_out_only_where_it_is_known_to_be_missing():
    offers = an_offer("A", access_missing=["step free"]), an_offer("B", access=["step free"]), an_offer("C")
    assert names(a_wish(access=frozenset({"step free"})), *offers) == ["B", "C"]


def test_what_costs_something_is_left_out_when_it_must_be_free():
    offers = an_offer("A", cost="some"), an_offer("B", cost="free"), an_offer("C")
    assert names(a_wish(free_only=True), *offers) == ["B", "C"]


def test_the_reasons_name_the_entrys_own_words():
    (one,) = found(a_wish("allotment"), an_offer("Brook gardeners")).near
    assert [(match.said, match.mentions, match.how) for match in one.matches] == [("allotment", "gardeners", "means")]


def test_a_slip_of_the_pen_is_forgiven():
    assert names(a_wish("alotment"), an_offer("Fern allotment"), an_offer("Brook")) == ["Fern allotment"]


def test_a_word_that_the_directory_uses_is_no_slip():
    assert names(a_wish("chior"), an_offer("Chior Lane"), an_offer("Fern choir"), counts={"chior": 1}) == ["Chior Lane"]


@given(st.text("abcdefg", min_size=5, max_size=8))
def test_every_slip_is_one_step_away(word):
    assert {len(other) - len(word) for other in slips(word)} == {-1, 0, 1}


WORDS = st.sampled_from(
    ["garden", "allotments", "choir", "singing", "befriending", "lunch club", "football", "chess", "a", "for", "all", "people", "martial arts"]
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
DAYS = st.frozensets(st.integers(1, 7), max_size=3)
ACCESS = st.frozensets(st.sampled_from(["step free", "toilet", "quiet"]), max_size=2)
OFFERS = st.builds(
    lambda name, description, place, days, cost, access, missing, confirmed, kind: an_offer(
        name or "Fern",
        description=description,
        kind=kind,
        latitude=None if place is None else LATITUDE + place,
        longitude=None if place is None else LONGITUDE,
        days=sorted(days),
        cost=cost,
        access=sorted(access),
        access_missing=sorted(missing - access),
        confirmed_on=None if confirmed is None else TODAY - timedelta(days=confirmed),
        confirmed_how="" if confirmed is None else "visit",
    ),
    TEXTS, TEXTS, st.one_of(st.none(), st.floats(-0.05, 0.05)), DAYS, st.sampled_from(["free", "some", "unknown"]), ACCESS, ACCESS,
    st.one_of(st.none(), st.integers(0, 900)), st.sampled_from(["group", "service", "place"]),
)  # fmt: skip
WISHES = st.builds(
    lambda words, reach, days, access, free: a_wish(words, reach=reach, days=days, access=access, free_only=free),
    TEXTS,
    st.integers(100, 5000),
    DAYS,
    ACCESS,
    st.booleans(),
)


@settings(max_examples=150, **ON_A_BUSY_MACHINE)
@given(WISHES, st.lists(OFFERS, max_size=12))
def test_nothing_that_must_not_be_is_let_through(wish, offers):
    result = found(wish, *offers)
    for one in (*result.near, *result.apart):
        offer = one.offer
        assert not (wish.days and offer.days and not wish.days & set(offer.days))
        assert not wish.access & set(offer.access_missing)
        assert not (wish.free_only and offer.cost == "some")
        assert (one.metres is None) == (offer.latitude is None)
        assert one.metres is None or one.metres <= wish.reach
    assert all(one.metres is not None for one in result.near)
    assert all(one.metres is None for one in result.apart)


@settings(max_examples=150, **ON_A_BUSY_MACHINE)
@given(WISHES, st.lists(OFFERS, max_size=12))
def test_nothing_that_may_be_is_left_out(wish, offers):
    result = found(wish, *offers)
    shown = {one.offer.id for one in (*result.near, *result.apart)}
    for offer in offers:
        near = offer.latitude is None or metres_between(LATITUDE, LONGITUDE, offer.latitude, offer.longitude) <= wish.reach
        right_day = not wish.days or not offer.days or bool(wish.days & set(offer.days))
        may = near and right_day and not wish.access & set(offer.access_missing) and not (wish.free_only and offer.cost == "some")
        if may and not wish.words.strip():
            assert offer.id in shown
        assert may or offer.id not in shown


@settings(max_examples=150, **ON_A_BUSY_MACHINE)
@given(WISHES.filter(lambda wish: wish.words.strip()), st.lists(OFFERS, min_size=2, max_size=10), st.data())
def test_saying_a_word_of_the_wish_once_more_never_lowers_an_entry(wish, offers, data):
    chosen = data.draw(st.sampled_from(offers))
    word = data.draw(st.sampled_from(wish.words.split()))
    more = replace(chosen, description=f"{chosen.description}. {word}.")
    asked = sought(wish)
    assert weigh(asked, more, MEANINGS, None).score >= weigh(asked, chosen, MEANINGS, None).score
    before, after = ([one.offer.id for one in found(wish, *some).near] for some in (offers, [more if o is chosen else o for o in offers]))
    if chosen.id in before:
        assert after.index(chosen.id) <= before.index(chosen.id)


@settings(max_examples=100, **ON_A_BUSY_MACHINE)
@given(WISHES, st.lists(OFFERS, max_size=12), st.randoms())
def test_the_same_wish_gives_the_same_list_in_whatever_order_entries_come(wish, offers, chance):
    mixed = list(offers)
    chance.shuffle(mixed)
    assert found(wish, *mixed) == found(wish, *offers)


@settings(max_examples=100, **ON_A_BUSY_MACHINE)
@given(WISHES, OFFERS)
def test_no_part_of_a_score_passes_its_most_and_together_they_are_the_score(wish, offer):
    one = weigh(sought(wish), offer, MEANINGS, 100.0)
    assert all(0 < points <= POINTS[name] for name, points in one.parts.items())
    assert one.score == pytest.approx(sum(one.parts.values()))


def test_the_meanings_that_come_with_us_bring_a_lonely_person_to_company():
    meanings = known_meanings()
    offers = [an_offer("Fern befriending"), an_offer("Brook community garden"), an_offer("Hill football")]
    asked = sought(a_wish("I am lonely and I miss my allotment"), meanings)
    assert {one.offer.name for one in find(asked, offers, meanings).near} == {"Fern befriending", "Brook community garden"}
