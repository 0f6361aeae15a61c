"""Whose word each field of an entry is, said on its page to those who work here."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.directory.actions import keep_entry, keep_ours, put_right, put_together, take_sources_word
from alongside.directory.models import Entry
from alongside.noticeboard.whose_words import Words, whose_words
from alongside.web.templatetags.components import long_date
from tests.building import a_coordinator, as_, now, signed_in, today
from tests.directory.conftest import a_listing, load
from tests.directory.test_kept_true import SHED, told_of
from tests.noticeboard.test_pages import text

pytestmark = pytest.mark.django_db
TODAY = long_date(today())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def choir(sam) -> Entry:
    """Its telephone was put right by one of us, against what its file says."""
    load(a_listing("1", "Fern choir", phone="01632 960100", times="Mondays at 2"))
    with as_(sam):
        return put_right(Entry.objects.get().id, told_of(Entry.objects.get(), phone="01632 960199"), by=sam, at=now())


def page_of(sam, entry: Entry) -> str:
    return text(signed_in(sam).get(reverse("noticeboard:entry", args=[entry.id])))


def test_what_one_of_us_put_right_stands_beside_what_its_source_says(sam, choir):
    assert whose_words(choir, []) == [Words("Telephone", f"put right by us on {TODAY}", "its source says “01632 960100”")]
    page = page_of(sam, choir)
    assert f"<strong>Telephone</strong>: put right by us on {TODAY}; its source says “01632 960100”." in page
    assert "All else is as its source says: A file." in page


def test_of_what_was_settled_it_says_by_whom_and_what_the_other_said(sam, choir):
    with as_(sam):
        put_right(choir.id, told_of(choir, times="Mondays at 3"), by=sam, at=now())
        keep_ours(choir.id, "phone", by=sam, at=now())
        take_sources_word(choir.id, "times", by=sam, at=now())
    choir.refresh_from_db()
    assert whose_words(choir, []) == [
        Words("When?", f"its source’s word, taken by Sam Holt on {TODAY}; before that we said “Mondays at 3”"),
        Words("Telephone", f"put right by us on {TODAY}", f"its source said “01632 960100” when Sam Holt kept ours on {TODAY}"),
    ]


def test_of_two_that_were_put_together_it_says_which_words_are_the_others(sam, choir):
    load(a_listing("9", "The Fern choir", phone="01632 960177", email="choir@example.org"), source="Another file")
    with as_(sam):
        put_together(choir.id, Entry.objects.get(source_key="9").id, ["email"], by=sam, at=now())
    page = page_of(sam, choir)
    assert f"<strong>E-mail</strong>: from “The Fern choir” (Another file), put together with this on {TODAY}" in page
    assert "<strong>Telephone</strong>: put right by us" in page


def test_where_all_is_one_source_or_what_we_know_ourselves_one_line_says_so(sam):
    load(a_listing("1", "Moss club"))
    with as_(sam):
        made = keep_entry(SHED, by=sam, at=now())
    assert "All of it is as its source says: A file." in page_of(sam, Entry.objects.get(name="Moss club"))
    assert "All of it is what we know ourselves." in page_of(sam, made)


def test_no_visitor_is_told_of_it(client, choir):
    assert "Whose words these are" not in text(client.get(reverse("noticeboard:entry", args=[choir.id])))


def test_it_asks_one_question_however_much_was_settled(sam, choir):
    with as_(sam):
        keep_ours(choir.id, "phone", by=sam, at=now())
        with CaptureQueriesContext(connection) as asked:
            whose_words(choir, [])
    assert len(asked) == 1
