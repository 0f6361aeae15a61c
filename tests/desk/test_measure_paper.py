"""A measure on paper: word for word, large, tagged, in two languages where its file has both; and typed in as answered alone, on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from alongside.foundation.refusals import Refused
from alongside.outcomes.measuring import read_measure, shipped, text_of
from alongside.outcomes.models import Asking
from tests.building import as_, signed_in
from tests.desk.test_measures import Asked

pytestmark = pytest.mark.django_db


def read(answer) -> tuple[str, PdfReader]:
    assert answer["Content-Type"] == "application/pdf"
    found = PdfReader(BytesIO(answer.content))
    return " ".join(" ".join(one.extract_text() for one in found.pages).split()), found


def test_one_measure_is_printed_in_exactly_its_words_tagged_and_with_its_line() -> None:
    asked = Asked()
    one = asked.offers("ons4")
    browser = signed_in(asked.sam)
    assert f"{asked.page()}{one.id}/paper/" in browser.get(asked.page()).content.decode()
    text, pdf = read(browser.get(f"{asked.page(one)}paper/"))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(pdf.pages) == 1
    measure = shipped()["ons4"]
    assert [item.asks for item in measure.items if item.asks not in text] == []
    assert measure.begin in text
    assert measure.line in text
    assert "nothing depends on it" in text
    assert "completely anxious" in text


def test_a_teams_whole_set_is_printed_and_what_belongs_to_somebody_else_is_not() -> None:
    asked = Asked()
    for key in ("ons4", "loneliness", "seven-areas"):
        asked.offers(key)
    theirs = asked.offers("swemwbs", "R-2025-17")
    browser = signed_in(asked.sam)
    text, pdf = read(browser.get(f"{asked.page()}paper/"))
    assert len(pdf.pages) in (4, 5)
    for words in (
        "How often do you feel lonely?",
        "how satisfied are you with your life nowadays?",
        "Seeing other people",
        "Gweld pobl eraill",
        "ddim yn ymdopi",
    ):
        assert words in text
    assert "Warwick" not in text
    assert browser.get(f"{asked.page(theirs)}paper/").status_code == 404
    assert f"{theirs.id}/paper/" not in browser.get(asked.page()).content.decode()


def test_where_nothing_is_asked_there_is_no_sheet() -> None:
    asked = Asked()
    assert signed_in(asked.sam).get(f"{asked.page()}paper/").status_code == 404


def test_it_is_typed_in_as_answered_alone_on_paper() -> None:
    asked = Asked()
    one = asked.offers("ons4")
    answer = signed_in(asked.sam).post(asked.page(one), {"answer_1": "6", "way": "alone, on paper"} | asked.day())
    assert answer.status_code == 303
    with as_(asked.sam):
        assert Asking.objects.get().way == "alone, on paper"


OURS = text_of("seven-areas")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("lang: cy", "lang: Welsh", "names the other language by its two letters"),
        ('    learning: "Dysgu"\n', "", "leaves out “learning”"),
        ("managing: yn ymdopi", "other: rhywbeth", "leaves out “managing”"),
        ('    learning: "Dysgu"\n', '    learning: "Dysgu"\n    dancing: "Dawnsio"\n', "words “dancing”, which is none of its questions"),
    ],
)
def test_half_of_another_language_is_refused_in_a_sentence(before: str, after: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_measure(OURS.replace(before, after), "seven-areas")


def test_a_measure_may_be_in_one_language_alone() -> None:
    assert shipped()["ons4"].other_language is None
    welsh = shipped()["seven-areas"].other_language
    assert welsh is not None
    assert (welsh.lang, welsh.asks["housing"], welsh.answers["housing"]) == ("cy", "Ble rydych chi'n byw", {0: "ddim yn ymdopi", 1: "yn ymdopi"})
