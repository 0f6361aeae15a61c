"""What a list and a card say of buses: for the time that it meets, from where somebody starts, no further on foot than they can."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.test import Client

from alongside.directory.actions import SessionTold, add_session, keep_entry
from alongside.directory.by_bus import A_FEW_STEPS, A_STROLL, MIDDAY, When, by_bus, steps_for, when_to_go
from alongside.directory.coming import coming
from alongside.directory.meeting import WEEKLY, rule_of
from alongside.directory.models import Entry
from alongside.directory.times import hours_in
from alongside.directory.told import Told
from alongside.places.buses.gtfs import read_timetable
from alongside.places.models import Postcode
from alongside.web.speaking import COOKIE
from tests.building import a_coordinator, as_, now, today
from tests.directory.test_commands import run
from tests.places.timetables import FILES, a_timetable

SALE = (53.4002, -2.3)


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def thursday() -> date:
    """A Thursday that is no holiday of the timetable's."""
    return today() + timedelta(days=(2 - today().weekday()) % 7 + 1)


@pytest.fixture
def buses(tmp_path, db):
    year = today().year
    days = FILES["calendar.txt"].replace("20260101", f"{year}0101").replace("20271231", f"{year + 1}1231")
    path = a_timetable(tmp_path, calendar=days, calendar_dates=None)
    run("load_timetable", str(path))
    return read_timetable(path)


@pytest.fixture
def choir(db, thursday):
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=SALE[0], longitude=SALE[1], neighbourhood="Fernbrook Central")
    Postcode.objects.create(postcode="ZZ99 3AB", latitude=53.4202, longitude=-2.3, neighbourhood="Brook End")
    sam = a_coordinator()
    with as_(sam):
        entry = keep_entry(Told("Custom House choir", "group", postcode="ZZ99 3AB"), by=sam, at=now())
        add_session(entry, SessionTold(thursday, rule_of(WEEKLY, thursday), time(10), time(12)), by=sam, at=now())
    return Entry.objects.get(id=entry.id)


def said_of(buses, entry: Entry, start=SALE, walk: int = A_STROLL, days: frozenset[int] = frozenset()):
    return by_bus(buses, start, walk, entry, coming([entry.id])[entry.id], days, today())


def test_it_says_which_bus_there_for_the_hour_of_the_session_and_which_back(buses, choir, thursday):
    said = said_of(buses, choir)
    assert said.ways == [
        f"on Thursday {thursday.day} {thursday:%B} to be there by 10:00: bus 41 from Sale Road at 9:42 to Custom House, 12 minutes; 50 m to walk",
        "back: bus 41 from Custom House at 12:10 to Sale Road, 14 minutes; 50 m to walk",
    ]
    assert said.in_the_way == []


def test_it_says_when_no_bus_is_in_time_and_when_none_goes_home(buses, choir, thursday):
    sessions = coming([choir.id])[choir.id]
    sessions[0].session.starts_at, sessions[0].session.ends_at = time(9), time(10)
    assert by_bus(buses, SALE, A_STROLL, choir, sessions, frozenset(), today()).in_the_way == [
        f"no bus that we know of gets there by 9:00 on Thursday {thursday.day} {thursday:%B}"
    ]
    sessions[0].session.starts_at, sessions[0].session.ends_at = time(10), time(16)
    late = by_bus(buses, SALE, A_STROLL, choir, sessions, frozenset(), today())
    assert (len(late.ways), late.in_the_way) == (1, ["no bus back after 16:00"])


def test_nothing_is_said_where_one_walks_where_no_bus_is_known_and_after_the_timetable_ends(buses, choir):
    assert said_of(buses, choir, start=(53.4195, -2.3)).ways == []
    assert said_of(buses, choir, start=(54.9, -2.3)) == said_of(buses, choir, start=(53.4195, -2.3))
    sessions = coming([choir.id])[choir.id]
    assert by_bus(buses, SALE, A_STROLL, choir, sessions, frozenset(), today() + timedelta(days=900)).in_the_way == []


def test_who_cannot_walk_far_is_sent_to_no_stop_beyond_300_metres(buses, choir):
    further = (53.4036, -2.3)  # 520 m by road from Sale Road
    assert said_of(buses, choir, start=further).ways != []
    assert "no bus that we know of" in said_of(buses, choir, start=further, walk=A_FEW_STEPS).in_the_way[0]
    assert (steps_for("used to mend radios, can't walk far"), steps_for("likes walking")) == (A_FEW_STEPS, A_STROLL)


@pytest.mark.parametrize(
    ("days", "times", "asked", "wanted"),
    [
        ([2], "2 to 4", frozenset(), (2, 14 * 3600, 16 * 3600)),
        ([2, 4], "", frozenset({4}), (4, MIDDAY, 14 * 3600)),
        ([1, 2, 3, 4, 5], "9.30 to 5.30", frozenset({3}), (3, MIDDAY, 14 * 3600)),
        ([], "", frozenset({5}), (5, MIDDAY, 14 * 3600)),
        ([], "", frozenset(), None),
    ],
)
def test_without_a_session_it_goes_by_the_hours_or_by_midday(days, times, asked, wanted):
    found = when_to_go(Entry(name="Fern shed", days=days, times=times), [], asked, today())
    assert (found and (found.day.isoweekday(), found.by, found.until)) == wanted
    assert found is None or (isinstance(found, When) and today() < found.day <= today() + timedelta(days=7))


@pytest.mark.parametrize(("times", "hours"), [("2 to 4", (14, 16)), ("9.30 to 12", (9.5, 12)), ("10 to 12, and 2 to 4", None), ("mornings", None)])
def test_hours_are_read_where_there_is_one_span(times, hours):
    assert hours_in(times) == (hours and tuple(hour * 3600 for hour in hours))


def test_a_search_and_the_card_say_it_and_keep_nothing(client: Client, buses, choir):
    found = text(client.get("/around/", {"words": "choir", "near": "ZZ99 3AA", "far": "10000"}))
    assert "bus 41 from Sale Road at 9:42 to Custom House" in found
    there = f"/around/{choir.id}/card/"
    assert "bus 41" not in text(client.get(there))
    card = client.post(there, {"near": "ZZ99 3AA"})
    assert "Back: bus 41 from Custom House at 12:10 to Sale Road" in text(card)
    assert client.session.keys() == Client().session.keys()
    assert client.post(there, {}).status_code == 422
    wrong = client.post(there, {"near": "Nowhere"})
    assert (wrong.status_code, "We do not know where “Nowhere” is" in text(wrong)) == (422, True)


def test_a_card_tells_of_buses_in_welsh(client: Client, buses, choir):
    client.cookies[COOKIE] = "cy"
    card = text(client.post(f"/around/{choir.id}/card/", {"near": "ZZ99 3AA"}))
    assert "Yn ôl: bws 41 o Custom House am 12:10 i Sale Road" in card


def test_without_a_timetable_nobody_is_asked_from_where(client: Client, choir):
    assert "From where?" not in text(client.get(f"/around/{choir.id}/card/"))
    found = text(client.get("/around/", {"words": "choir", "near": "ZZ99 3AA", "far": "10000"}))
    assert ("Custom House choir" in found, "bus 41" in found, "no bus" in found) == (True, False, False)
