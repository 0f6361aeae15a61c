"""A package of tables is read by the same reading as a feed: our own comes back as it was, and a hostile one leaves nothing."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from alongside.directory.models import Entry
from alongside.exchange.files.reading import read_package
from alongside.exchange.open_referral import unpacking
from alongside.exchange.open_referral.incoming import incoming
from alongside.exchange.open_referral.package import packed
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import LONGEST_ROW, MOST_COLUMNS
from tests.directory.conftest import a_listing, load
from tests.exchange.test_what_we_tell_we_take import SAME, listings

SERVICES = "id,name,status,organization_id\n1,Fern choir,active,o\n2,Moss library,active,o\n"


SMALLER = 6_000_000
"""Bytes that may be unpacked in a test: a bomb of the real size takes long to make."""


def zipped(**files: str | bytes) -> bytes:
    """A package of these files; `services=` is services.csv."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            whole.writestr(name if "." in name else f"{name}.csv", content)
    return made.getvalue()


def described(*paths: str) -> str:
    return json.dumps({"resources": [{"name": path.split("/")[-1].removesuffix(".csv"), "path": path} for path in paths]})


def test_a_package_without_a_description_is_read_by_the_names_of_its_tables():
    read = read_package(
        zipped(
            services="id,organization_id,name,description,status\na,o,Fern counselling,<p>Listening &amp; tea.</p>,active\n",
            organizations="id,name\no,Fern Trust\n",
            service_at_locations="id,service_id,location_id\nal,a,l\n",
            locations="id,location_type,name,latitude,longitude\nl,physical,Fern Hall,53.4,-2.3\n",
            addresses="id,location_id,address_1,city,postal_code\nad,l,1 Fern Row,Sale,zz99 3aa\n",
            phones="id,service_id,number\np,a,01632 960111\n",
            schedules='id,service_id,freq,byday,opens_at,closes_at\ns,a,WEEKLY,"TU,TH",10:00,12:30\n',
            cost_options="id,service_id,option,amount\nc,a,Adults,3\n",
            contacts="id,service_id,name\nx,a,Ann Persona\n",
        )
    )
    (one,) = read.listings
    assert (one.source_key, one.name, one.description, one.organisation) == ("a", "Fern counselling", "Listening & tea.", "Fern Trust")
    assert (one.address, one.postcode, one.latitude, one.days) == ("Fern Hall, 1 Fern Row, Sale", "ZZ99 3AA", 53.4, (2, 4))
    assert (one.times, one.cost, one.cost_words, one.phone) == ("Tuesday and Thursday 10:00 to 12:30", "some", "Adults: £3", "01632 960111")
    assert "Persona" not in str(read)


def test_a_package_in_a_folder_with_a_description_is_read_by_that():
    content = zipped(**{"given/datapackage.json": described("data/services.csv"), "given/data/services.csv": SERVICES, "__MACOSX/services.csv": "junk"})
    assert [one.name for one in read_package(content).listings] == ["Fern choir", "Moss library"]


@pytest.mark.django_db
@bounded(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(listings, min_size=1, max_size=4))
def test_our_own_package_comes_back_as_it_was_and_as_our_feed_tells_it(given_now):
    with transaction.atomic():
        load(*(replace(one, source_key=str(number)) for number, one in enumerate(given_now)))
        keys = {str(one.id): one.source_key for one in Entry.objects.all()}
        taken = {keys[one.source_key]: one for one in read_package(packed()).listings}
        by_feed = {keys[key]: incoming(Client().get(f"/open-referral/3.0/services/{key}").json()).listings[0] for key in keys}
        for number, one in enumerate(given_now):
            assert {name: getattr(taken[str(number)], name) for name in SAME} == {name: getattr(one, name) for name in SAME}
        assert taken == by_feed
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_second_reading_of_it_writes_nothing():
    load(a_listing("1", "Fern choir", description="Singing,\nand tea."), a_listing("2", "Moss library", kind="place", address="1 Fern Row, Sale"))
    content = packed()
    assert load(*read_package(content).listings, source="Another").added == 2
    before = list(Entry.objects.order_by("id").values())
    assert load(*read_package(content).listings, source="Another").unchanged == 2
    assert list(Entry.objects.order_by("id").values()) == before


def bomb() -> bytes:
    """Says that it is small, and would fill more than may be."""
    return zipped(services=b"id,name\n" + b"0" * SMALLER)


def lying() -> bytes:
    """A table that says it is small, and is not."""
    content = bytearray(zipped(services=SERVICES + "x" * 5_000_000))
    for mark in (b"PK\x01\x02",):
        at = content.index(mark) + 24
        content[at : at + 4] = (80).to_bytes(4, "little")
    return bytes(content)


def twice() -> bytes:
    """Two tables of one name: the second is written under a name as long."""
    return zipped(services=SERVICES, servicez=SERVICES).replace(b"servicez.csv", b"services.csv")


def broken_within(way: int) -> bytes:
    """What is packed in it cannot be unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as whole:
        whole.writestr("services.csv", SERVICES * 50)
    content = bytearray(made.getvalue())
    content[42:62] = b"\xff" * 20
    return bytes(content)


def locked() -> bytes:
    content = bytearray(zipped(services=SERVICES))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb, "would fill more than"),
        (lying, "cannot be opened"),
        (twice, "twice"),
        (locked, "password"),
        (lambda: b"PK\x03\x04 and nothing", "cannot be opened"),
        (lambda: zipped(services=SERVICES)[:-30], "cannot be opened"),
        (lambda: zipped(services=SERVICES, **{"../evil.csv": "x"}), "not inside it"),
        (lambda: zipped(services=SERVICES, **{"/etc/passwd.csv": "x"}), "not inside it"),
        (lambda: zipped(services=SERVICES, **{"C:\\evil.csv": "x"}), "not inside it"),
        (lambda: zipped(**{"datapackage.json": described("../services.csv"), "services.csv": SERVICES}), "not inside it"),
        (lambda: zipped(**{"datapackage.json": described("https://example.org/services.csv"), "services.csv": SERVICES}), "not inside it"),
        (lambda: zipped(**{"datapackage.json": described("services.csv", "locations.csv"), "services.csv": SERVICES}), "locations.csv.*not in it"),
        (lambda: zipped(**{"datapackage.json": "[" * 100_000, "services.csv": SERVICES}), "datapackage.json"),
        (lambda: zipped(**{"datapackage.json": '{"resources": [{"path": 3}]}', "services.csv": SERVICES}), "datapackage.json"),
        (lambda: zipped(organizations="id,name\no,Fern Trust\n"), "no table of services"),
        (lambda: zipped(services=",".join(map(str, range(MOST_COLUMNS + 1)))), "names more than 1,000 columns"),
        (lambda: zipped(services="id,name\n1," + '"x\n",' * (LONGEST_ROW // 5)), "Row 2 is longer than 2,000,000 letters"),
        (lambda: broken_within(zipfile.ZIP_DEFLATED), "cannot be opened"),
        (lambda: broken_within(zipfile.ZIP_LZMA), "cannot be opened"),
        (lambda: zipped(**{f"f{number}.csv": "x" for number in range(501)}), "more than 500 files"),
        (lambda: zipped(services=SERVICES.encode() + b"3,\x81\x8d\x8f,active,o\n"), "services.csv: Line 4 holds letters"),
        (lambda: zipped(services=SERVICES + '3,"Open,active,o\n'), "services.csv: A quotation mark"),
        (lambda: zipped(services="id,id\n1,2\n"), "services.csv: Two columns"),
        (lambda: zipped(services=SERVICES, organizations="id,name,parent_organization_id\no,A,p\np,B,o\n"), "part of itself"),
        (lambda: zipped(services=SERVICES, taxonomy_terms="id,name,parent_id\nt,A,t\n"), "part of itself"),
        (lambda: zipped(services="id,name,status\n" + "".join(f"{number},,active\n" for number in range(30))), "30 of 30 services"),
    ],
)  # fmt: skip
def test_what_is_hostile_or_broken_is_refused_in_a_sentence(content, said, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", SMALLER)
    with pytest.raises(Refused, match=said):
        read_package(content())


def test_what_is_no_text_or_stands_twice_is_left_out_with_why_and_the_rest_is_taken():
    read = read_package(zipped(services=SERVICES + "2,Moss library,active,o\n3,\x00,active,o\n4,Too,many,cells,here\n5,Fern shed,lost,o\n"))
    assert [one.name for one in read.listings] == ["Fern choir", "Moss library"]
    assert [one["why"].split(".")[0] for one in read.left_out] == [
        "It holds a character that no text has (NUL)", "It has 5 cells where the heading has 4", "The package tells of this service twice",
        "Its status is “lost”, which is none that a service can have",
    ]  # fmt: skip
