"""One group told twice: found, put together, read again by its sources, and taken apart as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from django.db.models import Model
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.directory.actions import (
    confirm,
    look_for_twins,
    put_right,
    put_together,
    say_gone,
    say_they_are_two,
    take_apart,
    take_back_that_they_are_two,
)
from alongside.directory.models import Entry, LikelyTwins, TwinsJudged
from alongside.directory.queries import find, in_use
from alongside.directory.twins.parts import PARTS, preferred
from alongside.directory.twins.queries import twins_of, waiting
from alongside.directory.wishing import Wish
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from tests.building import a_coordinator, an_actor, as_, now, today
from tests.directory.conftest import a_listing, load
from tests.directory.test_kept_true import told_of

pytestmark = pytest.mark.django_db

CHOIR = {"postcode": "ZZ99 1AA", "phone": "01632 960123", "description": "We sing on Mondays, and nobody at all minds a wrong note."}


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def two(**differs: str) -> tuple[Entry, Entry]:
    load(a_listing("1", "Fern Choir", **CHOIR), source="The council")
    load(a_listing("a", "The Fern Community Choir", **{**CHOIR, **differs}), source="A charity")
    return Entry.objects.get(name="Fern Choir"), Entry.objects.get(name="The Fern Community Choir")


def everything() -> list[dict[str, object]]:
    return list(Entry.objects.order_by("id").values())


def as_sam(sam, do: Callable[..., Model], *given: object) -> Model:
    with as_(sam):
        return do(*given, by=sam, at=now())


def test_a_group_that_two_sources_tell_of_is_found_with_why(sam):
    one, other = two()
    load(a_listing("2", "Fern Chess", postcode="ZZ99 1AA"), a_listing("3", "Brook Choir"), source="The council")
    as_sam(sam, look_for_twins)
    found = waiting().get()
    assert {found.one, found.other} == {one, other}
    reasons = {name: value for name, value, adds in found.reasons if adds > 0}
    assert reasons == {"names": ["Fern", "Choir"], "phone": "01632 960123", "postcode": "ZZ99 1AA", "words": ""}
    assert [two.other.key for two in twins_of(one)] == [str(other.id)]


def test_the_other_is_found_no_more_and_nothing_of_it_is_deleted(sam):
    one, other = two()
    as_sam(sam, put_together, one.id, other.id)
    other.refresh_from_db()
    assert (other.same_as, other.name) == (one, "The Fern Community Choir")
    assert list(in_use()) == [one]
    assert [found.offer.id for found in find(Wish("choir")).near] == [one.id]
    as_sam(sam, look_for_twins)
    assert LikelyTwins.objects.count() == 0


def test_what_is_chosen_of_the_other_is_kept_and_no_source_writes_over_it(sam):
    one, other = two(phone="01632 960999")
    as_sam(sam, put_together, one.id, other.id, ["phone"])
    one.refresh_from_db()
    assert (one.phone, one.source_says, set(one.put_right)) == ("01632 960999", {"phone": "01632 960123"}, {"phone"})
    load(a_listing("1", "Fern Choir", **{**CHOIR, "phone": "01632 960555"}), source="The council")
    one.refresh_from_db()
    assert (one.phone, one.source_says) == ("01632 960999", {"phone": "01632 960555"})


def test_a_source_that_is_read_again_makes_nothing_anew_and_says_what_differs(sam):
    one, other = two()
    as_sam(sam, put_together, one.id, other.id)
    done = load(a_listing("a", "The Fern Community Choir", **{**CHOIR, "times": "Mondays at seven"}), source="A charity")
    assert (done.added, done.changed) == (0, 1)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.times, other.times, other.same_as) == ("", "Mondays at seven", one)
    assert list(in_use()) == [one]
    assert "when" in preferred(one, other)


def test_taken_apart_both_are_as_they_were(sam):
    one, other = two(phone="01632 960999", times="Mondays at seven")
    with as_(sam):
        confirm(other.id, how="call", on=today(), by=sam, at=now())
    before = everything()
    judged = as_sam(sam, put_together, one.id, other.id, list(PARTS))
    assert Entry.objects.get(id=one.id).confirmed_how == "call"
    as_sam(sam, take_apart, judged.id)
    assert everything() == before


def test_what_was_written_since_stays_where_it_was_written(sam):
    one, other = two(phone="01632 960999", email="hello@example.org")
    judged = as_sam(sam, put_together, one.id, other.id, ["phone", "email"])
    one.refresh_from_db()
    as_sam(sam, put_right, one.id, told_of(one, phone="01632 960777"))
    load(a_listing("1", "Fern Choir", **{**CHOIR, "email": "choir@example.org"}), source="The council")
    as_sam(sam, take_apart, judged.id)
    one.refresh_from_db()
    assert (one.phone, one.email, set(one.put_right)) == ("01632 960777", "choir@example.org", {"phone"})


def test_two_are_two_and_nobody_is_asked_again_until_that_is_taken_back(sam):
    one, other = two()
    as_sam(sam, look_for_twins)
    said = as_sam(sam, say_they_are_two, other.id, one.id)
    as_sam(sam, look_for_twins)
    assert list(waiting()) == []
    assert twins_of(one) == []
    as_sam(sam, take_back_that_they_are_two, said.id)
    assert waiting().count() == 1


def test_who_may_not_keep_the_directory_puts_nothing_together():
    one, other = two()
    someone = an_actor(Role.PARTNER)
    for do, keys in ((put_together, (one.id, other.id)), (say_they_are_two, (one.id, other.id)), (take_apart, (one.id,))):
        with pytest.raises(NotYours), as_(someone):
            do(*keys, by=someone, at=now())


def test_what_cannot_be_put_together_is_refused_in_a_sentence(sam):
    one, other = two()
    with pytest.raises(Refused, match="not two entries"):
        as_sam(sam, put_together, one.id, one.id)
    as_sam(sam, say_gone, one.id)
    with pytest.raises(Refused, match="not there any more"):
        as_sam(sam, put_together, one.id, other.id)
    judged = as_sam(sam, put_together, other.id, one.id)
    with pytest.raises(Refused, match="meanwhile"):
        as_sam(sam, put_together, other.id, one.id)
    as_sam(sam, take_apart, judged.id)
    with pytest.raises(Refused, match="not put together"):
        as_sam(sam, take_apart, judged.id)


PAIRS = [(0, 1), (1, 2), (2, 3), (0, 2), (0, 3), (1, 3)]


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(PAIRS), back=st.randoms(use_true_random=False), parts=st.lists(st.sets(st.sampled_from(sorted(PARTS))), min_size=6, max_size=6))
def test_put_together_in_any_order_there_is_one_and_taken_apart_in_any_order_all_are_as_they_were(order, back, parts):
    with transaction.atomic():
        sam = a_coordinator(name="Sam Holt")
        for number in range(4):
            told = {
                **CHOIR,
                "phone": f"{CHOIR['phone'][:-1]}{number}",
                "times": f"At {number}",
                "cost_words": f"£{number}",
                "access": (("quiet",) if number % 2 else ()),
            }
            load(a_listing("1", f"Fern Choir {number}", **told), source=f"Source {number}")
        keys = list(Entry.objects.order_by("name").values_list("id", flat=True))
        before, judged = everything(), []
        for (one, other), chosen in zip(order, parts, strict=True):
            stays, goes = (Entry.objects.get(id=keys[place]) for place in (one, other))
            if stays.same_as_id is None and goes.same_as_id is None:
                judged.append(as_sam(sam, put_together, stays.id, goes.id, sorted(chosen)))
        [left] = in_use()
        assert set(Entry.objects.exclude(id=left.id).values_list("same_as", flat=True)) == {left.id}
        back.shuffle(judged)
        for one in judged:
            as_sam(sam, take_apart, one.id)
        assert everything() == before
        assert TwinsJudged.objects.filter(ended_at__isnull=True).count() == 0
        transaction.set_rollback(True)
