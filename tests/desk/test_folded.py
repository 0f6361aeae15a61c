"""On a phone what stands beside a story is folded to a line each, after the last two notes; nothing in it is missing from the page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.journeys.actions import write_note
from alongside.people.actions import add_gift
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
