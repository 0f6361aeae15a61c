"""Easy Read: a person writes it and chooses each picture; what was chosen is what they read."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from alongside.mine import actions
from alongside.mine.easy_read import EASY_READ, Easy, EasySection, Row, drawing, whole_easy
from alongside.mine.gathering import everything
from alongside.mine.looking import Page, looks_for_them, page_of_looks
from alongside.mine.models import EasyLine
from alongside.mine.rules import EasyTold
from alongside.mine.words import TO_YOU
from alongside.people.models import Person
from alongside.pictures.actions import add_picture, take_away_picture
from alongside.trail.doing import acting, leave_trace
from alongside.trail.words import PURPOSES
from alongside.web.printing import as_pdf
from tests.building import a_coordinator, as_, now, signed_in, somebody, today
from tests.mine.test_own_copy import themselves
from tests.pictures.photos import a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


def lines(sam, person):
    with as_(sam):
        return list(EasyLine.objects.filter(person_id=person).order_by("place").values_list("words", "picture"))


def test_a_draft_of_easy_read_is_never_filled_by_a_program(sam, gwen):
    with as_(sam):
        told = everything(gwen, on=today(), vocabulary=sam.vocabulary)
        actions.make_copy(Person.objects.get(id=gwen), ["introduction"], (), told=told, by=sam, at=now())
    page = signed_in(sam).get(reverse("mine:easy read", args=[gwen]))
    typed = {words.value() for _part, _heading, rows in page.context["form"].in_parts() for words, _picture, _of in rows}
    assert typed == {None}
    assert "introduced you" in page.content.decode()


def test_lines_are_kept_in_order_with_the_pictures_that_were_chosen(sam, gwen):
    browser, page = signed_in(sam), reverse("mine:easy read", args=[gwen])
    browser.post(page, {"words_1": "Sam comes on Mondays.", "picture_1": "calendar", "words_3": "We drink tea.", "picture_3": "tea"})
    assert lines(sam, gwen) == [("Sam comes on Mondays.", "calendar"), ("We drink tea.", "tea")]
    pdf = browser.get(reverse("mine:easy read booklet", args=[gwen]))
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")


def test_lines_stand_under_their_parts_and_what_is_not_written_is_said(sam, gwen):
    browser, page = signed_in(sam), reverse("mine:easy read", args=[gwen])
    browser.post(
        page,
        {
            "words_1": "I go to the choir.",
            "picture_1": "music",
            "part_1": "connections",
            "words_2": "Sam walks with me.",
            "picture_2": "walking",
            "part_2": "who",
        },
    )
    with as_(sam):
        easy = whole_easy(gwen, sam.vocabulary, lambda kind, key: "")
    assert [(section.heading, [row.words for row in section.rows]) for section in easy.sections] == [
        ("Who walks with me", ["Sam walks with me."]),
        ("Where I go", ["I go to the choir."]),
    ]
    assert "My good life" in easy.not_written
    assert "My choices" in easy.not_written
    shown = browser.get(page).content.decode()
    assert ("Not written yet" in shown, shown.index("Who walks with me") < shown.index("Where I go")) == (True, True)


def test_what_is_not_written_is_not_said_to_them_and_whatever_else_has_a_heading():
    easy = Easy([EasySection("Something else", [Row("This is your door.", "key")])], ["My choices"])
    theirs, ours = (render_to_string("mine/_easy.html", {"easy": easy, "reader": reader}) for reader in (object(), None))
    assert ["Not written yet" in shown for shown in (theirs, ours)] == [False, True]
    assert "Something else</h2>" in theirs


def test_something_else_stands_under_its_heading(sam, gwen):
    with as_(sam):
        actions.write_easy_read(Person.objects.get(id=gwen), [EasyTold("This is your door.", "key", "else")], by=sam, at=now())
        easy = whole_easy(gwen, sam.vocabulary, lambda kind, key: "")
    assert [section.heading for section in easy.sections] == ["Something else"]


def test_a_very_long_word_is_broken_before_the_edge_of_the_page():
    long = "Llanfair" * 12
    given = {"title": "x", "called": "x", "from": "x", "lang": "en", "region": "gb", "page": "Page", "to_ring": "Ring", "ring": ["x"]}
    given["parts"] = [{"heading": "x", "lines": [{"words": long, "picture": "house.svg"}]}]
    pdf = PdfReader(io.BytesIO(as_pdf(EASY_READ, given, pictures=[(f"{name}.svg", drawing(name).encode()) for name in ("house", "telephone")])))
    lines = [line for line in pdf.pages[0].extract_text().replace("\u200b", "").splitlines() if "anfair" in line]
    assert (len(lines) > 1, max(map(len, lines)) < 40) == (True, True)


def test_a_picture_of_theirs_is_chosen_and_leaves_its_place_white_when_they_take_it_away(sam, gwen):
    with as_(sam):
        own = add_picture(gwen, a_photo((120, 90)), says="My dog Bryn", how="aloud", on=today(), by=sam, at=now())
        actions.write_easy_read(Person.objects.get(id=gwen), [EasyTold("Bryn and I walk.", str(own.id))], by=sam, at=now())
    browser = signed_in(sam)
    assert reverse("pictures:picture", args=[gwen, own.id]) in browser.get(reverse("mine:easy read", args=[gwen])).content.decode()
    with_it = PdfReader(io.BytesIO(browser.get(reverse("mine:easy read booklet", args=[gwen])).content))
    with as_(sam):
        take_away_picture(own, by=sam, at=now())
    without = PdfReader(io.BytesIO(browser.get(reverse("mine:easy read booklet", args=[gwen])).content))
    many = [sum(len(page.images) for page in pdf.pages) for pdf in (with_it, without)]
    assert (many, "Bryn and I walk." in without.pages[0].extract_text()) == ([1, 0], True)
    page = browser.get(reverse("mine:easy read", args=[gwen]))
    assert (page.status_code, "As chosen before" in page.content.decode()) == (200, True)


def test_a_line_without_a_picture_is_given_back_with_every_word(sam, gwen):
    answer = signed_in(sam).post(
        reverse("mine:easy read", args=[gwen]), {"words_1": "We drink tea.", "picture_1": "", "words_9": "The ninth.", "picture_9": "tea"}
    )
    text = answer.content.decode()
    assert (answer.status_code, "We drink tea." in text, "The ninth." in text, lines(sam, gwen)) == (422, True, True, [])


def test_who_looked_is_told_within_two_seconds_at_ten_thousand_looks(sam, gwen, capsys):
    with as_(sam):
        told = everything(gwen, on=today(), vocabulary=sam.vocabulary)
        actions.make_copy(Person.objects.get(id=gwen), ["looks"], (), told=told, by=sam, at=now())
        actions.give_link(Person.objects.get(id=gwen), until=today() + timedelta(days=9), by=sam, at=now())
        for number in range(10_000):
            leave_trace("looked at", gwen, about="page person", purpose="walks alongside: person", at=now() - timedelta(minutes=97 * number))
    with acting(themselves(gwen)):
        began = timezone.now()
        shown = page_of_looks(gwen, sam.vocabulary, 1)
        took = (timezone.now() - began).total_seconds()
    with capsys.disabled():
        print(f"\n  who looked, at 10,000 looks: {took * 1000:.0f} ms")
    assert (took < 2, sum("times" in one.how_often or "once" in one.how_often for day in shown.days for one in day.looks) > 0) == (True, True)


def test_whoever_walks_alongside_reads_no_trail_by_day_and_only_its_sum_for_paper(sam, gwen):
    noor = a_coordinator()
    with as_(sam):
        assert page_of_looks(gwen, sam.vocabulary, 1) == Page([], "", False)
        assert len(looks_for_them(gwen, sam.vocabulary)) == 1
    with as_(noor):
        assert (page_of_looks(gwen, noor.vocabulary, 1), looks_for_them(gwen, noor.vocabulary)) == (Page([], "", False), [])


def test_every_reason_to_look_is_said_to_them_too():
    assert sorted(set(PURPOSES) - set(TO_YOU)) == []


def test_lists_come_last_in_one_quiet_line_and_a_mistyped_code_is_called_so(sam, gwen):
    with as_(sam):
        told = everything(gwen, on=today(), vocabulary=sam.vocabulary)
        actions.make_copy(Person.objects.get(id=gwen), ["looks"], (), told=told, by=sam, at=now())
        actions.give_link(Person.objects.get(id=gwen), until=today() + timedelta(days=9), by=sam, at=now())
        for _time in range(24):
            leave_trace("looked at", gwen, about="page today", purpose="their day: today", at=now())
        leave_trace("tried to open their own copy", gwen, about="page open", purpose="a link", outcome="refused", at=now())
    with as_(sam):
        on_paper = looks_for_them(gwen, sam.vocabulary)
    with acting(themselves(gwen)):
        shown = page_of_looks(gwen, sam.vocabulary, 1)
    said = [(one.who, one.why, one.how_often) for day in shown.days for one in day.looks]
    assert ("A code was mistyped", "", "") in said
    assert [one for one in said if "day holds" in one[1]] == []
    assert (shown.in_lists, on_paper[-1]) == ("Besides, your name stood 24 times in lists, on the page of the day and the like.",) * 2
