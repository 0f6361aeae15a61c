"""On a phone what stands beside a story is folded to a line each, after the last two notes; nothing in it is missing from the page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.connections.actions.giving import contribute
from alongside.connections.giving import Told
from alongside.journeys.actions import set_level, write_note
from alongside.people.actions import add_gift, add_to_circle
from alongside.people.models import Person
from tests.building import a_coordinator, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


def test_the_last_two_notes_come_before_the_rest_and_every_part_is_a_line_that_opens():
    sam = a_coordinator()
    gwen = somebody(sam, "Gwen")
    with as_(sam):
        person = Person.objects.get(id=gwen)
        for number, words in enumerate(("First.", "Second.", "Third.")):
            write_note(person, words, on=today() - timedelta(days=3 - number), how="visit", by=sam, at=now())
        add_gift(person, "Plays the harp", by=sam, at=now())
    page = signed_in(sam).get(reverse("desk:person", args=[gwen])).content.decode()
    lately = page[page.index('id="lately-heading"') : page.index('id="note"')]
    assert ("Third." in lately, "Second." in lately, "First." in lately) == (True, True, False)
    assert page.index('id="lately-heading"') < page.index('class="folded"') < page.index('id="story-heading"')
    lines = re.findall(r'<summary class="folded__line"><strong>([^<]*)</strong>', page)
    assert {"Where and how", "Steps", "Connections", "People in their life", "What they bring"} <= set(lines)
    assert re.search(r"What they bring</strong> <span class=\"quiet\">Plays the harp", page) is not None
    assert page.count('id="gifts"') == 1


def test_a_folded_part_says_how_much_stands_in_it():
    sam = a_coordinator()
    gwen = Person(id=somebody(sam, "Gwen"))
    with as_(sam):
        add_to_circle(gwen, name="Halina", relation="neighbour", by=sam, at=now())
        contribute(gwen, Told("gave", "A cake", "neighbours", today(), whom="Halina"), by=sam, at=now())
    page = " ".join(signed_in(sam).get(reverse("desk:person", args=[gwen.id])).content.decode().split())
    lines = dict(re.findall(r'folded__line"><strong>([^<]*)</strong> <span class="quiet">(.*?)</span>', page))
    assert (lines["People in their life"].strip(), lines["Gives and receives"].strip()) == ("1 person", "gave 1 time, received 0 times")
    assert "Nobody has written down yet that they were in touch." in lines["How often we are in touch"]


def test_of_somebody_who_has_died_what_is_written_stands_and_nothing_is_begun():
    sam = a_coordinator()
    gwen = Person(id=somebody(sam, "Gwen"))
    with as_(sam):
        add_gift(gwen, "Plays the harp", by=sam, at=now())
        set_level(gwen, "died", since=today(), by=sam, at=now())
    page = signed_in(sam).get(reverse("desk:person", args=[gwen.id])).content.decode()
    assert "Plays the harp" in page
    assert [words for words in ("Change the level", "How do they like to be reached?", "And also", "A day to look back", "Choose a day") if words in page] == []
