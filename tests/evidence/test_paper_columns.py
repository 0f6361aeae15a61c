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
HEADS = ("Valuation (version)", "For each pound", "95 of 100 draws", "Less than was put in", "Everything at its worst, at its best", "Source")
ROW = (
    NAME,
    "£0.07",
    "£0.03 to £0.12",
    "100 of 100",
    "£0.01 to £0.29",
    "Forty weeks of an evening out, at what people in Lowfields say they would pay for one.",
)


def a_paper() -> dict[str, object]:
    defined = next(one for report in every_report().values() for one in report.laid)
    rows = [ROW, ("Another (2)", "£0.10", "held back", "0 of 100", "−£0.10 to £0.20", "")]
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
    assert [one == WD_ALIGN_PARAGRAPH.RIGHT for one in aligned] == [False, True, True, True, True, False]
    wide = [cell.width for cell in table.rows[1].cells]
    assert wide[0] > 2 * wide[1]
    assert wide[5] > 2 * wide[1]
