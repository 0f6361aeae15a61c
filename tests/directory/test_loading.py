"""Loading entries: once, again, and after somebody was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.directory.actions import LoadedEntries, confirm, load_entries
from alongside.directory.models import Entry, KnownWord, Source
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.places.models import Postcode
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, an_actor, as_, now, today
from tests.directory.conftest import LOADER, a_listing, load

pytestmark = pytest.mark.django_db


def test_an_entry_is_kept_with_all_its_source_says():
    given = a_listing(
        description="Singing, with “quotes”, back\\slashes\nand\ttabs.",
        organisation="Fern",
        address="1 Brook Road",
        place_words="Round the back.",
        postcode="ZZ99 3AA",
        latitude=53.4,
        longitude=-2.3,
        days=(2, 5),
        times="2pm",
        cost="free",
        cost_words="Bring cake",
        access=("step free", "toilet"),
        access_missing=("hearing loop",),
        access_words="Ramp",
        phone="01632 960001",
        email="info@example.org",
        website="http://example.org",
        how_to_join="Come",
        confirmed_on=date(2026, 1, 5),
    )
    load(given)
    entry = Entry.objects.get()
    kept = {
        name: getattr(entry, name) for name in ("name", "kind", "description", "organisation", "address", "place_words", "postcode", "latitude", "longitude")
    }
    kept |= {name: getattr(entry, name) for name in ("times", "cost", "cost_words", "access_words", "phone", "email", "website", "how_to_join", "confirmed_on")}
    assert kept == {name: getattr(given, name) for name in kept}
    assert (entry.days, entry.access, entry.access_missing) == ([2, 5], ["step free", "toilet"], ["hearing loop"])
    assert (entry.confirmed_how, entry.source.name, entry.source.licence) == ("feed", "A file", "OGL")


def test_loading_again_writes_no_entry():
    load(a_listing(), a_listing("2"))
    before = list(Entry.objects.order_by("id").values_list("id", "digest"))
    assert load(a_listing(), a_listing("2")) == LoadedEntries(unchanged=2, without_place=2)
    assert list(Entry.objects.order_by("id").values_list("id", "digest")) == before


def test_only_what_changed_is_written_and_keeps_its_key():
    load(a_listing(), a_listing("2"))
    key = Entry.objects.get(source_key="1").id
    assert load(a_listing(name="Fern singers"), a_listing("2")) == LoadedEntries(changed=1, unchanged=1, without_place=2)
    assert Entry.objects.get(id=key).name == "Fern singers"


def test_what_is_not_in_the_file_any_more_stays_and_is_said():
    load(a_listing(), a_listing("2"))
    assert load(a_listing()).gone == 1
    assert Entry.objects.count() == 2


def test_two_sources_do_not_touch_one_another():
    load(a_listing())
    assert load(a_listing(name="Another"), source="Another file") == LoadedEntries(added=1, without_place=1)
    assert Entry.objects.count() == 2


def test_a_place_comes_from_the_postcode_and_again_when_it_is_known_later():
    assert load(a_listing(postcode="ZZ99 3AA")).without_place == 1
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3)
    assert load(a_listing(postcode="ZZ99 3AA")) == LoadedEntries(changed=1)
    assert Entry.objects.get().latitude == 53.4


def test_the_files_own_place_goes_before_the_postcodes():
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3)
    load(a_listing(postcode="ZZ99 3AA", latitude=53.41, longitude=-2.31))
    assert Entry.objects.get().latitude == 53.41


def test_an_entry_without_a_place_is_kept_without_one():
    load(a_listing())
    assert list(Entry.objects.values_list("latitude", "longitude")) == [(None, None)]


def test_what_one_of_us_saw_is_not_undone_by_an_older_word_of_the_source():
    load(a_listing(confirmed_on=date(2025, 1, 1)))
    sam = a_coordinator()
    with as_(sam):
        confirm(Entry.objects.get().id, how="visit", on=today() - timedelta(days=3), by=sam, at=now())
    load(a_listing(name="Fern singers", confirmed_on=date(2025, 2, 1)))
    assert list(Entry.objects.values_list("name", "confirmed_how", "confirmed_on")) == [("Fern singers", "visit", today() - timedelta(days=3))]
    load(a_listing(name="Fern singers", confirmed_on=today()))
    assert list(Entry.objects.values_list("confirmed_how", "confirmed_on")) == [("feed", today())]


def test_words_are_counted_for_finding():
    load(a_listing(name="Fern choir", description="Singers welcome"), a_listing("2", name="Brook choirs"))
    assert dict(KnownWord.objects.values_list("stem", "entries")) == {"fern": 1, "choir": 2, "sing": 1, "welcom": 1, "brook": 1}


def test_a_failure_in_the_middle_loads_nothing():
    with pytest.raises(Exception, match="an_entry_has_a_name"):
        load(a_listing(), a_listing("2", name=""))
    assert (Entry.objects.count(), Source.objects.count(), KnownWord.objects.count()) == (0, 0, 0)


def test_nothing_to_load_is_refused():
    with pytest.raises(Refused, match="nothing was loaded"):
        load()


def test_loading_stands_in_the_trail():
    load(a_listing())
    with as_(LOADER):
        line = Line.objects.order_by("-seq").first()
        assert line is not None
        assert (line.actor_id, line.verb, line.about) == (LOADER.id, "loaded entries", f"source {Source.objects.get().id} 1 added 0 changed")


def test_a_stream_of_entries_will_do():
    with as_(LOADER):
        done = load_entries((replace(a_listing(), source_key=str(number)) for number in range(3)), source="A stream", by=LOADER, at=now())
    assert done.added == 3


class TestConfirming:
    @pytest.fixture
    def entry(self):
        load(a_listing())
        return Entry.objects.get()

    def test_whoever_was_there_says_so(self, entry):
        sam = a_coordinator()
        with as_(sam):
            confirm(entry.id, how="visit", on=today(), by=sam, at=now())
        entry.refresh_from_db()
        assert (entry.confirmed_on, entry.confirmed_how, entry.confirmed_by_id) == (today(), "visit", sam.id)

    @pytest.mark.parametrize(
        ("how", "days", "sentence"), [("visit", 1, "This date has not come yet."), ("feed", 0, "Say whether you were there or called."), ("", 0, "Say whether")]
    )
    def test_what_cannot_be_so_is_refused(self, entry, how, days, sentence):
        sam = a_coordinator()
        with pytest.raises(Refused, match=sentence), as_(sam):
            confirm(entry.id, how=how, on=today() + timedelta(days=days), by=sam, at=now())

    def test_a_partner_is_told_who_confirms(self, entry):
        partner = an_actor(Role.PARTNER)
        with pytest.raises(NotYours, match="Only coordinators, support officers and managers confirm an entry"), as_(partner):
            confirm(entry.id, how="visit", on=today(), by=partner, at=now())
