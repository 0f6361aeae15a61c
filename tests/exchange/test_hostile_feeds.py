"""A feed that means harm, or is broken, is refused in a sentence, and nothing of it is in the directory."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from alongside.directory.models import Entry
from alongside.exchange.feeds.cleaning import words_of
from alongside.exchange.feeds.fetching import Asking
from alongside.exchange.feeds.reaching import networks
from alongside.foundation.refusals import Refused

from .feed_server import Trick, a_service, published, say
from .test_reading_feeds import connect, read

HERE = networks("127.0.0.1")


def sent_to(address: str) -> Trick:
    return lambda handler: say(handler, None, 302, Location=address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.2:9/", "leads inside"), ("http://169.254.169.254/latest/meta-data/", "leads inside"), ("http://[::1]:9/", "leads inside"),
        ("file:///etc/passwd", "not an address"), ("//127.0.0.3/", "leads inside"),
        ("http://somebody@127.0.0.1/", "not an address"), ("/services", "without end"),
    ],
)  # fmt: skip
def test_being_sent_inside_or_round_is_refused(address, said):
    with published() as directory:
        directory.tricks["/services"] = sent_to(address)
        with pytest.raises(Refused, match=said):
            Asking(HERE, rest=lambda _: None).get(f"{directory.address}/services")


def bytes_of(body: bytes, **headers: str) -> Trick:
    return lambda handler: say(handler, body, 200, **headers)


def in_drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def a_heading_in_drips(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def nothing_at_all(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


@pytest.mark.parametrize("trick", [in_drips, a_heading_in_drips, nothing_at_all])
def test_who_answers_too_slowly_is_cut_off(trick):
    with published() as directory:
        directory.tricks["/services"] = trick
        began = time.monotonic()
        with pytest.raises(Refused, match="takes longer than"):
            Asking(HERE, rest=lambda _: None).get(f"{directory.address}/services", longest=0.4)
        assert time.monotonic() - began < 1.5


def test_a_bomb_is_not_unpacked():
    bomb = gzip.compress(gzip.compress(b"0" * 300_000_000))
    packed = gzip.compress(b" " * 300_000_000)
    with published() as directory:
        directory.tricks["/services"] = bytes_of(packed, Content_Encoding="gzip")
        directory.tricks["/twice"] = bytes_of(bomb, Content_Encoding="gzip, gzip")
        tracemalloc.start()
        for path in ("services", "twice"):
            with pytest.raises(Refused, match="larger than 2 MB"):
                Asking(HERE, rest=lambda _: None).get(f"{directory.address}/{path}", largest=2_000_000)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert most < 60_000_000


def test_what_never_ends_is_cut_off_at_the_bound():
    def without_end(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 65_536)

    with published() as directory:
        directory.tricks["/services"] = without_end
        with pytest.raises(Refused, match="larger than 1 MB"):
            Asking(HERE, rest=lambda _: None).get(f"{directory.address}/services", largest=1_000_000)


PAGE: dict[str, Any] = {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": True, "last_page": True, "empty": False}


def a_page(*items: Any, **other: Any) -> bytes:
    return json.dumps({**PAGE, "contents": list(items), **other}).encode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "it is empty"), (b"<html>Welcome</html>", "cannot be read"), (b'{"contents": [', "cannot be read"), (b'{"contents": ["\xe9"]}', "UTF-8"),
        (b"[" * 200_000, "too deep"), (b'{"contents": [NaN]}', "cannot be read"), (b"1" * 10_000, "cannot be read"),
        (b"[]", "no list called “contents”"),
        (b'{"contents": {}}', "no list called “contents”"), (b'{"services": []}', "no list called “contents”"),
        (a_page(*[1] * 5_001), "more than 5000 services"),
        (a_page({"id": "1"}, total_pages=10**9), "has 1000000000 pages"), (a_page({"id": "1"}, page_number=7), "round in a circle"),
        (a_page("x"), "are not as Open Referral has them"), (a_page({"id": "1", "contacts": [3]}), "are not as Open Referral has them"),
        (a_page({"id": "1", "name": "A", "contacts": "x"}), "words in “contacts” where a list should be"),
        (a_page({"id": "1", "name": {"a": 1}, "contacts": []}), "where words should be"), (a_page({"id": 7, "name": "A", "contacts": []}), "a number in “id”"),
        (a_page({"id": "1", "name": "A", "status": "maybe", "contacts": []}), "Its status is “maybe”"), (a_page(), "so nothing was loaded"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_a_sentence_and_nothing_is_loaded(settings, body, said):
    settings.FEEDS_FROM = "127.0.0.1"
    with published() as directory:
        directory.tricks["/services"] = bytes_of(body)
        feed = connect(directory)
        with pytest.raises(Refused) as refused:
            read(feed)
    feed.refresh_from_db()
    assert said in refused.value.sentence
    assert (Entry.objects.count(), feed.begun_at, feed.said) == (0, None, refused.value.sentence)


@pytest.mark.django_db
def test_pages_without_end_that_tell_the_same_again_are_left(settings):
    settings.FEEDS_FROM = "127.0.0.1"
    with published() as directory:
        directory.tricks["/services"] = lambda handler: say(
            handler, {"contents": [a_service("1", contacts=[])], "page_number": int(handler.path.split("page=")[1].split("&")[0]), "last_page": False}
        )
        with pytest.raises(Refused, match="goes round in a circle"):
            read(connect(directory))
        assert (Entry.objects.count(), len(directory.asked)) == (0, 5)


@pytest.mark.django_db
def test_a_few_wrong_services_are_left_out_and_said_and_the_others_taken(settings):
    settings.FEEDS_FROM = "127.0.0.1"
    good = [a_service(str(key), f"Group {key}") for key in range(9)]
    with published(*good, {"id": "wrong", "status": "active"}) as directory:
        feed = read(connect(directory))
    assert (Entry.objects.count(), [(one["key"], one["why"]) for one in feed.left_out]) == (9, [("wrong", "It has no name.")])


@pytest.mark.django_db
def test_a_service_that_answers_with_another_is_left_out(settings):
    settings.FEEDS_FROM = "127.0.0.1"
    with published(*(a_service(str(key), f"Group {key}") for key in range(9))) as directory:
        directory.tricks["/services/3"] = lambda handler: say(handler, a_service("4", "Another"))
        feed = read(connect(directory))
    assert sorted(Entry.objects.values_list("name", flat=True)) == [f"Group {key}" for key in range(9) if key != 3]
    assert "another service" in feed.left_out[0]["why"]


@pytest.mark.django_db
def test_what_was_there_stays_as_it_was_when_the_feed_turns_bad(settings):
    settings.FEEDS_FROM = "127.0.0.1"
    with published(a_service("1"), a_service("2", "Moss library")) as directory:
        feed = read(connect(directory))
        before = list(Entry.objects.values())
        directory.tricks["/services?"] = bytes_of(b"<html>We are moving house</html>")
        with pytest.raises(Refused):
            read(feed)
    assert list(Entry.objects.values()) == before


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Tea &amp; cake", "Tea & cake"),
        ("<p>Tea<br>and <b>cake</b></p><ul><li>Monday</li></ul>", "Tea\nand cake\nMonday"),
        ("<script>alert(1)</script>Tea<style>x{}</style><img src=x onerror=alert(1)>", "Tea"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("a\x00b\ud800c\u202ed", "abcd"),
        ("under 5 < 6 years", "under 5 < 6 years"),
    ],
)
def test_text_is_kept_and_markup_is_not(said, kept):
    assert words_of(said) == kept


def test_nobody_is_asked_again_for_ever():
    with published() as directory:
        directory.tricks["/"] = lambda handler: say(handler, None, 503)
        waits: list[float] = []
        with pytest.raises(Refused, match="answered 503"):
            Asking(HERE, rest=waits.append).get(f"{directory.address}/services")
        assert (len(directory.asked), waits) == (3, [2.0, 4.0])
