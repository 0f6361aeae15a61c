"""The reports, and the committee paper as PDF and for Word."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from alongside.evidence.figures import every_figure
from alongside.evidence.reports import every_report
from alongside.trail.models import Entry
from tests.building import as_, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import table_of, words_of


def test_there_are_nineteen_reports_and_every_figure_stands_in_one() -> None:
    assert [one.number for one in every_report().values()] == list(range(1, 20))
    standing = [figure.key for report in every_report().values() for figure in report.figures]
    assert sorted(standing) == sorted(every_figure())


def test_a_report_with_no_number_says_what_is_not_known() -> None:
    assert [one.key for one in every_report().values() if not (one.figures or one.laid or one.lacks)] == []


def introduced(around: Neighbourhood, many: int) -> None:
    """Mostly by housing, some by themselves, and one by the police."""
    for _ in range(many):
        around.introduced(last_year(), "housing", name="Seren Rhydderch-Poole")
    for _ in range(9):
        around.introduced(last_year(), "self")
    around.introduced(last_year(), "police", name="Idris Vaughan-Tebbit")
    around.extract()


def test_a_report_has_its_message_as_its_title_and_its_files(around: Neighbourhood) -> None:
    introduced(around, 30)
    client = signed_in(around.commissioner)
    page = client.get(reverse("evidence:report", args=["introductions"])).content.decode()
    assert "Most introductions came from housing" in words_of(page.split("<h1")[1].split("</h1>")[0])
    sheet = client.get(reverse("evidence:report as csv", args=["introductions"])).content.decode()
    assert "Introductions by source" in sheet
    book = load_workbook(io.BytesIO(client.get(reverse("evidence:report as xlsx", args=["introductions"])).content))
    assert book.sheetnames == ["Report", *(one.key for one in every_report()["introductions"].figures)]


def test_a_committee_paper_is_tagged_and_names_nobody(around: Neighbourhood) -> None:
    introduced(around, 30)
    answer = signed_in(around.commissioner).get(reverse("evidence:paper as pdf"))
    paper = PdfReader(io.BytesIO(answer.content))
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    if where := os.environ.get("LOOK_AT"):
        Path(where, "paper.pdf").write_bytes(answer.content)
    said = " ".join(page.extract_text() for page in paper.pages)
    assert "Most introductions came from housing" in " ".join(said.split())
    assert "Rhydderch" not in said
    assert "Vaughan" not in said
    assert "held back" in said


def test_the_paper_for_word_says_the_same_with_headings_and_words_for_each_picture(around: Neighbourhood) -> None:
    introduced(around, 30)
    answer = signed_in(around.manager).get(reverse("evidence:paper for word"), {"report": ["introductions", "levels"]})
    paper = Document(io.BytesIO(answer.content))
    heads = [paragraph.text for paragraph in paper.paragraphs if paragraph.style and paragraph.style.name.startswith("Heading")]
    assert heads[:3] == [f"What was done, and what changed: {around.team.name}", "What this paper says", "1. Who introduced people, and what came of it"]
    rows = {row.cells[0].text: row.cells[1].text for row in paper.tables[0].rows}
    assert (rows["Housing"], rows["Police"], rows["Total"]) == ("30", "held back", "40")
    words = [shape._inline.docPr.get("descr", "") for shape in paper.inline_shapes]
    assert words
    assert all(word.startswith("Bar chart. ") for word in words)
    assert paper.core_properties.language == "en-GB"


def test_page_file_workbook_paper_and_program_all_say_the_same_numbers(around: Neighbourhood) -> None:
    """One definition, counted once and held back once, on every way out."""
    introduced(around, 30)
    client = signed_in(around.commissioner)
    on_the_page = table_of(client, "introductions")
    answer = client.get(reverse("evidence:figure as json", args=["introductions"])).json()
    as_said = {one["label"]: "held back" if one["n"] is None else str(one["n"]) for one in answer["parts"]}
    assert on_the_page == as_said | {"Total": str(answer["total"])}
    lines = csv.reader(client.get(reverse("evidence:figure as csv", args=["introductions"])).content.decode().splitlines())
    assert {line[0]: line[1] for line in lines if len(line) == 2 and line[0] in on_the_page} == on_the_page
    book = load_workbook(io.BytesIO(client.get(reverse("evidence:report as xlsx", args=["introductions"])).content))
    assert {str(row[0]): str(row[1]) for row in book["introductions"].values if row[0] in on_the_page} == on_the_page
    paper = Document(io.BytesIO(client.get(reverse("evidence:paper for word"), {"report": "introductions"}).content))
    assert {row.cells[0].text: row.cells[1].text for row in paper.tables[0].rows if row.cells[0].text in on_the_page} == on_the_page
    chart = paper.inline_shapes[0]._inline.docPr.get("descr", "")
    assert [f"{label} {number}" in chart for label, number in on_the_page.items() if label != "Total"] == [True] * (len(on_the_page) - 1)
    known = client.get(reverse("evidence:all as json")).json()
    assert [one["key"] for one in known["figures"]] == list(every_figure())


def test_taking_a_paper_is_written_to_the_trail(around: Neighbourhood) -> None:
    introduced(around, 1)
    signed_in(around.commissioner).get(reverse("evidence:paper as pdf"), {"report": "introductions"})
    with as_(around.commissioner):
        assert Entry.objects.filter(verb="took a report").count() == 1


def test_no_paper_is_made_of_days_of_ones_own(around: Neighbourhood) -> None:
    introduced(around, 1)
    answer = signed_in(around.manager).get(reverse("evidence:paper as pdf"), {"period": "this-year"})
    assert answer.status_code == 422
    assert "Figures leave for a whole quarter or financial year that is over." in words_of(answer.content.decode())
