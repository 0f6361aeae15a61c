"""Whoever looks back together has before them what there is to look back at, then and now, however long the record."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from alongside.connections.actions import climb, connect
from alongside.journeys import actions as journeys
from alongside.journeys.models import LookBack
from alongside.journeys.rules import Parts, StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.actions import circle
from alongside.people.models import Person
from alongside.people.rings import InCircle
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

from .asking import MOST, asked_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked_back_with():
    """Gwen, whose record holds something of everything, and the page of a look back with her."""
    sam = a_coordinator()
    gwen = Person(id=somebody(sam, "Gwen Example", on=days_ago(90)))
    by = {"by": sam, "at": now()}
    with as_(sam):
        journeys.tell_good_life(gwen, "To sing again.", by=sam, at=now() - timedelta(days=60))
        journeys.tell_good_life(gwen, "To sing, and to see the sea.", **by)
        journeys.agree(gwen, parts=Parts(they_do="I ring the choir."), agreed_on=days_ago(60), how_agreed="aloud", **by)
        done = journeys.add_step(gwen, StepAsked("Ring the choir", "themselves"), **by)
        journeys.end_step(done, as_="done", on=days_ago(20), **by)
        journeys.add_step(gwen, StepAsked("Buy a bus pass", "themselves"), **by)
        circle.write_circle(gwen, [InCircle("Marva", "daughter", "closest")], **by)
        climb(connect(gwen, "Fernbrook choir", kind="community", on=days_ago(30), **by), "went alone", on=days_ago(9), **by)
        tell_change(gwen, "I sleep again.", direction="better", noticed_on=days_ago(8), **by)
        before = journeys.plan_look_back(gwen, on=days_ago(0), **by)
        journeys.end_look_back(before, as_="took place", on=today(), words="It was a good spring.", **by)
        ahead = journeys.plan_look_back(gwen, on=today(), **by)
    return sam, gwen, f"/people/{gwen.id}/look-back/{ahead.id}/"


def test_all_there_is_to_look_back_at_stands_beside_the_form(looked_back_with):
    sam, _gwen, url = looked_back_with
    page = unescape(signed_in(sam).get(url).content.decode()).split('class="looking-back"')[1]
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    for said in (
        "To sing again.", "To sing, and to see the sea.", "I ring the choir.", "Ring the choir", "Buy a bus pass goes on", "Marva", "Fernbrook choir",
        "I sleep again.", "It was a good spring.", "1 ended, 1 go on",
    ):  # fmt: skip
        assert said in told
    assert told.index("To sing again.") < told.index("To sing, and to see the sea.")


def test_it_asks_no_more_of_a_long_record_than_a_page_may(looked_back_with):
    sam, gwen, url = looked_back_with
    with as_(sam):
        for nth in range(30):
            journeys.add_step(gwen, StepAsked(f"Step {nth}", "themselves"), by=sam, at=now())
    assert len(asked_by(signed_in(sam), url, {"Step 29", "I sleep again."})) <= MOST


def test_how_it_went_is_kept_as_before(looked_back_with):
    sam, gwen, url = looked_back_with
    day = today()
    given = {"as_": "took place", "words": "She hums.", "on_day": day.day, "on_month": day.month, "on_year": day.year}
    assert signed_in(sam).post(url, given).status_code == 303
    with as_(sam):
        assert sorted(LookBack.objects.filter(person=gwen).values_list("words", flat=True)) == ["It was a good spring.", "She hums."]
