"""One feed is read at a time, in all processes, and every night all that are due are read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import psycopg
import pytest
from django.db import connection

from alongside.directory.models import Entry
from alongside.exchange.feeds.beside import read_or_say_why, read_what_is_due
from alongside.exchange.feeds.reading import A_DAY, Busy, one_feed_at_a_time
from alongside.exchange.models import Feed
from alongside.exchange.permissions import READ_FEEDS
from alongside.foundation.refusals import Refused
from tests.building import now

from .feed_server import a_service, published, say
from .test_reading_feeds import connect, read

pytestmark = pytest.mark.django_db
LOCK = "SELECT pg_advisory_lock(hashtextextended('reading a feed', 0))"


@pytest.fixture(autouse=True)
def _on_this_machine(settings: Any) -> None:
    settings.FEEDS_FROM = "127.0.0.1"


@contextmanager
def another_process() -> Iterator[Any]:
    """A connection of somebody else's to the same database, in the middle of a reading."""
    told = connection.get_connection_params()
    given = {name: told[name] for name in ("host", "port", "user", "password", "dbname") if told.get(name)}
    with psycopg.connect(**given, autocommit=True) as other:
        other.execute(LOCK)
        yield other


def test_while_another_process_reads_one_nobody_asks_a_feed_anything():
    with published(a_service("1")) as directory, another_process():
        feed = connect(directory)
        with pytest.raises(Busy, match="being read already"):
            read(feed)
        read_or_say_why(feed.id, READ_FEEDS)
        assert (directory.asked, Entry.objects.count()) == ([], 0)
    feed.refresh_from_db()
    assert (feed.said, feed.begun_at) == ("", None)


def test_whoever_waits_begins_as_soon_as_the_other_is_done():
    with another_process() as other:
        let_go = Event()

        def ends() -> None:
            let_go.wait(10)
            other.close()

        done = Thread(target=ends)
        done.start()
        let_go.set()
        with one_feed_at_a_time(wait=10.0):
            pass
        done.join()


def test_whatever_a_reading_dies_of_the_next_may_begin():
    with pytest.raises(RuntimeError, match="the power went"), one_feed_at_a_time():
        raise RuntimeError("the power went")
    with another_process() as other:
        other.close()
    # A server takes a moment to see that a line is dead.
    with one_feed_at_a_time(wait=10.0):
        pass


def test_every_night_what_is_due_is_read_and_one_that_fails_stops_no_other():
    with published(a_service("1")) as broken, published(a_service("2", "Moss library")) as fresh, published(a_service("3", "Fern shed")) as due:
        broken.tricks["/"] = lambda handler: say(handler, b"no JSON")
        feeds = {name: connect(directory, name) for name, directory in (("broken", broken), ("fresh", fresh), ("due", due))}
        read(feeds["fresh"])
        for one in (broken, fresh):
            one.asked.clear()
        read_what_is_due()
        assert (fresh.asked, sorted(Entry.objects.values_list("name", flat=True))) == ([], ["Fern shed", "Moss library"])
        assert "is not JSON" in Feed.objects.get(id=feeds["broken"].id).said
        Feed.objects.filter(id=feeds["fresh"].id).update(read_at=now() - A_DAY - timedelta(minutes=1))
        fresh.publish(a_service("2", "Moss library and café"))
        read_what_is_due()
    assert sorted(Entry.objects.values_list("name", flat=True)) == ["Fern shed", "Moss library and café"]


def test_what_is_ended_or_asked_not_to_be_asked_is_let_alone_at_night():
    with published(a_service("1")) as ended, published(a_service("2")) as tired:
        Feed.objects.filter(id=connect(ended, "ended").id).update(ended_at=now())
        Feed.objects.filter(id=connect(tired, "tired").id).update(not_before=now() + timedelta(hours=1))
        read_what_is_due()
        assert (ended.asked, tired.asked) == ([], [])


def test_at_night_what_broke_off_goes_on_at_its_page():
    with published(*(a_service(str(key), f"Group {key}") for key in range(4)), a_page=2) as directory:
        feed = connect(directory)
        directory.tricks["/services?page=2"] = lambda handler: say(handler, None, 502)
        with pytest.raises(Refused, match="502"):
            read(feed)
        directory.tricks.clear()
        directory.asked.clear()
        read_what_is_due()
    assert ("/services?page=1&per_page=50" in directory.asked, Entry.objects.count()) == (False, 4)
