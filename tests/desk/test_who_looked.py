"""Whoever answers for information governance reads who looked as sentences, by day and colleague, and misses no line."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.saying_looks import deed, reason, times
from alongside.foundation.actor import Role
from alongside.teams.models import Team
from alongside.trail.doing import leave_trace
from alongside.trail.models import Entry
from tests.building import a_coordinator, an_actor, as_, days_ago, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def ines(sam):
    return an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=sam.team_id), "Ines Okafor")


def asked(ines, gwen, **question):
    answer = signed_in(ines).get(reverse("desk:who looked at", args=[gwen]), question)
    return answer.status_code, re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main>")[2]))


def looks(actor, gwen, many, purpose="walks alongside: person"):
    with as_(actor):
        for _ in range(many):
            leave_trace("looked at", gwen, about="page person", purpose=purpose)


def test_four_looks_of_a_day_are_one_line_that_opens_to_four(sam, ines):
    gwen = somebody(sam)
    looks(sam, gwen, 4)
    status, said = asked(ines, gwen)
    assert status == 200
    assert "Sam Holt" in said
    assert "walks alongside them; opened their page 4 times" in said
    assert said.count("walks alongside them; opened their page (line") == 4


def test_every_line_about_her_is_there(sam, ines):
    gwen = somebody(sam)
    looks(sam, gwen, 3, "same team: person")
    with as_(ines):
        lines = set(Entry.objects.filter(people__contains=[gwen]).values_list("seq", flat=True))
    _status, said = asked(ines, gwen)
    assert {int(number) for number in re.findall(r"\(line (\d+)\)", said)} == lines


def test_one_colleague_can_be_asked_for(sam, ines):
    gwen = somebody(sam)
    looks(sam, gwen, 1)
    asked(ines, gwen)
    _status, said = asked(ines, gwen, who=str(ines.id))
    assert ("answers for information governance; opened who looked" in said, "opened their page" in said) == (True, False)


def test_some_days_can_be_asked_for(sam, ines):
    gwen = somebody(sam)
    looks(sam, gwen, 1)
    before = days_ago(1)
    until = {f"until_{part}": getattr(before, part) for part in ("day", "month", "year")}
    since = {f"since_{part}": getattr(today(), part) for part in ("day", "month", "year")}
    assert "Nobody, on these days." in asked(ines, gwen, **until)[1]
    assert "opened their page" in asked(ines, gwen, **since)[1]


@pytest.mark.parametrize("wrong", [{"who": str(uuid4())}, {"since_day": "31", "since_month": "2", "since_year": "2026"}])
def test_a_question_that_makes_no_sense_is_refused_and_shows_nothing(sam, ines, wrong):
    gwen = somebody(sam)
    status, said = asked(ines, gwen, **wrong)
    assert (status, "There is a problem" in said, "(line" in said) == (422, True, False)


def test_a_page_that_is_not_there_is_the_last(sam, ines):
    gwen = somebody(sam)
    assert asked(ines, gwen, page="99")[0] == 200


def test_what_we_have_no_words_for_is_said_as_it_is_stored():
    assert reason("a hunch: person") == "a hunch"
    assert deed("looked at", "page good life", "done") == "opened their good life"
    assert deed("wrote a note", "note 1", "refused") == "wrote a note (refused)"
    assert (times("opened their page", 1), times("opened their page", 2), times("opened their page", 3)) == (
        "opened their page",
        "opened their page twice",
        "opened their page 3 times",
    )
