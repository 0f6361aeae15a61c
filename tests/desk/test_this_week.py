"""The week on one page: everything that waits, each line leading to where it is done; and an honest page when nothing does."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.actions import arrange_cover, choose
from alongside.desk.digest import PARTS, week_of
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Awaited, StepAsked
from alongside.mine.actions import say_not_right
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.trail.doing import acting
from alongside.web.actions import keep_draft
from alongside.web.vocabulary import say
from tests.building import a_coordinator, an_actor, as_, days_ago, now, signed_in, somebody, today
from tests.desk.asking import MANY, asks_the_same_with_one_and_with_thirty

pytestmark = pytest.mark.django_db
A_WEEK = timedelta(days=7)


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Okoro")


def week(actor) -> dict[str, list]:
    with acting(actor):
        parts = week_of(actor.id, today=today(), quiet_after_days=28, vocabulary=actor.vocabulary)
    return {part.name: [row.get("name") for row in part.rows] or part.many for part in parts}


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def everything_waits(sam) -> Person:
    """One of each kind of thing that can wait, about one person and another."""
    gwen = Person(id=somebody(sam, "Gwen Example", on=days_ago(90)))
    hal = Person(id=somebody(sam, "Hal Example"))
    team = Team.objects.get(id=sam.team_id)
    with as_(sam):
        journeys.set_level(gwen, "level 2", since=days_ago(80), by=sam, at=now())
        note = journeys.write_note(gwen, "Tea.", on=days_ago(60), how="visit", by=sam, at=now())
        journeys.plan_look_back(gwen, on=today() + timedelta(days=5), by=sam, at=now())
        journeys.begin_waiting(gwen, Awaited("The panel", days_ago(20)), by=sam, at=now())
        journeys.add_step(gwen, StepAsked("Ring the housing office", "us", staff_id=sam.id), by=sam, at=now())
        say_not_right(gwen.id, "It was on Tuesday", of="note", row=note.id, said="Tea.", wish="put right", how="aloud", on=today(), by=sam, at=now())
        journeys.plan_visit(hal, on=today() + timedelta(days=6), where="the library", staff_id=sam.id, by=sam, at=now())
        journeys.add_paper(gwen, journeys.PaperAsked("Proof of tenancy", "needed", today(), by_when=today()), by=sam, at=now())
        choose(gwen, "gp", "yes", on=days_ago(3), until=today() + timedelta(days=9), by=sam, at=now())
        keep_draft("note", gwen.id, page="/", words={"text": "half a word"}, by=sam, at=now())
        arrange_cover(sam.id, None, since=today(), last_day=today() + A_WEEK, everybody=True, by=sam, at=now())
    other, mina = a_coordinator(team, "Priya Nair"), an_actor(Role.MANAGER, team)
    somebody(other, "Una Example")
    with as_(mina):
        journeys.hand_over(other.id, sam.id, since=today(), everybody=True, by=mina, at=now())
    return gwen


def test_everything_that_waits_stands_in_it(sam):
    everything_waits(sam)
    assert week(sam) == {
        "handed": ["Una Example"],
        "not_right": ["Gwen Example"],
        "visits": ["Hal Example"],
        "introduced": ["Hal Example", "Una Example"],
        "quiet": ["Gwen Example"],
        "looks_back": ["Gwen Example"],
        "promised": ["Gwen Example"],
        "papers": ["Gwen Example"],
        "waits": ["Gwen Example"],
        "yes_ending": ["Gwen Example"],
        "covers": [None],
        "unfinished": 1,
    }


def test_every_line_leads_to_a_page_that_opens(sam):
    everything_waits(sam)
    client = signed_in(sam)
    shown = client.get(reverse("desk:this week")).content.decode()
    main = shown[shown.index('class="day week-ahead"') :]
    links = set(re.findall(r'href="(/[^"#]+)', main[: main.index("</main>")]))
    answers = {url: client.get(url).status_code for url in links}
    assert (len(links) >= 9, set(answers.values())) == (True, {200})


def test_when_nothing_waits_it_says_so(sam):
    assert "Nothing waits for you this week" in text(signed_in(sam).get(reverse("desk:this week")))


def test_a_wait_is_there_from_its_beginning_and_not_only_when_it_is_to_be_looked_at(sam):
    gwen = Person(id=somebody(sam, "Gwen Example"))
    with as_(sam):
        journeys.begin_waiting(gwen, Awaited("The panel", days_ago(3), look_again_on=today() + 4 * A_WEEK), by=sam, at=now())
    assert week(sam)["waits"] == ["Gwen Example"]


def test_a_look_back_of_next_month_is_not_of_this_week(sam):
    gwen = Person(id=somebody(sam, "Gwen Example"))
    with as_(sam):
        journeys.plan_look_back(gwen, on=today() + A_WEEK, by=sam, at=now())
    assert "looks_back" not in week(sam)


def test_a_visit_of_the_same_weekday_next_week_is_not_of_this_week(sam):
    gwen = Person(id=somebody(sam, "Gwen Example"))
    with as_(sam):
        journeys.plan_visit(gwen, on=today() + A_WEEK, staff_id=sam.id, by=sam, at=now())
    assert "visits" not in week(sam)


def test_cover_that_neither_begins_nor_ends_is_not_news(sam):
    with as_(sam):
        arrange_cover(sam.id, None, since=today() + A_WEEK, last_day=today() + 3 * A_WEEK, everybody=True, by=sam, at=now())
    assert "covers" not in week(sam)


def test_it_is_ones_own_and_of_nobody_elses_people(sam):
    everything_waits(sam)
    stranger = a_coordinator()
    assert week(stranger) == {}


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_every_part_has_a_heading_in_either_vocabulary(sam, vocabulary):
    everything_waits(sam)
    with acting(sam):
        parts = week_of(sam.id, today=today(), quiet_after_days=28, vocabulary=vocabulary)
    assert [part.heading for part in parts] == [say(PARTS[part.name], vocabulary) for part in parts]


def test_it_asks_the_same_with_one_and_with_thirty(sam):
    names = (f"Kettle{number:03} Example" for number in range(MANY + 1))

    def one_more() -> str:
        somebody(sam, name := next(names))
        return name

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("desk:this week"), one_more)
