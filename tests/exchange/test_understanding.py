"""What is understood of sheets as people write them, what is doubted, and that nothing of a sheet is lost."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from alongside.exchange.caseload.book import Book, Cell, Page, as_json, cells_of, from_json
from alongside.exchange.caseload.cells import telephone
from alongside.exchange.caseload.guessing import guessed_mapping
from alongside.exchange.caseload.incoming import Incoming, IntroductionIn, LevelIn
from alongside.exchange.caseload.mapping import SHIPPED, read_mapping, shipped, text_of_mapping
from alongside.exchange.caseload.names import who_is_named
from alongside.exchange.caseload.notes import split_notes
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.caseload.understanding import Understood, understand
from assets.caseload_examples.__main__ import EXAMPLES
from assets.caseload_examples.charity import charity_case_system
from assets.caseload_examples.own import coordinators_own
from assets.caseload_examples.tracker import social_prescribing_tracker

TODAY = date(2026, 1, 5)
COLLEAGUES = {"jo wren": "jo@example.org", "sunita patel": "sunita@example.org"}
OURS = "name: Ours\nfields:\n  name: Name\n  level: {constant: level 2}\n  notes: Notes\n  since: Start\n  phone: Tel\n  kept_in_words: [Health]\n"


def file_of(example: str) -> Path:
    return next(path for path in SHIPPED.glob(f"{example}.*") if path.suffix != ".yaml")


def example(name: str, **settled: str) -> Understood:
    file = file_of(name)
    return understand(read_book(file.read_bytes(), file.name), read_mapping(text_of_mapping(name)), settled=settled, today=TODAY, colleagues=COLLEAGUES)


def understood(text: str, mapping: str = OURS, settled: dict[str, str] | None = None) -> Understood:
    return understand(read_book(text.encode(), "ours.csv"), read_mapping(mapping), settled=settled or {}, today=TODAY, colleagues=COLLEAGUES)


def named(found: Understood, name: str) -> Incoming:
    return next(person for person in found.people if person.name == name)


# --- The three that come with us ----------------------------------------------------------------------------------
def test_the_examples_are_those_that_the_seeded_script_writes() -> None:
    made = {
        "coordinators-own.xlsx": coordinators_own(),
        "charity-case-system.csv": charity_case_system(),
        "social-prescribing-tracker.csv": social_prescribing_tracker(),
    }
    for name, content in made.items():
        assert as_json(read_book(content, name)) == as_json(read_book((EXAMPLES / name).read_bytes(), name))


@pytest.mark.parametrize(
    ("name", "people", "doubts", "fates", "cells"),
    [
        ("charity-case-system", 19, 3, {"refused": 0, "doubted": 3, "understood": 928, "left out": 212}, 1143),
        ("coordinators-own", 52, 13, {"refused": 2, "doubted": 51, "understood": 441, "left out": 32}, 526),
        ("social-prescribing-tracker", 40, 7, {"refused": 20, "doubted": 72, "understood": 487, "left out": 120}, 699),
    ],
)
def test_every_cell_of_an_example_is_accounted_for(name: str, people: int, doubts: int, fates: dict[str, int], cells: int) -> None:
    found = example(name)
    assert (len(found.people), len(found.doubts), found.fates, found.many_cells) == (people, doubts, fates, cells)
    assert sum(found.fates.values()) == cells


def test_a_couple_of_one_row_are_two_people_who_share_what_was_typed_once() -> None:
    found = example("coordinators-own")
    him, her = named(found, "Mr Tolley"), named(found, "Mrs Tolley")
    assert [(note.text, note.on) for note in him.notes[:3]] == [
        ("12/3 rang.", date(2025, 3, 12)),
        ("14.3.25 visited – tea.", date(2025, 3, 14)),
        ("No answer 20th", date(2025, 3, 20)),
    ]
    assert him.notes == her.notes


def test_contacts_inside_two_referrals_are_one_person_with_two_introductions() -> None:
    twice = [person for person in example("charity-case-system").people if len(person.introductions) == 2]
    assert [(one.name, one.levels_in_order(TODAY)) for one in twice] == [
        ("Colin Stubbins", [("introduced", date(2024, 7, 18)), ("not active", date(2024, 11, 25)), ("level 2", date(2025, 5, 28))]),
        (twice[1].name, twice[1].levels_in_order(TODAY)),
    ]
    assert {note.by for note in twice[0].notes if note.on} <= {"jo@example.org", "sunita@example.org"}


# --- Ambiguity is never guessed in silence -------------------------------------------------------------------------
def test_a_column_shows_which_figure_is_the_day() -> None:
    found = understood("Name,Start,Notes\nAnn Lee,25/3/25,\nBo Fry,3/4/25,")
    assert [person.levels[0].since for person in found.people] == [date(2025, 3, 25), date(2025, 4, 3)]
    told = next(one for one in found.cells if one.text == "3/4/25")
    assert told.words.plainly == "3 April 2025: day first, because “25/3/25” in this column can be nothing else"


def test_a_column_that_shows_nothing_is_one_doubt_with_both_readings() -> None:
    text = "Name,Start,Notes\nAnn Lee,5/3/25,\nBo Fry,3/4/25,"
    (doubt,) = understood(text).doubts
    assert ([choice.key for choice in doubt.choices], doubt.cells, doubt.settled) == (["day first", "month first", "words"], 2, False)
    settled = understood(text, settled={doubt.key: "month first"})
    assert [person.levels[0].since for person in settled.people] == [date(2025, 5, 3), date(2025, 3, 4)]
    assert settled.open_doubts == 0


def test_an_american_date_among_british_ones_leaves_the_column_in_doubt() -> None:
    found = understood("Name,Start,Notes\nAnn Lee,25/3/25,\nBo Fry,3/26/25,\nCy Day,3/4/25,")
    assert [person.levels[0].since for person in found.people] == [date(2025, 3, 25), date(2025, 3, 26), date(2025, 4, 3)]
    assert [doubt.cells for doubt in found.doubts] == [1]


def test_a_day_that_is_none_is_refused_and_its_words_are_kept() -> None:
    found = understood("Name,Start,Notes\nAnn Lee,31/9/25,")
    assert found.fates["refused"] == 1
    assert found.people[0].notes[-1].text == "Start: 31/9/25"


def test_figures_that_a_spreadsheet_lost_are_no_telephone_number() -> None:
    assert [telephone(text) for text in ("7700900123", "01632960001", "7.70E+09", "+447700900123", "960")] == [
        ("07700 900123", True),
        ("01632960001", False),
        ("", False),
        ("+447700900123", False),
        ("", False),
    ]


def test_a_row_that_a_comma_moved_is_refused_whole() -> None:
    found = understood("Name,Tel\nAnn Lee,01632 960001,, one too many\nBo Fry,01632 960002")
    assert ([person.name for person in found.people], found.fates["refused"]) == (["Bo Fry"], 3)


def test_two_of_one_name_who_differ_are_two_until_somebody_says_so() -> None:
    text = "Name,Tel\nAnn Lee,01632 960001\nAnn Lee,01632 960002"
    assert len(understood(text).people) == 2
    (doubt,) = understood(text).doubts
    assert len(understood(text, settled={doubt.key: "same"}).people) == 1


def test_nobody_is_introduced_who_did_not_say_yes() -> None:
    mapping = OURS.replace("notes: Notes", "notes: Notes\n  introduced_by: From\n  yes: Consent")
    found = understood("Name,From,Consent\nAnn Lee,GP,Y\nBo Fry,GP,N\nCy Day,GP,tbc\nDee Ray,GP,maybe", mapping)
    assert {person.name: len(person.introduced) for person in found.people} == {"Ann Lee": 1, "Cy Day": 0, "Dee Ray": 0}
    assert named(found, "Dee Ray").notes[0].text == "GP"


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Mr & Mrs Tolley", ["Mr Tolley", "Mrs Tolley"]),
        ("Bev + Keith Marsh", ["Bev Marsh", "Keith Marsh"]),
        ("Smith, John and Mary", ["John Smith", "Mary Smith"]),
        ("John Smith & Mary Jones", ["John Smith", "Mary Jones"]),
        ("Ann, Bob and Cath Lee", ["Ann Lee", "Bob Lee", "Cath Lee"]),
        ("Tolley, Maureen", ["Maureen Tolley"]),
        ("TOLLEY Maureen", ["Maureen Tolley"]),
        ("Jean Pell (and daughter Sue)", ["Jean Pell"]),
        ("lady at number 9", ["lady at number 9"]),
        ("Keith & dog", ["Keith & dog"]),
        ("&", ["&"]),
        ("Smith, &", ["Smith"]),
    ],
)
def test_who_is_named(written: str, people: list[str]) -> None:
    assert [one.name for one in who_is_named(written).people] == people


# --- Nothing is lost ------------------------------------------------------------------------------------------------
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=200))
def test_the_pieces_of_a_cell_are_the_cell(text: str) -> None:
    assert "".join(piece.text for piece in split_notes(text, today=TODAY, year=2025, month=3)) == text


_AS_JOTTED = (
    "12/3", "14.3.25", "No answer 20th", "rang", "visited – tea", "3/4/25", "N/A", "see above", "Mr & Mrs Tolley", "\n", ". ", "tbc",
    "07700 900123", "2025-03-04", "March 2025", "x", "“”", "7.70E+09",
)  # fmt: skip
_WORDS = st.sampled_from(_AS_JOTTED)
_A_CELL = st.lists(_WORDS, max_size=4).map(" ".join).map(str.strip) | st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30).map(
    str.strip
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_A_CELL, _A_CELL, _A_CELL, _A_CELL), max_size=5))
def test_every_word_of_every_cell_is_kept_or_told_of(rows: list[tuple[str, ...]]) -> None:
    heading = tuple(Cell(name) for name in ("Name", "Notes", "Health", "Odd"))
    book = Book("ours", (Page("Sheet", (heading, *(tuple(Cell(text) for text in row) for row in rows))),))
    mapping = read_mapping("name: Ours\nfields: {name: Name, level: {constant: level 2}, notes: Notes, kept_in_words: [Health]}")
    found = understand(book, mapping, settled={}, today=TODAY, colleagues={})
    assert sum(found.fates.values()) == found.many_cells == sum(1 for _ in cells_of(book))
    kept = {word for person in found.people for text in (person.name, person.called, *(note.text for note in person.notes)) for word in text.split()}
    for told in found.cells:
        if told.fate in ("understood", "doubted") and told.column in ("Notes", "Health", "Odd") and "nothing" not in told.words.plainly:
            assert set(told.text.split()) <= kept or told.words.plainly in ("Leave this row out", "Leave it out")


@given(
    st.lists(
        st.builds(
            LevelIn,
            st.sampled_from(["introduced", "level 1", "level 2", "not active", "died"]),
            st.none() | st.dates(date(2020, 1, 1), TODAY),
            st.none() | st.dates(date(2020, 1, 1), TODAY),
        )
    ),
    st.lists(st.builds(IntroductionIn, on=st.none() | st.dates(date(2020, 1, 1), TODAY))),
)
def test_levels_follow_one_another_whatever_a_sheet_says(levels: list[LevelIn], introductions: list[IntroductionIn]) -> None:
    days = [since for _, since in Incoming("k", "Ann Lee", levels=tuple(levels), introductions=tuple(introductions)).levels_in_order(TODAY)]
    assert days == sorted(days)
    assert all(day <= TODAY for day in days)


@given(st.sampled_from(shipped()))
def test_a_book_is_kept_as_it_was(name: str) -> None:
    book = read_book(file_of(name).read_bytes(), name)
    assert from_json(as_json(book)) == book


def test_a_sheet_of_which_nothing_is_known_is_guessed_by_its_columns() -> None:
    text = guessed_mapping(read_book(b"First name,Surname,D.O.B.,Referred by,Odd\nAnn,Lee,1/2/1950,GP,?", "new.csv"))
    assert {part: given.columns for part, given in read_mapping(text).fields.items()} == {
        "born": ("d o b",),
        "introduced_by": ("referred by",),
        "name": ("first name", "surname"),
        "level": (),
    }


def test_names_of_merged_headings_tell_columns_apart() -> None:
    book = Workbook()
    book.active.append(["Who", None, "Visit", None])
    book.active.append(["Name", "Tel", "Date", "Notes"])
    book.active.append(["Ann Lee", 1632960001, date(2025, 3, 4), "tea"])
    content = io.BytesIO()
    book.save(content)
    found = understand(
        read_book(content.getvalue(), "b.xlsx"), read_mapping(OURS.replace("since: Start", "note_on: Date")), settled={}, today=TODAY, colleagues={}
    )
    assert (found.people[0].phone, found.people[0].notes[0].on) == ("01632 960001"[:5] + " 960001", date(2025, 3, 4))
