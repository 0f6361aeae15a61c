"""What a wish does not say by its topic alone: what not, for whom, when, and where nobody is to be sent."""

from __future__ import annotations

from alongside.directory.finding import find
from alongside.directory.meanings import read_meanings
from tests.directory.test_finding import a_wish, an_offer, names, sought


def test_what_they_do_not_want_is_left_out():
    assert names(a_wish("a choir but no garden"), an_offer("Fern choir"), an_offer("Choir in the garden")) == ["Fern choir"]


def test_what_is_run_by_what_they_do_not_want_sinks():
    offers = an_offer("Fern choir", organisation="Garden trust"), an_offer("Hill choir", latitude=53.401)
    assert names(a_wish("a choir but no garden"), *offers) == ["Hill choir", "Fern choir"]


def test_what_only_brushes_the_words_is_told_apart():
    meanings = read_meanings("- {said: [lonely], found: [befriending], also: [tea]}")
    result = find(sought(a_wish("lonely"), meanings), [an_offer("Fern walk", description="Tea after."), an_offer("Tea at Fern")], meanings)
    assert ([one.offer.name for one in result.near], [one.offer.name for one in result.faint]) == (["Tea at Fern"], ["Fern walk"])


def test_a_group_for_those_who_grieve_is_not_the_first_place_for_tea():
    meanings = read_meanings("- words: [tea]\n- {name: grief, kept for them: [bereaved], words: [died, bereaved]}")
    offers = an_offer("Tea for the bereaved"), an_offer("Tea at Fern", latitude=53.405)
    assert [one.offer.name for one in find(sought(a_wish("tea"), meanings), offers, meanings).near] == ["Tea at Fern", "Tea for the bereaved"]
    assert [one.offer.name for one in find(sought(a_wish("she died"), meanings), offers, meanings).near] == ["Tea for the bereaved"]


def test_something_means_what_is_on_for_everybody():
    offers = an_offer("Fern toilets", kind="place"), an_offer("Brook walk", days=[2]), an_offer("Hill surgery", kind="service")
    assert names(a_wish("something on Tuesday"), *offers) == ["Brook walk"]


def test_who_cannot_manage_stairs_is_not_sent_up_the_steps():
    assert names(a_wish("I can't manage stairs"), an_offer("Up the steps and down"), an_offer("Brook walk")) == ["Brook walk"]


def test_a_time_of_day_leaves_out_only_where_it_is_known():
    offers = an_offer("A", times="7 to 9 in the evening"), an_offer("B", times="10 to 12"), an_offer("C")
    assert names(a_wish("something in the evening"), *offers) == ["A", "C"]
