"""What a feed says of when: sessions where it is sure, words where it is not, and never over what one of us said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from alongside.directory.actions import SessionTold, add_session, end_session, not_on
from alongside.directory.meeting import DAY_CODES, rule_of
from alongside.directory.models import Entry, Session
from alongside.exchange.files.reading import read_package
from alongside.exchange.open_referral.incoming import incoming
from alongside.exchange.open_referral.package import packed
from alongside.exchange.open_referral.sessions import sessions_of
from tests.building import a_coordinator, as_, now
from tests.directory.conftest import a_listing, load

from .feed_server import a_service, published, say
from .test_reading_feeds import connect, read

TUESDAY = date(2026, 1, 6)


@pytest.fixture
def _on_this_machine(settings: Any) -> None:
    settings.FEEDS_FROM = "127.0.0.1"


def test_every_week_at_a_time_is_a_session_for_each_day():
    found = sessions_of([{"freq": "WEEKLY", "byday": "TU,TH", "dtstart": "2026-01-05", "opens_at": "10:00:00", "closes_at": "12:30", "valid_to": "2026-12-31"}])
    assert found == tuple(SessionTold(day, rule_of("weekly", day), time(10), time(12, 30), date(2026, 12, 31)) for day in (TUESDAY, date(2026, 1, 8)))


def test_a_day_of_the_month_and_school_terms_are_read():
    (found,) = sessions_of([{"freq": "MONTHLY", "byday": "-1TU", "valid_from": "2026-01-01", "description": "Term time only"}])
    assert (found.starts_on, found.rule, found.term_time, found.words) == (date(2026, 1, 27), "FREQ=MONTHLY;BYDAY=-1TU", True, "Term time only")


def test_every_week_without_a_first_day_is_sure_and_every_second_is_not():
    assert [one.rule for one in sessions_of([{"freq": "weekly", "byday": "TU"}])] == ["FREQ=WEEKLY;BYDAY=TU"]
    assert sessions_of([{"freq": "WEEKLY", "byday": "TU", "interval": 2}]) == ()


@pytest.mark.parametrize(
    "unsure",
    [
        {"description": "Not in August"}, {"byday": "TU,XX"}, {"byday": "1TU"}, {"freq": "MONTHLY"}, {"freq": "DAILY"}, {"interval": "3"}, {"interval": "x"},
        {"opens_at": "ten"}, {"opens_at": "12:00", "closes_at": "10:00"}, {"closes_at": "10:00"}, {"count": 3}, {"bymonthday": "4"}, {"dtstart": "soon"},
        {"valid_to": "2025-01-01"}, {"notes": "Sometimes at the other hall"}, {"interval": 2, "wkst": "SU"}, {"byweekno": "3"},
    ],
)  # fmt: skip
def test_what_is_not_sure_is_no_session(unsure):
    assert sessions_of([{"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-01-06", **unsure}]) == ()


@bounded(max_examples=60, deadline=None)
@given(begins=st.dates(date(2024, 1, 1), date(2027, 1, 1)), days=st.sets(st.integers(0, 6), min_size=1), every=st.sampled_from([1, 2]))
def test_its_days_are_those_that_a_plain_reading_counts(begins, days, every):
    found = sessions_of([{"freq": "WEEKLY", "byday": ",".join(DAY_CODES[day] for day in sorted(days)), "dtstart": begins.isoformat(), "interval": every}])
    until = begins + timedelta(days=40)
    told = sorted(day for one in found for day in one.meets.days(begins) if day < until)
    monday = begins - timedelta(days=begins.weekday())
    plain = [day for day in (begins + timedelta(days=n) for n in range(40)) if day.weekday() in days and ((day - monday).days // 7) % every == 0]
    assert told == plain


sessions = st.builds(
    lambda day, rule, hours, last, terms, words: SessionTold(
        day, rule_of(*rule[:1], day, *rule[1:]), *hours, last if rule[0] != "once" else None, terms, words
    ),
    st.dates(date(2024, 1, 1), date(2026, 6, 1)),
    st.sampled_from([("weekly",), ("fortnightly",), ("monthly", "last"), ("once",)]),
    st.sampled_from([(None, None), (time(10), None), (time(10), time(12, 30))]),
    st.none() | st.dates(date(2027, 1, 1), date(2028, 1, 1)),
    st.booleans(),
    st.sampled_from(["", "Ring first", "Only in school terms, mostly"]),
)


@pytest.mark.django_db
@bounded(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sets(sessions, min_size=1, max_size=3))
def test_sessions_that_an_alongside_tells_another_takes_as_they_are(held):
    sam = a_coordinator()
    with transaction.atomic():
        load(a_listing("1", "Fern choir"))
        entry = Entry.objects.get()
        with as_(sam):
            # Two that differ in their first day alone meet on the same days from the later one on: one is told.
            newest = {replace(one, starts_on=date.min): one for one in sorted(held, key=lambda one: one.starts_on)}.values()
            kept = {one for one in newest if one.meets.next_days(one.starts_on, 1)}
            for one in kept:
                add_session(entry, one, by=sam, at=now())
        by_feed = incoming(Client().get(f"/open-referral/3.0/services/{entry.id}").json()).listings
        by_package = read_package(packed()).listings
        assert [set(one.meets) for one in (*by_feed, *by_package)] == [kept, kept]
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.usefixtures("_on_this_machine")
def test_they_come_in_change_and_end_with_the_feed_and_nothing_is_written_when_nothing_changed():
    def choir(byday: str) -> dict[str, Any]:
        return a_service("1", schedules=[{"id": "s", "freq": "WEEKLY", "byday": byday, "dtstart": "2026-01-05", "opens_at": "10:00", "notes": "Tea after"}])

    def held() -> list[tuple[Any, ...]]:
        return list(Session.objects.filter(ended_at__isnull=True).order_by("starts_on").values_list("id", "rule", "starts_at", "words", "by"))

    with published(choir("MO,TU")) as directory:
        feed = read(connect(directory))
        first = held()
        assert [one[1:] for one in first] == [(f"FREQ=WEEKLY;BYDAY={day}", time(10), "Tea after", None) for day in ("MO", "TU")]
        read(feed)
        assert held() == first
        directory.publish(choir("TU,WE"))
        read(feed)
        assert [one[1] for one in held()] == ["FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=WE"]
        assert held()[0] == first[1]
        directory.publish(a_service("1", schedules=[{"id": "s", "description": "Most Tuesdays, sometimes Mondays"}]))
        read(feed)
    entry = Entry.objects.get()
    assert (held(), entry.days, entry.times) == ([], [], "Most Tuesdays, sometimes Mondays")


@pytest.mark.django_db
@pytest.mark.parametrize("deed", ["ended", "left out", "added"])
def test_what_one_of_us_said_of_when_stands(deed):
    sam, told = a_coordinator(), SessionTold(TUESDAY, rule_of("weekly", TUESDAY), time(10))
    load(a_listing("1", meets=(told,), days=(2,)))
    session = Session.objects.get()
    with as_(sam):
        if deed == "ended":
            end_session(session, by=sam, at=now())
        elif deed == "left out":
            not_on(session, TUESDAY + timedelta(days=7), by=sam, at=now())
        else:
            add_session(session.entry, SessionTold(TUESDAY + timedelta(days=1)), by=sam, at=now())
    before = list(Session.objects.order_by("id").values())
    load(a_listing("1", "Fern singers", meets=(SessionTold(TUESDAY, rule_of("weekly", TUESDAY), time(11)),), days=(2,)))
    assert (list(Session.objects.order_by("id").values()), Entry.objects.get().name) == (before, "Fern singers")


@pytest.mark.django_db
@pytest.mark.usefixtures("_on_this_machine")
@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_a_feed_of_the_plain_standard_tells_whole_services_in_its_list(version):
    service = a_service(
        "a", "Fern counselling", description="Listening.", url="https://fern.example.org/tea", additional_urls=[{"id": "u", "url": "https://other.example.org"}],
        organization={"id": "o", "name": "Fern Trust", "description": "", "website": "https://trust.example.org"}, eligibility_description="Anybody over 18.",
        phones=[{"id": "p", "number": "01632 960111", "type": "voice"}], languages=[{"id": "l", "name": "Welsh"}, {"id": "m", "name": "English"}],
        capacities=[{"id": "c", "available": 3, "maximum": 12, "updated": "2026-01-05T10:00:00Z", "unit": {"id": "n", "name": "places"}}],
        service_at_locations=[{"id": "al", "location": {"id": "x", "location_type": "physical", "name": "Fern Hall", "latitude": 53.4, "longitude": -2.3,
            "addresses": [{"id": "ad", "address_1": "1 Fern Row", "city": "Sale", "region": "Fernshire", "postal_code": "ZZ99 3AA"}]},
            "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "TU", "dtstart": "2026-01-06", "opens_at": "10:00"}]}],
    )  # fmt: skip
    with published(service, version=version, in_lists=tuple(service)) as directory:
        directory.tricks["/services/"] = lambda handler: say(handler, None, 500)
        read(connect(directory))
        assert directory.asked == ["/", "/services?page=1&per_page=50&full=true"]
    entry = Entry.objects.get()
    assert (entry.organisation, entry.website, entry.phone, entry.languages) == ("Fern Trust", "https://fern.example.org/tea", "01632 960111", "Welsh, English")
    assert (entry.address, entry.postcode, entry.latitude) == ("Fern Hall, 1 Fern Row, Sale, Fernshire", "ZZ99 3AA", 53.4)
    assert entry.description == "Listening.\n\nAnybody over 18.\n\nFree (places): 3 of 12, on 05/01/2026."
    assert [one.rule for one in entry.sessions.all()] == ["FREQ=WEEKLY;BYDAY=TU"]
