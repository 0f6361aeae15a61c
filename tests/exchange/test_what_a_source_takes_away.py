"""What a source says is over is withdrawn, with why; and is there again when it says so. What one of us saw counts more."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from alongside.directory.actions import say_gone, say_there_after_all
from alongside.directory.models import Entry
from alongside.exchange.files.reading import read_package
from alongside.exchange.models import Feed
from tests.building import a_coordinator, as_, now, today

from .feed_server import Directory, a_service, published
from .test_packages import zipped
from .test_reading_feeds import connect, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_this_machine(settings: Any) -> None:
    settings.FEEDS_FROM = "127.0.0.1"


def says(directory: Directory, feed: Feed, status: str) -> Feed:
    """The choir's status, and all of it read."""
    directory.publish(a_service("1", status=status), a_service("2", "Moss library"))
    return read(feed)


def choir() -> tuple[Any, bool]:
    entry = Entry.objects.get(source_key="1")
    return entry.withdrawn_on, entry.withdrawn_by_source


@pytest.mark.parametrize("status", ["defunct", "inactive"])
def test_it_is_withdrawn_with_why_and_comes_back(status):
    with published() as directory:
        feed = connect(directory)
        says(directory, feed, "active")
        done = says(directory, feed, status).done
        assert (choir(), done["withdrawn"], done["gone"]) == ((today(), True), 1, 0)
        page = Client().get(f"/around/{Entry.objects.get(source_key='1').id}/").content.decode()
        assert "Its source says so: Fernshire directory." in page
        assert "Fern choir" not in Client().get("/around/", {"words": "choir"}).content.decode()
        before = list(Entry.objects.order_by("id").values())
        assert says(directory, feed, status).done["withdrawn"] == 0
        assert list(Entry.objects.order_by("id").values()) == before
        done = says(directory, feed, "active").done
    assert (choir(), done["back"]) == ((None, False), 1)


def test_one_that_was_never_here_does_not_come_in_only_to_be_over():
    with published() as directory:
        says(directory, connect(directory), "defunct")
    assert [one.name for one in Entry.objects.all()] == ["Moss library"]


def test_what_one_of_us_saw_to_be_there_is_not_taken_away_until_the_source_has_changed_its_mind():
    sam = a_coordinator()
    with published() as directory:
        feed = connect(directory)
        for status in ("active", "defunct"):
            says(directory, feed, status)
        with as_(sam):
            say_there_after_all(Entry.objects.get(source_key="1").id, by=sam, at=now())
        says(directory, feed, "inactive")
        assert choir() == (None, False)
        for status in ("active", "defunct"):
            says(directory, feed, status)
    assert choir() == (today(), True)


def test_what_one_of_us_said_is_gone_no_source_brings_back():
    sam = a_coordinator()
    with published() as directory:
        feed = connect(directory)
        says(directory, feed, "active")
        with as_(sam):
            say_gone(Entry.objects.get(source_key="1").id, by=sam, at=now())
        for status in ("defunct", "active"):
            says(directory, feed, status)
    assert choir() == (today(), False)


def test_every_place_of_a_service_that_is_over_is_withdrawn():
    places = [{"id": f"al{key}", "location": {"id": key, "location_type": "physical", "name": f"Hall {key}"}} for key in "xy"]
    with published(a_service("1", service_at_locations=places)) as directory:
        feed = read(connect(directory))
        directory.publish(a_service("1", status="defunct", service_at_locations=places))
        assert read(feed).done["withdrawn"] == 2


def test_a_package_says_what_is_over_too():
    read_now = read_package(zipped(services="id,name,status\n1,Fern choir,defunct\n2,Moss library,active\n"))
    assert (read_now.over, [one.name for one in read_now.listings]) == (["1"], ["Moss library"])
