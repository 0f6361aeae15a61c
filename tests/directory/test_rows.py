"""Files of rows as people really save them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, read_sheet


def rows(text: str | bytes) -> list[Row | BadRow]:
    return list(read_sheet(text.encode() if isinstance(text, str) else text).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_separator_and_line_ends_do_not_matter(encoding, mark, end):
    text = end.join([mark.join(["name", "what"]), mark.join(["Café Fern", "coffee"])]) + end
    assert rows(text.encode(encoding)) == [Row(2, {"name": "Café Fern", "what": "coffee"})]


def test_a_cell_may_hold_lines_commas_and_quotation_marks():
    assert rows('name,what\n"Fern, the ""big"" one","two\nlines"\nBrook,x\n') == [
        Row(2, {"name": 'Fern, the "big" one', "what": "two\nlines"}),
        Row(3, {"name": "Brook", "what": "x"}),
    ]


def test_empty_lines_are_no_rows_and_keep_their_numbers():
    assert [row.number for row in rows("name\n\nFern\n,\n  \nBrook\n")] == [3, 6]


def test_columns_without_a_name_at_the_end_are_forgotten():
    assert rows("name,what,,\nFern,x,,\n") == [Row(2, {"name": "Fern", "what": "x"})]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Fern", "It has 1 cells where the heading has 2."),
        ("Fern,x,y", "It has 3 cells where the heading has 2."),
        ("Fern,a\x00b", "It holds a character that no text has (NUL)."),
        ('"Fern"s,x', "Its quotation marks do not match (line 2 of the file)."),
        ("Fern," + "x" * 20_001, "One of its cells is longer than 20,000 letters."),
    ],
)
def test_a_bad_row_is_told_apart_and_the_next_is_read(line, reason):
    bad, good = rows(f"name,what\n{line}\nBrook,y\n")
    assert (bad.number, bad.reason) == (2, reason)
    assert good == Row(3, {"name": "Brook", "what": "y"})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (b"PK\x03\x04rest", "This is a spreadsheet program's own file. Save it as CSV (UTF-8) there, and load that."),
        (b"name,name\nx,y\n", "Two columns are called “name”. Give each column a name of its own in the first row."),
        (b"name\nx\n\x81\x8d\n", "Line 3 holds letters in an encoding we do not know. Save the file as CSV (UTF-8), and load it again."),
        (
            b'name,what\nFern,x\n"Brook,y\nHill,z\n',
            "A quotation mark opened in row 3 (line 3 of the file) is never closed, so the rows after it cannot be told apart. "
            "Nothing was loaded. Mend that row, and load the file again.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(Refused) as refused:
        rows(content)
    assert refused.value.sentence == sentence


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=20))
def test_no_row_is_ever_lost(pairs):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["name", "what"])
    writer.writerows(pairs)
    expected = [{"name": a.strip(), "what": b.strip()} for a, b in pairs if a.strip() or b.strip()]
    assert [row.cells for row in rows(out.getvalue())] == expected


@given(st.lists(st.text(st.sampled_from('ab,"\n; '), max_size=12), max_size=12))
def test_whatever_is_in_a_file_every_line_with_letters_is_accounted_for(lines):
    try:
        found = rows("name,what\n" + "\n".join(lines) + "\n")
    except Refused:
        return
    assert all(isinstance(row, Row | BadRow) for row in found)
    numbers = [row.number for row in found]
    assert numbers == sorted(set(numbers))
