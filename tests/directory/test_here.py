"""What else is at a place and by an organisation; and what is true of the place, said of all of it and taken back."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.directory.actions import put_together
from alongside.directory.actions.here import say_of_all_here, take_back_of_all_here
from alongside.directory.here import known_from_others, others, would_say
from alongside.directory.models import Entry
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from tests.building import a_coordinator, an_actor, as_, now, signed_in
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db

HALL = {"address": "Fern Hall, Brook Road, Fernbrook", "postcode": "ZZ99 3AA", "latitude": 53.4, "longitude": -2.3}


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def hall() -> dict[str, Entry]:
    load(
        a_listing(
            "choir",
            "Fern choir",
            **HALL,
            organisation="Fern Trust",
            access=("step free", "quiet"),
            access_missing=("parking",),
            getting_there="The 41 stops outside.",
        ),
        a_listing("lunch", "Fern lunch", **HALL | {"address": "fern hall,  Brook Rd"}, access=("toilet",), access_missing=("step free",)),
        a_listing("chess", "Fern chess", **HALL, access=("parking",), access_words="Ring the bell."),
        a_listing("stroll", "Fern stroll", organisation="FERN TRUST", address="Brook Park", postcode="ZZ99 3AB"),
        a_listing("far", "Far lunch", **HALL | {"latitude": 53.41}),
        a_listing("other", "Other hall", **HALL | {"address": "Brook Chapel, Brook Road"}),
        a_listing("street", "Somewhere on the street", **HALL | {"address": "Brook Road, Fernbrook"}),
        a_listing("letters", "Letters only", **HALL, place_words="Only its letters go there."),
    )
    return {one.source_key: one for one in Entry.objects.select_related("source")}


def names(entries) -> list[str]:
    return [one.name for one in entries]


def test_what_is_in_one_hall_and_by_one_organisation_is_reached_from_each_other(hall):
    found = others(hall["choir"])
    assert (names(found.here), names(found.by_them)) == (["Fern chess", "Fern lunch"], ["Fern stroll"])
    assert names(others(hall["lunch"]).here) == ["Fern chess", "Fern choir"]
    for alone in ("far", "other", "street", "letters"):
        assert names(others(hall[alone]).here) == []
    assert names(others(hall["stroll"]).by_them) == ["Fern choir"]


def test_what_is_gone_or_more_than_a_page_holds_is_not_listed(hall):
    Entry.objects.filter(source_key="lunch").update(withdrawn_on="2026-01-01")
    load(*(a_listing(f"more{number}", f"More {number:02}", **HALL) for number in range(14)), source="Another")
    found = others(hall["choir"])
    assert (len(found.here), found.more_here, "Fern lunch" in names(found.here)) == (12, 3, False)
    sam = a_coordinator()
    with as_(sam):
        assert len(say_of_all_here(hall["choir"].id, by=sam, at=now())) == 15


def test_what_others_say_of_the_place_is_read_where_they_agree_and_it_says_nothing(hall):
    assert known_from_others(hall["other"], [hall["choir"], hall["lunch"]]) == (["toilet"], ["parking"])
    assert known_from_others(hall["chess"], [hall["choir"]]) == (["step free"], [])


def test_a_quiet_hour_is_not_said_of_the_building_and_what_it_is_silent_about_stays(hall):
    assert would_say(hall["choir"], hall["lunch"]) == {
        "access": ["step free", "toilet"],
        "access_missing": ["parking"],
        "getting_there": "The 41 stops outside.",
    }
    assert would_say(hall["choir"], hall["chess"]) == {"access": ["step free"], "access_missing": ["parking"], "getting_there": "The 41 stops outside."}
    assert would_say(hall["stroll"], hall["choir"]) == {}


def test_it_is_said_of_all_here_and_taken_back_as_it_was(hall):
    sam = a_coordinator()

    def standing() -> list[object]:
        return list(Entry.objects.order_by("id").values("name", "access", "access_missing", "access_words", "getting_there", "put_right", "source_says"))

    before = standing()
    with as_(sam):
        done = say_of_all_here(hall["choir"].id, by=sam, at=now())
    lunch = Entry.objects.get(source_key="lunch")
    assert (sorted(lunch.access), lunch.access_missing, lunch.getting_there) == (["step free", "toilet"], ["parking"], "The 41 stops outside.")
    assert lunch.source_says == {"access": ["toilet"], "access_missing": ["step free"], "getting_there": ""}
    assert set(lunch.put_right) == {"access", "access_missing", "getting_there"}
    with as_(sam), pytest.raises(Refused, match="the same of the place already"):
        say_of_all_here(hall["choir"].id, by=sam, at=now())
    with as_(sam):
        assert take_back_of_all_here(done, by=sam, at=now()) == 2
    assert standing() == before


def test_what_somebody_put_right_since_is_not_taken_back(hall):
    sam = a_coordinator()
    with as_(sam):
        done = say_of_all_here(hall["choir"].id, by=sam, at=now())
    Entry.objects.filter(source_key="lunch").update(getting_there="Ring first.")
    with as_(sam):
        take_back_of_all_here(done, by=sam, at=now())
    lunch = Entry.objects.get(source_key="lunch")
    assert (lunch.getting_there, lunch.access) == ("Ring first.", ["toilet"])


def test_what_was_put_into_another_since_is_taken_back_like_the_rest(hall):
    sam = a_coordinator()
    before = {entry.source_key: entry.access for entry in Entry.objects.all()}
    with as_(sam):
        done = say_of_all_here(hall["choir"].id, by=sam, at=now())
        put_together(hall["far"].id, hall["lunch"].id, by=sam, at=now())
        take_back_of_all_here(done, by=sam, at=now())
    assert {entry.source_key: entry.access for entry in Entry.objects.all()} == before


def test_a_partner_says_nothing_of_a_place(hall):
    partner = an_actor(Role.PARTNER)
    with as_(partner), pytest.raises(NotYours):
        say_of_all_here(hall["choir"].id, by=partner, at=now())


def test_anybody_reads_what_else_is_there_and_one_of_us_says_it_of_all_and_takes_it_back(hall):
    there = f"/around/{hall['choir'].id}/"
    anybody = text(Client().get(there))
    assert "Also here" in anybody
    assert "Also by Fern Trust" in anybody
    assert "What this one says is so" not in anybody
    ours = signed_in(a_coordinator())
    assert "2 of them say something else, or nothing, of getting there and in: Fern chess, Fern lunch." in text(ours.get(there))
    after = ours.post(f"{there}of-all-here/", follow=True)
    assert "2 others say it now too." in text(after)
    assert "something else, or nothing" not in text(after)
    back = ours.post(f"{there}of-all-here/not/", follow=True)
    assert "They say again what they said." in text(back)
    assert "take it back" not in text(back)
    assert Entry.objects.get(source_key="lunch").access == ["toilet"]


def test_what_stands_alone_has_no_such_part(hall):
    assert "Near at hand" not in text(Client().get(f"/around/{hall['far'].id}/"))
    assert "What others here say of the place: accessible toilet" in text(Client().get(f"/around/{hall['chess'].id}/"))
