"""The file for a calendar: read by another reader, it gives the same days."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from dateutil.rrule import rruleset, rrulestr
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.directory.actions import SessionTold, add_session, keep_entry
from alongside.directory.coming import Coming
from alongside.directory.meeting import FORTNIGHTLY, MONTHLY, ONCE, WEEKLY, WHICH, rule_of
from alongside.directory.models import Entry, Session
from alongside.directory.told import Told
from alongside.noticeboard.in_a_calendar import calendar_of
from alongside.places.models import Postcode
from tests.building import a_coordinator, a_locality, as_, now, today

HOW = st.sampled_from([(ONCE, ""), (WEEKLY, ""), (FORTNIGHTLY, ""), *((MONTHLY, which) for which in WHICH)])
STRETCHES = st.lists(st.tuples(st.integers(-30, 500), st.integers(0, 90)), max_size=4)


def unfolded(text: str) -> list[str]:
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def days_in(text: str) -> rruleset:
    """Every day of the file's one event, as python-dateutil reads it."""
    lines = unfolded(text)
    event = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    told = [line.replace(";TZID=Europe/London", "").replace(";VALUE=DATE", "") for line in event if line.startswith(("DTSTART", "RRULE", "RDATE", "EXDATE"))]
    found = rrulestr("\n".join(told), forceset=True, ignoretz=True, compatible=True)
    assert isinstance(found, rruleset)
    return found


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    HOW,
    st.one_of(st.none(), st.integers(0, 500)),
    st.lists(st.integers(0, 80), max_size=3),
    st.one_of(st.none(), STRETCHES),
    st.booleans(),
)
def test_another_reader_gives_the_same_days(starts, how, lasts, left_out, stretches, timed):
    session = Session(
        id=UUID(int=1),
        starts_on=starts,
        rule=rule_of(how[0], starts, how[1]),
        last_day=None if lasts is None else starts + timedelta(days=lasts),
        not_on=[starts + timedelta(days=7 * weeks) for weeks in left_out],
        starts_at=time(14) if timed else None,
        ends_at=time(16) if timed else None,
        term_time=stretches is not None,
    )
    terms = None if stretches is None else tuple((starts + timedelta(days=first), starts + timedelta(days=first + days)) for first, days in stretches)
    meets = session.meets if terms is None else type(session.meets)(starts, session.rule, session.last_day, tuple(session.not_on), terms)
    text = calendar_of(Entry(name="Fern choir; and, others", address="Fern Hall\nBrook Road"), [Coming(session, meets)], "https://example.org/n/abc/")
    wanted = meets.next_days(starts, 8)
    if not wanted:
        assert "BEGIN:VEVENT" not in text
        return
    assert [moment.date() for moment, _ in zip(days_in(text), range(8), strict=False)] == wanted


@pytest.mark.django_db
def test_anybody_puts_it_into_their_calendar(client: Client):
    sam = a_coordinator()
    with as_(sam):
        entry = keep_entry(Told("Fern choir, with tea", "group"), by=sam, at=now())
        add_session(entry, SessionTold(today(), rule_of(WEEKLY, today()), time(14), time(16)), by=sam, at=now())
    assert "Put it into your calendar" in client.get(f"/around/{entry.id}/").content.decode()
    given = client.get(f"/around/{entry.id}/calendar.ics")
    lines = unfolded(given.content.decode())
    assert given["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"DTSTART;TZID=Europe/London:{today():%Y%m%d}T140000" in lines
    assert "SUMMARY:Fern choir\\, with tea" in lines
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


@pytest.mark.django_db
def test_what_has_no_sessions_gives_a_calendar_with_nothing_in_it(client: Client):
    sam = a_coordinator()
    with as_(sam):
        entry = keep_entry(Told("Fern choir", "group"), by=sam, at=now())
    assert "BEGIN:VEVENT" not in client.get(f"/around/{entry.id}/calendar.ics").content.decode()


@pytest.mark.django_db
def test_a_neighbourhood_has_one_calendar_of_what_meets_in_it():
    sam = a_coordinator()
    here, elsewhere = a_locality(), a_locality()
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, locality=here)
    Postcode.objects.create(postcode="ZZ99 3AB", latitude=53.5, longitude=-2.4, locality=elsewhere)
    for name, postcode in (("Fern choir", "ZZ99 3AA"), ("Moss choir", "ZZ99 3AB"), ("Choir of no place", "")):
        with as_(sam):
            entry = keep_entry(Told(name=name, kind="group", postcode=postcode), by=sam, at=now())
            add_session(entry, SessionTold(today(), rule_of(WEEKLY, today())), by=sam, at=now())
    text = Client().get(f"/around/calendar/{here.id}.ics").content.decode()
    assert [line for line in unfolded(text) if line.startswith("SUMMARY")] == ["SUMMARY:Fern choir"]
