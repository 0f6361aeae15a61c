"""Another directory is read into ours: page by page, politely, whole or not at all, and never over what one of us put right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alongside.directory.actions import put_right, take_sources_word
from alongside.directory.models import Entry, Source
from alongside.directory.told import Told
from alongside.exchange.actions.feeds import connect_feed
from alongside.exchange.feeds.connecting import connecting
from alongside.exchange.feeds.reading import read_feed
from alongside.exchange.models import Feed, FeedService
from alongside.exchange.permissions import READ_FEEDS
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in

from .feed_server import Directory, a_service, published, say

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_this_machine(settings: Any) -> None:
    settings.FEEDS_FROM = "127.0.0.1"


def connect(directory: Directory, name: str = "Fernshire directory", **given: str) -> Feed:
    with as_(READ_FEEDS):
        return connect_feed(connecting(directory.address, name, **given), by=READ_FEEDS, at=now())


def read(feed: Feed, waits: list[float] | None = None) -> Feed:
    return read_feed(feed.id, by=READ_FEEDS, rest=(waits if waits is not None else []).append)


def the_directory() -> dict[str, tuple[Any, ...]]:
    """Every entry, as it stands."""
    return {one.source_key: (one.name, one.description, one.phone, one.postcode, one.days) for one in Entry.objects.all()}


def test_a_whole_service_becomes_an_entry_with_everything_that_it_says():
    whole = a_service(
        "a", "<b>Fern</b> counselling", description="<p>Listening &amp; tea.</p><p>No <script>alert(1)</script>forms.</p>", url="http://fern.example.org/tea",
        email="hello@example.org", fees="", assured_date="2026-01-05", organization={"id": "o", "name": "Fern Trust", "description": ""},
        service_at_locations=[{"id": "al", "location": {"id": "l", "location_type": "physical", "name": "Fern Hall", "latitude": 53.4, "longitude": -2.3,
            "addresses": [{"id": "ad", "address_1": "1 Fern Row", "city": "Sale", "state_province": "", "postal_code": "zz99 3aa", "country": "GB"}],
            "accessibility": [{"id": "ac", "description": "A ramp at the side."}]}}],
        schedules=[{"id": "s", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "10:00:00", "closes_at": "12:30:00"}],
        cost_options=[{"id": "c", "option": "Adults", "amount": 3, "amount_description": "a session"}],
        contacts=[{"id": "p", "name": "Ann Persona", "phones": [{"id": "ph", "number": "01632 960111"}]}],
    )  # fmt: skip
    with published(whole) as directory:
        feed = read(connect(directory, licence="OGL"))
    entry = Entry.objects.get()
    assert (entry.name, entry.description, entry.organisation, entry.kind) == ("Fern counselling", "Listening & tea.\nNo forms.", "Fern Trust", "service")
    assert (entry.address, entry.postcode, entry.latitude, entry.access_words) == ("Fern Hall, 1 Fern Row, Sale", "ZZ99 3AA", 53.4, "A ramp at the side.")
    assert (entry.days, entry.times) == ([2, 4], "Tuesday and Thursday 10:00 to 12:30")
    assert (entry.cost, entry.cost_words, entry.phone) == ("some", "Adults: £3 a session", "01632 960111")
    assert (entry.website, entry.email, entry.confirmed_on, entry.confirmed_how) == (
        "http://fern.example.org/tea",
        "hello@example.org",
        date(2026, 1, 5),
        "feed",
    )
    assert (entry.source.name, entry.source.licence, entry.source_key) == ("Fernshire directory", "OGL", "a")
    assert (feed.version, feed.done["added"], feed.begun_at, feed.said) == ("HSDS-UK-3.0", 1, None, "")
    assert "Persona" not in str(list(FeedService.objects.values()))


def test_what_is_as_it_was_is_not_asked_for_again_and_nothing_is_written():
    dated = a_service("1", last_modified="2026-01-01T00:00:00Z")
    with published(dated, a_service("2", "Moss library")) as directory:
        feed = read(connect(directory))
        before = list(Entry.objects.values_list("id", "digest", "name"))
        directory.asked.clear()
        feed = read(feed)
        assert directory.asked == ["/", "/services?page=1&per_page=50", "/services/2"]
        assert directory.sent_back == 1
    assert (feed.done["added"], feed.done["changed"], feed.done["unchanged"]) == (0, 0, 2)
    assert list(Entry.objects.values_list("id", "digest", "name")) == before


def test_what_one_of_us_put_right_stays_and_what_the_feed_says_instead_is_shown():
    sam = a_coordinator()
    with published(a_service("1", contacts=[{"id": "c", "phones": [{"id": "p", "number": "01632 960111"}]}])) as directory:
        feed = read(connect(directory))
        entry = Entry.objects.get()
        with as_(sam):
            put_right(entry.id, Told(name=entry.name, kind=entry.kind, phone="01632 960222"), by=sam, at=now())
        directory.publish(a_service("1", "Fern singers", contacts=[{"id": "c", "phones": [{"id": "p", "number": "01632 960333"}]}]))
        read(feed)
    entry.refresh_from_db()
    assert (entry.name, entry.phone, entry.source_says) == ("Fern singers", "01632 960222", {"phone": "01632 960333"})
    with as_(sam):
        assert take_sources_word(entry.id, "phone", by=sam, at=now()).phone == "01632 960333"


def test_reading_goes_on_where_it_stopped():
    with published(*(a_service(str(key), f"Group {key}") for key in range(6)), a_page=2) as directory:
        directory.tricks["/services?page=3"] = lambda handler: say(handler, {"message": "tired"}, 502)
        feed, waits = connect(directory), []
        with pytest.raises(Refused, match="answered 502"):
            read(feed, waits)
        feed.refresh_from_db()
        assert (Entry.objects.count(), Source.objects.count(), feed.page, feed.begun_at is None) == (0, 1, 3, False)
        assert "answered 502" in feed.said
        directory.tricks.clear()
        directory.asked.clear()
        feed = read(feed)
        assert directory.asked == ["/services?page=3&per_page=50", "/services/4", "/services/5"]
    assert (Entry.objects.count(), feed.done["added"], feed.said) == (6, 6, "")


def test_who_asks_says_who_they_are_and_rests_between_two_questions():
    heard: list[str] = []
    with published(a_service("1"), a_service("2")) as directory:
        directory.tricks["/services/1"] = lambda handler: (heard.append(handler.headers["User-Agent"]), say(handler, a_service("1")))[-1]
        waits: list[float] = []
        read(connect(directory), waits)
    assert heard[0].startswith("Alongside/")
    assert waits == [0.2, 0.2, 0.2]


def test_whoever_asks_us_to_wait_is_waited_for_and_a_long_wait_is_kept_for_later():
    times = iter([3, 7200])
    with published(a_service("1")) as directory:

        def busy(handler: Any) -> None:
            seconds = next(times, None)
            say(handler, directory.page(1)) if seconds is None else say(handler, None, 429, Retry_After=str(seconds))

        directory.tricks["/services?"] = busy
        feed, waits = connect(directory), []
        with pytest.raises(Refused, match="not to be asked before"):
            read(feed, waits)
        feed.refresh_from_db()
        assert 3.0 in waits
        assert feed.not_before is not None
        assert 7100 < (feed.not_before - now()).total_seconds() < 7210


def test_only_an_administrator_connects_another_directory():
    sam = a_coordinator()
    with as_(sam), pytest.raises(NotYours, match="administrator"):
        connect_feed(connecting("https://directory.example.org"), by=sam, at=now())


def test_an_administrator_connects_one_on_the_page_and_sees_how_it_went(settings):
    robin = an_actor(Role.ADMINISTRATOR, a_team(), "Robin")
    browser = signed_in(robin)
    with published(a_service("1"), {"id": "2"}) as directory:
        answer = browser.post("/feeds/", {"address": f"{directory.address}/services", "name": "Fernshire", "licence": "OGL", "kind": "group"})
        feed = Feed.objects.get()
        assert (answer.status_code, answer["Location"], feed.address) == (303, f"/feeds/{feed.id}/", directory.address)
        assert "It begins." in browser.get(answer["Location"]).content.decode()
        read(feed)
    shown = browser.get(f"/feeds/{feed.id}/").content.decode()
    assert [words in shown for words in ("Fernshire", "1 entry is new", "It has no name.", "Read it now")] == [True] * 4
    assert Entry.objects.get().kind == "group"
    assert browser.post(f"/feeds/{feed.id}/ended/").status_code == 303
    assert "None is connected yet." in browser.get("/feeds/").content.decode()
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Write the address of the feed."),
        ("file:///etc/passwd", "is not an address of a feed"),
        ("https://somebody:secret@directory.example.org", "is not an address of a feed"),
    ],
)
def test_what_is_no_address_is_refused_beside_its_box(address, said):
    browser = signed_in(an_actor(Role.ADMINISTRATOR, a_team(), "Robin"))
    answer = browser.post("/feeds/", {"address": address, "name": "Fernshire", "kind": "service"})
    assert (answer.status_code, said in answer.content.decode(), Feed.objects.count()) == (422, True, 0)
