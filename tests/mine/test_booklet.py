"""The booklet on paper: tagged, in large letters, in plain words; whatever somebody wrote is set as words and read as nothing else."""

from __future__ import annotations

import io
import re
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from alongside.access.opening import Opened
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Vocabulary
from alongside.mine.booklet import BOOKLET, booklet
from alongside.mine.easy_read import EASY_READ, drawing
from alongside.mine.models import NotRight, TheirWords
from alongside.mine.reading import Section, Shown, Whole
from alongside.mine.rules import EasyTold, easy_lines, is_long
from alongside.mine.words import PICTURES
from alongside.web.printing import as_pdf, as_pictures
from tests.building import now, today

HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    '#include "../../secret.typ"',
    "$ sum_(k=1)^n k $ and `#raw`",
    "@nobody <label> *bold* _it_ = Heading",
    "back\\slash \\#escaped \\u{1F600}",
    "] #panic(1) [",
    '" + sys.inputs.given + "',
]


def a_booklet(*says: str, differs: str = "", looks: tuple[str, ...] = ()) -> dict:
    """What a booklet with these lines is set from."""
    beside = [NotRight(words=differs, answer_words="We saw it so.")] if differs else []
    lines = [Shown(uuid4(), "you said", one, "3 March 2026", "goodlife", UUID(int=1), beside) for one in says]
    copy = Whole(uuid4(), now(), ["good life", "looks"], [Section("good life", "Your good life", lines)], [TheirWords(words="I sing.", on=today())], [])
    opened = Opened(UUID(int=2), "Siân Ŵyn", "Siân", None, "same team")
    vocabulary = Vocabulary.LOCAL_AREA_COORDINATION
    return booklet(opened, copy, ring=["Sam Holt, 01632 960100"], team="Fernbrook", vocabulary=vocabulary, looks=list(looks))


def test_a_booklet_is_tagged_titled_and_says_its_language():
    made = as_pdf(BOOKLET, a_booklet("My garden", differs="Not mine", looks=("Sam Holt; walks alongside you",)))
    found = {mark: mark in made for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid", b"my own copy")}
    assert found == dict.fromkeys(found, True)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_a_program_is_set_as_words(words):
    assert as_pdf(BOOKLET, a_booklet(words, differs=words)).startswith(b"%PDF-")
    assert as_pdf(EASY_READ, easy(words), pictures=[("house.svg", drawing("house").encode()), ("telephone.svg", drawing("telephone").encode())])


OF_ANOTHER_SCRIPT = ["Party 🎉", "日本語", "שלום", "مرحبا", "ไทย", "\u200d\u202egnip", "\ue000 private", "🎉日本ไทย" * 40, "e\u0301\u0323 \U000e0041"]


@pytest.mark.parametrize("words", OF_ANOTHER_SCRIPT)
def test_letters_that_no_font_has_stop_no_booklet(words):
    made = as_pdf(BOOKLET, a_booklet(words, differs=words))
    simple = as_pdf(EASY_READ, easy(words), pictures=[("house.svg", drawing("house").encode()), ("telephone.svg", drawing("telephone").encode())])
    assert (made[:5], simple[:5]) == (b"%PDF-", b"%PDF-")


def test_what_could_not_be_printed_is_marked_and_said():
    read = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(BOOKLET, a_booklet("Party 🎉🎉 with 日 tea")))).pages)
    plain = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(BOOKLET, a_booklet("Party with Ŵyn’s tea")))).pages)
    assert ("Party [?] with [?] tea" in " ".join(read.split()), "3 letters or signs could not be printed" in " ".join(read.split())) == (True, True)
    assert "could not be printed" not in plain


def easy(words: str) -> dict:
    around = {"title": words or "x", "called": words, "from": "Fernbrook", "lang": "en", "region": "gb", "page": "Page", "to_ring": "Ring", "ring": [words]}
    parts = [{"heading": words, "lines": [{"words": words, "picture": "house.svg"}, {"words": words, "picture": ""}]}]
    return around | {"parts": parts}


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_words_make_a_booklet(words):
    assert as_pictures(BOOKLET, a_booklet(words))[0].startswith(b"\x89PNG")


def test_no_letter_of_a_booklet_is_smaller_than_twelve_points_and_none_that_is_read_than_fourteen():
    from pathlib import Path

    import alongside.mine

    for sheet in ("booklet.typ", "easy_read.typ"):
        text = (Path(alongside.mine.__file__).parent / sheet).read_text()
        sizes = [int(size) for size in re.findall(r"size: (\d+)pt", text)]
        read = [int(size) for size in re.findall(r"size: (\d+)pt", re.sub(r"footer: context \{.*?\n\}", "", text, flags=re.S))]
        assert (min(sizes) >= 12, min(read) >= 14) == (True, True)


def test_a_page_of_a_booklet_is_numbered_and_there_is_room_to_write():
    assert len(as_pictures(BOOKLET, a_booklet("My garden"))) == 2
    assert a_booklet()["room"]["labels"] == ["What is not right?", "My own words"]


def test_every_picture_of_easy_read_is_drawn_and_draws_nothing_else():
    for word in PICTURES:
        assert re.fullmatch(r'<svg xmlns="http://www.w3.org/2000/svg"[^>]*>(<(path|rect|circle|ellipse)\b[^>]*/>)+</svg>', drawing(word.stored)), word.stored
    with pytest.raises(KeyError):
        drawing("../models")


def test_words_without_a_picture_and_a_picture_without_words_are_refused():
    assert easy_lines([EasyTold(" We meet. ", "tea"), EasyTold("", "")]) == [EasyTold("We meet.", "tea")]
    with pytest.raises(Refused, match="Choose a picture for “We meet"):
        easy_lines([EasyTold("We meet.", "")])
    with pytest.raises(Refused, match="Write the words for the picture in line 1"):
        easy_lines([EasyTold("", "tea")])


@given(st.lists(st.sampled_from(["tea", "we", "meet"]), max_size=30))
def test_a_line_is_long_past_fifteen_words(words):
    assert is_long(" ".join(words)) == (len(words) > 15)
