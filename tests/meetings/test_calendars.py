"""The days of meetings in a calendar: bank holidays left out and said, and nobody in it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from django.test import Client

from alongside.meetings import actions
from alongside.meetings.calendar import as_file
from alongside.meetings.days import next_days
from alongside.meetings.links import address_of, calendar_address_of
from alongside.meetings.models import Series
from tests.building import as_, now, signed_in, today

from .conftest import Table, a_series, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def unfolded(body: str) -> list[str]:
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    return body.replace("\r\n ", "").split("\r\n")


def days_in(body: str) -> list[date]:
    """What another reader makes of the file's first event."""
    lines = unfolded(body)
    event = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    told = [line.replace(";TZID=Europe/London", "") for line in event if line.startswith(("DTSTART", "RRULE", "RDATE", "EXDATE"))]
    found = rrulestr("\n".join(told), forceset=True, ignoretz=True, compatible=True)
    return [moment.date() for moment in found]


@pytest.mark.parametrize(
    ("nation", "on", "elsewhere"),
    [("SCT", date(2027, 11, 30), "ENG"), ("ENG", date(2027, 3, 29), "SCT"), ("NIR", date(2027, 7, 12), "WLS"), ("WLS", date(2027, 3, 29), "SCT")],
)
def test_the_bank_holidays_of_its_nation_are_left_out_and_said_and_those_of_another_are_not(nation, on, elsewhere):
    table = Table()
    for one in (nation, elsewhere):
        series = a_series(table.sam, f"Meeting of {one}", nation=one, rhythm="weekly", starts_on=on - timedelta(days=7), last_day=on + timedelta(days=7))
        found = next_days(series.meets, one, on, 1)
        page = text(signed_in(table.sam).get(f"/meetings/{series.id}/days.ics"))
        assert (found[0].on, bool(found[0].left_out)) == (on, one == nation)
        assert (f"EXDATE;TZID=Europe/London:{on:%Y%m%d}" in page) == (one == nation)


def test_another_reader_finds_the_same_days_and_the_words_say_which_are_left_out():
    table = Table()
    series = a_series(table.sam, "Wednesdays", rhythm="weekly", starts_on=today(), last_day=date(today().year + 1, 12, 31))
    body = signed_in(table.sam).get(f"/meetings/{series.id}/days.ics").content.decode()
    expected = next_days(series.meets, "ENG", today(), 200)
    assert days_in(body) == [day.on for day in expected if not day.left_out]
    said = next(line for line in unfolded(body) if line.startswith("DESCRIPTION"))
    soon = [day for day in expected if day.left_out and (day.on - today()).days <= 400]
    assert all(day.left_out.replace("'", "'") in said.replace("\\,", ",") for day in soon)


def test_a_seats_calendar_holds_when_and_where_and_nobody_and_is_no_way_in():
    table = Table()
    table.brings("Gwen Pettifer")
    table.sends()
    with as_(table.sam):
        Series.objects.filter(id=table.series.id).update(place="Fern Hall", call_link="https://call.example.org/fern")
    address = calendar_address_of(table.ivys_seat.reference)
    seat = text(Client().get(f"/seat/{table.ivys_address}/"))
    assert f"/meeting-days/{address}.ics" in seat
    body = Client().get(f"/meeting-days/{address}.ics").content.decode()
    whole = "\n".join(unfolded(body))
    assert "SUMMARY:Fernbrook planning meeting" in whole
    assert "LOCATION:Fern Hall" in whole
    assert not any(name in whole for name in ("Gwen", "Pettifer", "Ivy", "Rao", "Delaney", "stairs", table.ivys_address))
    assert Client().get(f"/seat/{address}/").status_code == 404, "a calendar's address sits in no seat"
    assert Client().get(f"/meeting-days/{address_of(table.ivys_seat.reference)}.ics").status_code == 404
    with as_(table.sam):
        actions.leave_seat(table.ivys_seat, by=table.sam, at=now())
    assert Client().get(f"/meeting-days/{address}.ics").status_code == 404


def test_ones_own_calendar_tells_of_every_table_until_another_is_made():
    table = Table()
    a_series(table.sam, "Harbour Surgery MDT", starts_at=time(14))
    sam, gp = signed_in(table.sam), signed_in(table.gp)
    found = {}
    for name, client in (("sam", sam), ("gp", gp)):
        assert client.post("/meetings/calendar/").status_code == 303
        page = text(client.get("/my-tables/"))
        found[name] = page.split("/meeting-days/")[1].split(".ics")[0]
    theirs = {name: Client().get(f"/meeting-days/{address}.ics").content.decode() for name, address in found.items()}
    assert (theirs["sam"].count("BEGIN:VEVENT"), theirs["gp"].count("BEGIN:VEVENT")) == (2, 1)
    sam.post("/meetings/calendar/")
    assert Client().get(f"/meeting-days/{found['sam']}.ics").status_code == 404


def test_a_meeting_that_was_moved_off_its_rhythm_stays_in_the_calendar():
    from alongside.meetings.calendar import InCalendar

    told = InCalendar(
        id=a_series(Table().sam, "Thursdays").id, name="Thursdays", starts_on=date(2026, 9, 3), rule="FREQ=WEEKLY;BYDAY=TH", last_day=date(2026, 12, 31),
        nation="ENG", starts_at=time(10), minutes=60, place="", call_link="", at=now(), met_on=(date(2026, 9, 4),),
    )  # fmt: skip
    body = as_file([told], now=now().replace(year=2026, month=9, day=1))
    assert date(2026, 9, 4) in days_in(body)
