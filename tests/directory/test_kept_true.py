"""The directory is kept true by those who use it: what one of us wrote is never written over by a source, and nothing is deleted by silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from alongside.directory.actions import (
    answer_still_right,
    ask_still_right,
    confirm,
    end_asking,
    keep_entry,
    put_right,
    say_gone,
    say_there_after_all,
    say_what_it_is_like,
    take_back_what_it_is_like,
    take_sources_word,
)
from alongside.directory.models import Entry, Impression, KnownWord, StillRight
from alongside.directory.queries import find, like_it, open_question
from alongside.directory.told import Told
from alongside.directory.wishing import Wish
from alongside.foundation.actor import NOBODY, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.places.models import Postcode
from alongside.teams.models import Team
from alongside.trail.doing import acting
from tests.building import a_coordinator, an_actor, as_, days_ago, now, today
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db
SHED = Told("Fern shed", "group", "Men who mend old radios.", postcode="ZZ99 3AA", days=(2,), phone="01632 960111")


@pytest.fixture
def sam():
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
    return a_coordinator(name="Sam Holt")


def told_of(entry: Entry, **changed: object) -> Told:
    said = {name: getattr(entry, name) for name in Told.__dataclass_fields__}
    return Told(**{name: tuple(value) if isinstance(value, list) else value for name, value in said.items()} | changed)


def test_what_no_source_has_is_found_at_once_by_its_words_and_stands_where_its_postcode_is(sam):
    with as_(sam):
        made = keep_entry(SHED, by=sam, at=now())
    assert (made.latitude, made.confirmed_on, made.confirmed_how) == (53.4, today(), "visit")
    assert [one.offer.id for one in find(Wish(words="radios", today=today())).near] == [made.id]
    assert KnownWord.objects.filter(stem__in=made.stems, entries=1).count() == len(made.stems)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"postcode": "ZZ"}, "postcode"),
        ({"email": "ring us"}, "email"),
        ({"access": ("quiet",), "access_missing": ("quiet",)}, "access_missing"),
    ],
)
def test_what_is_wrong_stands_by_its_box_and_nothing_is_kept(sam, wrong, field):
    with as_(sam), pytest.raises(Refused) as refused:
        keep_entry(replace(SHED, **wrong), by=sam, at=now())
    assert (refused.value.field, Entry.objects.count()) == (field, 0)


def test_a_source_that_is_loaded_again_does_not_write_over_what_we_put_right_and_its_word_stands_beside(sam):
    load(a_listing("1", "Fern choir", phone="01632 960100", times="Mondays at 2"))
    entry = Entry.objects.get()
    with as_(sam):
        put_right(entry.id, told_of(entry, phone="01632 960199"), by=sam, at=now())
    load(a_listing("1", "Fern choir", phone="01632 960155", times="Mondays at 3"))
    entry.refresh_from_db()
    assert (entry.phone, entry.times, entry.source_says) == ("01632 960199", "Mondays at 3", {"phone": "01632 960155"})
    load(a_listing("1", "Fern choir", phone="01632 960199", times="Mondays at 3", description="Anybody may sing."))
    entry.refresh_from_db()
    assert (entry.source_says, entry.description) == ({}, "Anybody may sing.")


def test_a_name_put_right_is_found_by_its_own_words_after_the_source_is_loaded_again(sam):
    load(a_listing("1", "Fern choir"))
    entry = Entry.objects.get()
    with as_(sam):
        put_right(entry.id, told_of(entry, name="Fern ukulele band"), by=sam, at=now())
    load(a_listing("1", "Fern choir", times="Mondays"))
    assert [one.offer.id for one in find(Wish(words="ukulele", today=today())).near] == [entry.id]


def test_the_source_was_right_after_all_and_may_change_it_again(sam):
    load(a_listing("1", "Fern choir", phone="01632 960100"))
    entry = Entry.objects.get()
    with as_(sam):
        put_right(entry.id, told_of(entry, phone="01632 960199"), by=sam, at=now())
        take_sources_word(entry.id, "phone", by=sam, at=now())
        with pytest.raises(Refused):
            take_sources_word(entry.id, "phone", by=sam, at=now())
    entry.refresh_from_db()
    assert (entry.phone, entry.put_right, entry.source_says) == ("01632 960100", {}, {})
    load(a_listing("1", "Fern choir", phone="01632 960155"))
    entry.refresh_from_db()
    assert entry.phone == "01632 960155"


def test_what_is_gone_is_offered_to_nobody_and_comes_back(sam):
    with as_(sam):
        made = keep_entry(SHED, by=sam, at=now())
        say_gone(made.id, by=sam, at=now())
        assert find(Wish(words="radios", today=today())).near == []
        say_there_after_all(made.id, by=sam, at=now())
        assert len(find(Wish(words="radios", today=today())).near) == 1


def test_an_older_visit_does_not_take_back_a_newer_one(sam):
    with as_(sam):
        made = keep_entry(SHED, by=sam, at=now())
        confirm(made.id, how="call", on=days_ago(40), by=sam, at=now())
    made.refresh_from_db()
    assert (made.confirmed_on, made.confirmed_how) == (today(), "visit")


@pytest.mark.parametrize("name", ["Fern Shed", "The Fern shed", "Fern shed for men"])
def test_what_may_be_there_already_is_known(sam, name):
    with as_(sam):
        made = keep_entry(SHED, by=sam, at=now())
    assert [one.id for one in like_it(name, "", "")] == [made.id]
    assert [one.id for one in like_it("Radio menders", "zz99 3aa", "+44 1632 960111")] == [made.id]
    assert like_it("Brook choir", "ZZ99 3AA", "") == []


def test_what_it_is_like_is_for_anybody_or_for_the_team_alone(sam):
    ash, elsewhere = a_coordinator(Team.objects.get(id=sam.team_id)), a_coordinator()
    with as_(sam):
        entry = keep_entry(SHED, by=sam, at=now())
        say_what_it_is_like(entry, "A steep hill.", private=False, by=sam, at=now())
        private = say_what_it_is_like(entry, "Ring Bert on a good day.", private=True, by=sam, at=now())
    read = {}
    for who, actor in (("colleague", ash), ("elsewhere", elsewhere), ("anybody", NOBODY)):
        with acting(actor):
            read[who] = sorted(Impression.objects.values_list("words", flat=True))
    assert read == {"colleague": ["A steep hill.", "Ring Bert on a good day."], "elsewhere": ["A steep hill."], "anybody": ["A steep hill."]}
    with as_(ash), pytest.raises(NotYours):
        take_back_what_it_is_like(private, by=ash, at=now())


def asked(sam, entry: Entry, **given: object) -> StillRight:
    with as_(sam):
        return ask_still_right(entry, **{"to": "Marva", "until": today() + timedelta(days=9)} | given, by=sam, at=now())


def answered(one: StillRight, answer: str, words: str = "") -> bool:
    with acting(NOBODY):
        return answer_still_right(one.reference, answer, words, by=NOBODY, at=now())


def test_whoever_has_the_link_answers_without_an_account_and_right_is_a_confirmation(sam):
    with as_(sam):
        entry = keep_entry(SHED, by=sam, at=now() - timedelta(days=400))
    Entry.objects.filter(id=entry.id).update(confirmed_on=days_ago(400))
    one = asked(sam, entry)
    assert answered(one, "right") is True
    entry.refresh_from_db()
    assert (entry.confirmed_on, entry.confirmed_how, entry.confirmed_by_id) == (today(), "link", None)


def test_gone_deletes_nothing_and_waits_for_one_of_us(sam):
    with as_(sam):
        entry = keep_entry(SHED, by=sam, at=now())
    one = asked(sam, entry)
    assert answered(one, "gone") is True
    entry.refresh_from_db()
    assert entry.withdrawn_on is None
    with as_(sam):
        assert StillRight.objects.get().answer == "gone"


def test_a_link_that_is_ended_or_over_or_unknown_opens_nothing_and_changes_nothing(sam):
    with as_(sam):
        entry = keep_entry(SHED, by=sam, at=now())
    ended, over = asked(sam, entry), asked(sam, entry)
    with as_(sam):
        end_asking(ended, by=sam, at=now())
        StillRight.objects.filter(id=over.id).update(until=today())
    for one in (ended, over, StillRight(reference="nobody")):
        assert (answered(one, "gone"), open_question(one.reference)) == (False, None)


def test_a_change_says_what_changed(sam):
    with as_(sam):
        one = asked_in(sam)
    with acting(NOBODY), pytest.raises(Refused) as refused:
        answer_still_right(one.reference, "changed", " ", by=NOBODY, at=now())
    assert refused.value.field == "words"


def asked_in(sam) -> StillRight:
    return ask_still_right(keep_entry(SHED, by=sam, at=now()), to="", until=today() + timedelta(days=1), by=sam, at=now())


def test_nobody_but_whoever_walks_here_keeps_the_directory_or_reads_to_whom_a_link_went(sam):
    with as_(sam):
        asked_in(sam)
    for role in (Role.PARTNER, Role.COMMISSIONER, Role.ADMINISTRATOR):
        other = an_actor(role)
        with as_(other), pytest.raises(NotYours):
            keep_entry(SHED, by=other, at=now())
    for other in (NOBODY, a_coordinator()):
        with acting(other):
            assert StillRight.objects.count() == 0


def test_whoever_asks_through_the_pages_reads_no_private_word_in_any_table(sam):
    with as_(sam):
        entry = keep_entry(SHED, by=sam, at=now())
        say_what_it_is_like(entry, "Ring Bert on a good day.", private=True, by=sam, at=now())
    with acting(NOBODY), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM directory_impression WHERE private")
        assert cursor.fetchone() == (0,)
