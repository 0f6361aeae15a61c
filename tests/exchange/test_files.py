"""Whatever file is brought, it is read or refused in a sentence, and within bounds."""

from __future__ import annotations

import io
import subprocess
import sys
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from alongside.exchange.caseload.reading import MOST_COLUMNS, read_book
from alongside.exchange.caseload.unfolding import MOST_MARKS
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import LONGEST_CELL


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


def unfolding(encoding: str) -> bytes:
    """A small workbook with a cell that names a text again and again: 50 million letters once it is read."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["Name", "Notes"], ["Ann", "sings"]))) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.namelist():
            content = given.read(part)
            if part == "xl/worksheets/sheet1.xml":
                sheet = content.decode().replace("sings", "&a;" * 5_000)
                content = f'<?xml version="1.0" encoding="{encoding}"?><!-- ours --><!DOCTYPE x [<!ENTITY a "{"x" * 10_000}">]>{sheet}'.encode(encoding)
            made.writestr(part, content)
    return written.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_words_that_unfold_out_of_a_few_letters_are_refused_before_they_do(encoding: str) -> None:
    bomb = unfolding(encoding)
    tracemalloc.start()
    says = said_of(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "takes too long to read" in says
    assert (len(bomb) < 20_000, most < 2_000_000) == (True, True)


def test_a_part_with_more_elements_than_can_be_held_is_refused_before_it_is_read() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["Name"], ["Ann"]))) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.namelist():
            content = given.read(part)
            many = b"<xf/>" * MOST_MARKS if part == "xl/styles.xml" else b""
            made.writestr(part, content.replace(b"</cellXfs>", many + b"</cellXfs>"))
    assert "takes too long to read" in said_of(written.getvalue())


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


_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_NAME = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
_STRINGS = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'


def made_of(rows: str, shared: str = "") -> bytes:
    """A workbook with these rows in it, and these words that its cells share."""
    empty, written = zipfile.ZipFile(io.BytesIO(workbook())), io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name in empty.namelist():
            content = empty.read(name)
            if name.endswith("sheet1.xml"):
                content = f"<worksheet {_SHEET}><sheetData>{rows}</sheetData></worksheet>".encode()
            if "Content_Types" in name and b"sharedStrings" not in content:
                content = content.replace(b"</Types>", _STRINGS)
            if name != "xl/sharedStrings.xml":
                made.writestr(name, content)
        made.writestr("xl/sharedStrings.xml", f"<sst {_SHEET}>{shared}</sst>")
    return written.getvalue()


def _pointing(cells: int) -> str:
    return "".join(f'<row r="{row}">' + '<c t="s"><v>0</v></c>' * 50 + "</row>" for row in range(2, cells // 50 + 2))


BOMBS = {
    "cells of one long text": (_pointing(20_000), f"<si><t>{'a' * (LONGEST_CELL - 10)}</t></si>"),
    "rows that are empty to the last column": (_NAME + "".join(f'<row r="{row}"><c r="XFD{row}"/></row>' for row in range(2, 26_001)), ""),
    "a million and a half shared texts": (_NAME + _pointing(100), "<si><t>ab</t></si>" * 1_500_000),
}
_IN_ITS_OWN_PROCESS = """
import sys, time
from alongside.foundation.refusals import Refused
from alongside.exchange.caseload.reading import read_book
def highest():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
data, before, begun = sys.stdin.buffer.read(), highest(), time.process_time()
try:
    read_book(data, "x.xlsx"); print("read", end=" ")
except Refused as refused:
    print(refused.sentence.split()[4], end=" ")
print((highest() - before) // 1024, round(time.process_time() - begun, 1))
"""


@pytest.mark.parametrize(("name", "becomes"), [*zip(BOMBS, ("30,000,000", "read", "400,000"), strict=True)])
def test_a_small_workbook_that_unpacks_to_much_takes_little_memory_and_time(name: str, becomes: str, tells) -> None:
    ran = subprocess.run([sys.executable, "-c", _IN_ITS_OWN_PROCESS], input=made_of(*BOMBS[name]), capture_output=True, check=True)
    said, megabytes, seconds = ran.stdout.decode().split()
    tells(f"a workbook of {name}: {said}, {megabytes} MB, {seconds} s")
    assert (said, int(megabytes) < 150, float(seconds) < 10) == (becomes, True, True)


@pytest.mark.parametrize("spot", ["KN2", "A30000"])
def test_what_stands_far_out_is_refused_and_not_left_out_in_silence(spot: str) -> None:
    row = spot.lstrip("KNA")
    assert "more than" in said_of(made_of(f'{_NAME}<row r="{row}"><c r="{spot}" t="inlineStr"><is><t>Ann</t></is></c></row>'))
