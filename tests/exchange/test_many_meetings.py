"""Forty-six practices' meetings from one table: looked at row by row, kept whole or not at all."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from alongside.meetings.models import Seat, Series
from tests.building import a_coordinator, as_, signed_in

pytestmark = pytest.mark.django_db
HEAD = ("Practice", "First day", "Time", "How often", "Which of the month", "What may be told", "Nation", "Seats")
TABLE = "Dr Rao {number}, GP, Surgery {number}, gp{number}@example.org; Ivy Roe, housing officer"
TELL = "What each person agreed, and no health record."


def a_row(number: int, **other: str) -> tuple[str, ...]:
    said = (f"Surgery {number}", f"{number % 27 + 1} September 2026", "13:00", "monthly", "first", TELL, "ENG", TABLE.format(number=number))
    row = dict(zip(HEAD, said, strict=True))
    return tuple({**row, **other}[name] for name in HEAD)


def pasted(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(cells) for cells in (HEAD, *rows))


def said(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


@pytest.fixture
def sam() -> Client:
    actor = a_coordinator()
    client = signed_in(actor)
    client.actor = actor
    return client


PAGE = "/meetings/from-a-table/"


def kept(sam: Client) -> tuple[int, int]:
    with as_(sam.actor):
        return Series.objects.count(), Seat.objects.count()


def test_forty_six_practices_are_one_paste_and_one_press(sam):
    table = pasted(*(a_row(number) for number in range(46)))
    looked = said(sam.post(PAGE, {"table": table}))
    assert "46 meetings, and nothing is wrong with any" in looked
    assert kept(sam) == (0, 0)
    assert sam.post(PAGE, {"table": table, "keep": "1"}).status_code == 303
    assert kept(sam) == (46, 92)
    with as_(sam.actor):
        one = Seat.objects.get(name="Dr Rao 7")
        assert (one.profession, one.organisation, one.email, one.series.name, one.series.kind) == (
            "GP",
            "Surgery 7",
            "gp7@example.org",
            "Surgery 7",
            "practice",
        )
    again = said(sam.post(PAGE, {"table": table, "keep": "1"}))
    assert "46 rows have to be mended" in again
    assert kept(sam) == (46, 92)


WRONG = {
    "no time": ({"Time": "lunch"}, "“lunch” is no time of day. Write it like 09:30."),
    "no day": ({"First day": "Tuesdays"}, "“Tuesdays” is no day with its year."),
    "no nation": ({"Nation": "Britain"}, "“Britain” is not known here. Write one of: ENG, WLS, SCT, NIR."),
    "no which": ({"Which of the month": ""}, "Say which one of the month"),
    "nothing told": ({"What may be told": ""}, "Say what may be told there"),
    "no name": ({"Practice": ""}, "Say what the meeting is called."),
    "no profession": ({"Seats": "Dr Rao"}, "“Dr Rao” says no profession."),
    "twice": ({"Practice": "Surgery 0"}, "Your team has a meeting of this name already."),
}


@pytest.mark.parametrize("fault", WRONG)
def test_one_wrong_row_keeps_all_of_them_out_and_says_how_to_mend_it(sam, fault):
    changes, sentence = WRONG[fault]
    table = pasted(a_row(0), a_row(1, **changes))
    response = sam.post(PAGE, {"table": table, "keep": "1"})
    assert response.status_code == 422
    page = said(response)
    assert sentence in page
    assert "Row 3" in page
    assert "Surgery 0" in page, "what was typed stands in the box still"
    assert kept(sam) == (0, 0)


def test_a_workbook_comes_into_the_box_to_be_mended_there_and_is_kept_by_a_second_press(sam):
    book = Workbook()
    for cells in (HEAD, a_row(0), a_row(1, Time="noon")):
        book.active.append(cells)
    file = io.BytesIO()
    book.save(file)
    brought = SimpleUploadedFile("practices.xlsx", file.getvalue())
    looked = said(sam.post(PAGE, {"table": "", "file": brought, "keep": "1"}))
    assert "“noon” is no time of day" in looked
    assert "Surgery 1" in looked
    assert kept(sam) == (0, 0)


def test_a_table_without_a_needed_column_is_told_which(sam):
    assert "No column is called “time”" in said(sam.post(PAGE, {"table": "Name\tFirst day\tWhat may be told\nA\t1 May 2027\tb"}))
    assert "Put the table in, or choose a file." in said(sam.post(PAGE, {"table": ""}))
