"""A table of the committee paper gives room to words and sets numbers to the right, whatever stands in it."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pypdf import PdfReader

from alongside.evidence.laying_out import Laid
from alongside.evidence.paper import _laid, paper_as_pdf
from alongside.evidence.paper_for_word import paper_as_docx
from alongside.evidence.reports import every_report
from alongside.foundation.words import Vocabulary

NAME = "What the year from April 2025 was worth (1). Held back, and left out of everything that is told here: better in their words, worse in their words."
HEADS = ("Valuation (version)", "Of which year", "For each pound", "95 of 100 draws", "Less than was put in", "Everything at its worst, at its best")
ROW = (NAME, "April 2025 to March 2026", "£0.07", "£0.03 to £0.12", "100 of 100", "£0.01 to £0.29")
OTHER = ("Another (2)", "April 2024 to March 2025", "£0.14", "held back", "0 of 100", "−£0.10 to £0.20")


def a_paper() -> dict[str, object]:
    defined = next(one for report in every_report().values() for one in report.laid if one.key == "valuations")
    rows = [ROW, OTHER, ("A third (1)", "April 2023 to March 2024", "held back", "", "", "")]
    laid = _laid(Laid(defined, Vocabulary.LOCAL_AREA_COORDINATION, "message", HEADS, rows))
    part = {"heading": "11. What it was worth", "asks": "?", "figures": [], "laid": [laid], "lacks": ""}
    says = {"heading": "says", "lines": []}
    return {
        "title": "t", "lead": "l", "from": "f", "lang": "en", "region": "gb", "page": "Page", "says": says, "parts": [part],
        "counted": {"heading": "c", "lines": [], "each": []},
    }  # fmt: skip


def test_no_word_of_it_is_torn_and_long_words_have_the_room():
    (side, *_more) = PdfReader(io.BytesIO(paper_as_pdf(a_paper()))).pages
    lines = side.extract_text().splitlines()
    assert any("What the year from April" in line for line in lines)
    assert 2 <= sum(line.strip() in NAME for line in lines if len(line) > 2) <= 8


def test_numbers_stand_to_the_right_in_word_and_words_to_the_left():
    (table,) = Document(io.BytesIO(paper_as_docx(a_paper()))).tables
    aligned = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert [one == WD_ALIGN_PARAGRAPH.RIGHT for one in aligned] == [False, False, True, True, True, True]
    wide = [cell.width for cell in table.rows[1].cells]
    assert wide[0] > 2 * wide[2]
    assert wide[1] > wide[2]


def test_what_is_drawn_stands_as_bars_of_one_scale_and_in_words_for_whoever_does_not_see_them():
    (part,) = a_paper()["parts"]
    assert part["laid"][0]["bars"] == [[50], [100], [0]]
    (picture,) = Document(io.BytesIO(paper_as_docx(a_paper()))).inline_shapes
    assert (
        picture._inline.docPr.get("descr")
        == f"Bar chart. {NAME}, April 2025 to March 2026 £0.07; Another (2), April 2024 to March 2025 £0.14; A third (1), April 2023 to March 2024 held back."
    )


def test_a_year_and_its_source_are_words_and_a_span_is_a_number():
    defined = next(one for report in every_report().values() for one in report.laid)
    rows = [("Quay", "9,600", "2 of 4", "£0.03 to £0.12", "2024, mid-year estimates by ward"), ("Fernbrook", "not known", "not told", "", "")]
    laid = Laid(defined, Vocabulary.LOCAL_AREA_COORDINATION, "message", ("Locality", "Residents", "Asked", "Worth", "Year and source"), rows)
    assert laid.numbers == [False, True, True, True, False]
