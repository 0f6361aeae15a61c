"""Where a source says otherwise than one of us, whoever settles it presses once, and takes it back with one press."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from alongside.directory.actions import keep_ours, put_right, take_sources_word, unsettle
from alongside.directory.models import Entry, Settled, Source
from alongside.directory.told import Told
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.places.models import Postcode
from tests.building import a_coordinator, an_actor, as_, now, signed_in
from tests.desk.asking import asks_the_same_with_one_and_with_thirty
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db
PAGE = "/around/disagreements/"
OURS, THEIRS, NEWER = "01632 960111", "01632 960222", "01632 960333"


def right(entry: Entry, **said: Any) -> Entry:
    """One of us puts something of it right."""
    sam = a_coordinator()
    stands = {"name": entry.name, "kind": entry.kind, "phone": entry.phone, "postcode": entry.postcode}
    with as_(sam):
        return put_right(entry.id, Told(**{**stands, **said}), by=sam, at=now())


def disagreed(name: str = "Fern choir", source: str = "Fernshire", key: str = "1") -> Entry:
    """An entry of which we have one number and its source another."""
    load(a_listing(key, name, phone=THEIRS), source=source)
    return right(Entry.objects.get(source__name=source, source_key=key), phone=OURS)


def text(browser: Client, url: str = PAGE) -> str:
    return " ".join(browser.get(url).content.decode().split())


@pytest.fixture
def robin() -> Client:
    return signed_in(an_actor(Role.ADMINISTRATOR, name="Robin"))


def press(browser: Client, entry: Entry, which: str, field: str = "phone", **more: str) -> Any:
    return browser.post(PAGE, {"entry": str(entry.id), "field": field, which: "", **more})


def test_ours_stands_beside_theirs_with_who_says_it(robin):
    entry = disagreed()
    page = text(robin)
    assert [words in page for words in (entry.name, "Telephone", f"“{OURS}”", f"Fernshire says: “{THEIRS}”", "Keep ours", "Take theirs")] == [True] * 6


def test_what_is_kept_is_not_asked_again_until_the_source_says_something_else(robin):
    entry = disagreed()
    assert press(robin, entry, "ours").status_code == 303
    assert "No source says anything else than we do." in text(robin)
    load(a_listing("1", "Fern singers", phone=THEIRS), source="Fernshire")
    entry.refresh_from_db()
    assert (entry.name, entry.phone, entry.source_says) == ("Fern singers", OURS, {})
    load(a_listing("1", "Fern singers", phone=NEWER), source="Fernshire")
    entry.refresh_from_db()
    assert (entry.phone, entry.source_says) == (OURS, {"phone": NEWER})


def test_what_is_taken_may_be_changed_by_the_source_again(robin):
    entry = disagreed()
    press(robin, entry, "theirs")
    entry.refresh_from_db()
    assert (entry.phone, entry.put_right, entry.source_says) == (THEIRS, {}, {})
    load(a_listing("1", phone=NEWER), source="Fernshire")
    entry.refresh_from_db()
    assert entry.phone == NEWER


@pytest.mark.parametrize("which", ["ours", "theirs"])
def test_either_is_taken_back_and_then_all_is_as_it_was(robin, which):
    entry = disagreed()
    before = (entry.phone, entry.put_right, entry.source_says)
    press(robin, entry, which)
    assert "Settled lately" in text(robin)
    robin.post(PAGE, {"back": str(Settled.objects.get().id)})
    entry.refresh_from_db()
    assert (entry.phone, entry.put_right, entry.source_says) == before
    assert "Settled lately" not in text(robin)


def test_taken_back_after_the_source_spoke_again_its_newest_word_stands_beside_ours(robin):
    entry = disagreed()
    press(robin, entry, "theirs")
    load(a_listing("1", phone=NEWER), source="Fernshire")
    robin.post(PAGE, {"back": str(Settled.objects.get().id)})
    entry.refresh_from_db()
    assert (entry.phone, entry.source_says) == (OURS, {"phone": NEWER})


def test_what_was_put_right_again_since_is_not_written_over_by_taking_back(robin):
    entry = disagreed()
    press(robin, entry, "theirs")
    right(entry, phone=NEWER)
    robin.post(PAGE, {"back": str(Settled.objects.get().id)})
    entry.refresh_from_db()
    assert entry.phone == NEWER
    assert "Somebody has put this right again since" in text(robin)


def test_nothing_is_taken_that_was_not_on_the_page(robin):
    entry = disagreed()
    seen = robin.get(PAGE).context["entries"][0][1][0][0].seen
    load(a_listing("1", phone=NEWER), source="Fernshire")
    press(robin, entry, "theirs", seen=seen)
    entry.refresh_from_db()
    assert (entry.phone, Settled.objects.count()) == (OURS, 0)
    assert "Its source says something else again by now." in text(robin)


def test_its_place_follows_its_postcode_whichever_word_stands(robin):
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook")
    Postcode.objects.create(postcode="ZZ99 3AB", latitude=53.5, longitude=-2.2, neighbourhood="Moss")
    load(a_listing("1", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.31), source="Fernshire")
    entry = right(Entry.objects.get(), postcode="ZZ99 3AB")
    load(a_listing("1", "Fern singers", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.31), source="Fernshire")
    assert "Where it is on the map" not in text(robin)
    press(robin, entry, "ours", "postcode")
    load(a_listing("1", "Fern choir", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.31), source="Fernshire")
    entry.refresh_from_db()
    assert (entry.postcode, entry.latitude, entry.source_says) == ("ZZ99 3AB", 53.5, {})
    robin.post(PAGE, {"back": str(Settled.objects.get().id)})
    load(a_listing("1", "Fern singers", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.31), source="Fernshire")
    press(robin, entry, "theirs", "postcode")
    entry.refresh_from_db()
    assert (entry.postcode, entry.latitude, entry.put_right, entry.source_says) == ("ZZ99 3AA", 53.41, {}, {})


def test_where_only_the_place_on_the_map_is_another_it_is_settled_as_one(robin):
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook")
    load(a_listing("1"), source="Fernshire")
    entry = right(Entry.objects.get(), postcode="ZZ99 3AA")
    load(a_listing("1", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.3), source="Fernshire")
    page = text(robin)
    assert ("Where it is on the map" in page, "“53.40000, -2.30000”" in page, "“53.41000, -2.30000”" in page) == (True, True, True)
    press(robin, entry, "ours", "latitude")
    load(a_listing("1", "Fern singers", postcode="ZZ99 3AA", latitude=53.41, longitude=-2.3), source="Fernshire")
    entry.refresh_from_db()
    assert (entry.latitude, entry.source_says) == (53.4, {})
    robin.post(PAGE, {"back": str(Settled.objects.get().id)})
    press(robin, entry, "theirs", "latitude")
    entry.refresh_from_db()
    assert (entry.latitude, entry.longitude, entry.source_says) == (53.41, -2.3, {})


def test_they_are_shown_by_source(robin):
    disagreed("Fern choir", "Fernshire")
    disagreed("Moss library", "Libraries")
    fernshire = Source.objects.get(name="Fernshire")
    page = text(robin, f"{PAGE}?source={fernshire.id}")
    assert ("Fern choir" in page, "Moss library" in page, "Libraries (1)" in page) == (True, False, True)


def test_on_its_own_page_the_team_settles_it_too():
    entry = disagreed()
    browser = signed_in(a_coordinator())
    there = f"/around/{entry.id}/"
    assert "Keep ours" in text(browser, there)
    assert press(browser, entry, "theirs", **{"from": "entry"})["Location"] == there
    assert "its source’s word stands again" in text(browser, there)


def test_only_those_who_keep_it_true_or_connect_sources_settle_it():
    entry = disagreed()
    pat = an_actor(Role.COMMISSIONER)
    for deed in (keep_ours, take_sources_word):
        with as_(pat), pytest.raises(NotYours, match="administrators"):
            deed(entry.id, "phone", by=pat, at=now())
    assert signed_in(pat).get(PAGE).status_code == 403


def test_what_was_taken_back_is_not_taken_back_twice():
    entry, sam = disagreed(), a_coordinator()
    with as_(sam):
        one = keep_ours(entry.id, "phone", by=sam, at=now())
        unsettle(one.id, by=sam, at=now())
        with pytest.raises(Refused, match="taken back already"):
            unsettle(one.id, by=sam, at=now())


def test_the_list_asks_as_much_with_one_as_with_thirty(robin):
    numbers = iter(range(40))

    def one_more() -> str:
        number = next(numbers)
        entry = disagreed(f"Choir {number}z", key=str(number))
        if number % 3:
            press(robin, entry, "ours")
        return "Choir 0z"

    asks_the_same_with_one_and_with_thirty(robin, PAGE, one_more)
