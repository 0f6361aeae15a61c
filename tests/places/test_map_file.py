"""A map in one file of one's own: any tile is found, whatever is broken is refused in a sentence, and pages work on without."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.places.streets.archive import HEADER, MOST_OF_A_TILE, Archive
from alongside.places.streets.directories import BrokenArchive, number_of
from alongside.places.streets.here import streets, what_is_wrong
from alongside.site.doctor.asking import asked
from alongside.site.doctor.settings_here import counted  # noqa: F401 - its questions are asked
from tests.directory.conftest import load
from tests.noticeboard.test_pages import near, text
from tests.places.map_files import a_map_file, a_picture, slow_number

SEA = a_picture((20, 60, 200))
ON_A_BUSY_MACHINE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
PLACES = st.integers(0, 4).flatmap(lambda z: st.tuples(st.just(z), st.integers(0, 2**z - 1), st.integers(0, 2**z - 1)))


def test_every_tile_has_the_number_that_its_curve_gives_it():
    every = [(z, x, y) for z in range(6) for x in range(2**z) for y in range(2**z)]
    assert [number_of(*one) for one in every] == [slow_number(*one) for one in every]
    assert number_of(12, 3423, 1763) == 19078479  # as the format's own description says


@settings(max_examples=60, **ON_A_BUSY_MACHINE)
@given(tiles=st.dictionaries(PLACES, st.binary(min_size=1, max_size=9), min_size=1), in_one=st.integers(1, 5), packed=st.booleans())
def test_whatever_tiles_a_file_holds_are_read_and_no_others(tmp_path, tiles, in_one, packed):
    archive = Archive(a_map_file(tmp_path / "a.pmtiles", tiles, in_one=in_one, packed=packed))
    every = [(z, x, y) for z in range(6) for x in range(2**z) for y in range(2**z)]
    assert {one: tile for one in every if (tile := archive.tile(*one)) is not None} == tiles


@settings(max_examples=150, **ON_A_BUSY_MACHINE)
@given(cut=st.integers(0, 700), at=st.integers(0, 700), byte=st.integers(0, 255), packed=st.booleans())
def test_a_file_that_is_cut_or_broken_anywhere_gives_a_sentence_or_a_tile_and_no_fault(tmp_path, cut, at, byte, packed):
    path = a_map_file(tmp_path / "a.pmtiles", {(2, x, y): bytes([x, y]) * 9 for x in range(4) for y in range(4)}, packed=packed)
    told = bytearray(path.read_bytes())
    told[at % len(told)] = byte
    path.write_bytes(bytes(told[: max(1, len(told) - cut)]))
    try:
        archive = Archive(path)
        assert isinstance(archive.attribution, str)
        read = [archive.tile(2, x, y) for x in range(4) for y in range(4)]
    except BrokenArchive:
        return
    assert all(one is None or len(one) <= MOST_OF_A_TILE for one in read)


def test_a_directory_that_leads_to_itself_ends(tmp_path):
    path = a_map_file(tmp_path / "a.pmtiles", {(1, 0, 0): b"x"}, packed=False)
    told = bytearray(path.read_bytes())
    told[HEADER : HEADER + 5] = bytes([1, 1, 0, 5, 1])  # one entry, no tile: a directory of five bytes, at the beginning of the leaves
    told[40:48], told[48:56] = told[8:16], told[16:24]  # and the leaves are the first directory itself
    path.write_bytes(bytes(told))
    with pytest.raises(BrokenArchive, match="no end"):
        Archive(path).tile(1, 0, 0)


def test_what_unpacks_to_far_more_than_a_tile_is_refused(tmp_path):
    path = a_map_file(tmp_path / "a.pmtiles", {(1, 0, 0): gzip.compress(b"\0" * (MOST_OF_A_TILE + 1))})
    told = bytearray(path.read_bytes())
    told[98] = 2  # tiles are packed by gzip
    path.write_bytes(bytes(told))
    with pytest.raises(BrokenArchive, match="larger than it may be"):
        Archive(path).tile(1, 0, 0)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: None, "no such file or directory"),
        (lambda path: path.mkdir(), "is a directory"),
        (lambda path: path.write_bytes(b""), "it is no PMTiles file"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 99), "it is no PMTiles file"),
        (lambda path: path.write_bytes(b"PMTiles\x02" + b"\0" * 200), "it is PMTiles of version 2, and version 3 is read"),
        (
            lambda path: a_map_file(path, {(0, 0, 0): b"x"}, kind=1),
            "its tiles are vectors, and only those that are pictures (PNG, JPEG, WebP, AVIF) can be shown",
        ),
    ],
)
def test_a_file_that_is_wrong_or_missing_is_said_in_a_sentence_and_pages_work_on(client, db, settings, tmp_path, made, said):
    settings.MAP_FILE = str(tmp_path / "town.pmtiles")
    made(Path(settings.MAP_FILE))
    load(near())
    assert (what_is_wrong(), streets()) == (said, None)
    page = client.get("/around/", {"near": "", "words": "choir"})
    assert (page.status_code, "data-tiles-url" in text(page), client.get("/map/0-0-0").status_code) == (200, False, 404)
    (found,) = [question() for question in asked if question.well == "The map file can be used."]
    assert found.wrong == f"{settings.MAP_FILE}: {said}."


@pytest.fixture
def town(settings, tmp_path) -> Path:
    settings.MAP_FILE = str(
        a_map_file(tmp_path / "town.pmtiles", {(6, 31, 20): SEA, (7, 63, 41): SEA}, attribution='<a href="x" onclick="y">Survey</a> & Co<script>z</script>')
    )
    return Path(settings.MAP_FILE)


@pytest.mark.django_db
def test_a_tile_goes_out_as_a_picture_that_a_browser_keeps_for_a_day_and_what_is_beyond_is_not_there(client: Client, town):
    there = client.get("/map/6-31-20")
    assert (there.status_code, there["Content-Type"], there["Cache-Control"], there.content) == (200, "image/png", "public, max-age=86400", SEA)
    assert {client.get(f"/map/{one}").status_code for one in ("6-31-21", "5-0-0", "9-0-0", "6-99-99", "-1-0-0", "6-31", "x", "6-31-20-1", "٦-31-20")} == {404}


@pytest.mark.django_db
def test_the_map_says_where_its_streets_are_and_whom_to_thank(client: Client, town):
    load(near())
    page = text(client.get("/around/"))
    assert 'data-tiles-url="/map/{z}-{x}-{y}" data-attribution="Survey &amp;amp; Co" data-levels="6 7" data-bounds="53.0 -3.0 54.0 -1.0"' in page
    assert "img-src 'self' data:" in client.get("/around/")["Content-Security-Policy"]


def test_a_file_that_is_written_anew_is_read_anew(town):
    assert streets().levels == (6, 7)
    a_map_file(town, {(3, 0, 0): SEA})
    assert streets().levels == (3, 3)


def test_the_file_goes_before_a_server_and_the_server_serves_where_the_file_is_wrong(town, settings):
    settings.MAP_TILES_URL, settings.MAP_ATTRIBUTION = "https://tiles.example.org/{z}/{x}/{y}.png", "Everybody"
    assert (streets().url, streets().attribution) == ("/map/{z}-{x}-{y}", "Everybody")
    town.write_bytes(b"")
    assert streets().url == "https://tiles.example.org/{z}/{x}/{y}.png"
