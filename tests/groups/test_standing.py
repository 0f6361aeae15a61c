"""Where groups stand, asked of the database and by the plain rules: the same, whatever was said of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.foundation.actor import Actor
from alongside.groups import standing
from alongside.groups.asking import questions
from alongside.groups.models import Gathering, Group, Held, Step
from alongside.groups.queries import ASK_AHEAD
from alongside.groups.rules import next_due, stands_at
from alongside.groups.words import HOLDERS, LED_BY, THINGS
from tests.building import a_coordinator, a_locality, as_, days_ago, now, signed_in
from tests.desk.asking import MOST, a_word, asks_the_same_with_one_and_with_thirty
from tests.groups.test_stages import TODAY, deeds, lived

from .conftest import come_to, heard, running

pytestmark = pytest.mark.django_db
held = st.dictionaries(st.sampled_from([word.stored for word in THINGS]), st.sampled_from([word.stored for word in HOLDERS]))
sessions = st.dictionaries(st.integers(0, 900), st.sampled_from([word.stored for word in LED_BY]), max_size=4)
lives = st.lists(st.tuples(deeds, held, sessions), min_size=1, max_size=4)


def told(by: Actor, number: int, life: tuple) -> tuple[Group, list, dict, date | None]:
    """A group of which just this was said, and what the rules take of it."""
    steps, sides = lived(life[0]), life[1]
    led = {TODAY - timedelta(days=days): side for days, side in life[2].items()}
    said = {"by_id": by.id, "at": now()}
    group = Group.objects.create(team_id=by.team_id, name=f"Group {number}", **said)
    Step.objects.bulk_create(Step(group=group, number=place, stage=one.stage, on=one.on, **said) for place, one in enumerate(steps, 1))
    Held.objects.bulk_create(Held(group=group, thing=thing, side=side, since=date(2016, 1, 1), **said) for thing, side in sides.items())
    Gathering.objects.bulk_create(Gathering(group=group, on=day, led_by=side, came=9, told_us="call", **said) for day, side in led.items())
    return group, steps, sides, max((day for day, side in led.items() if side in ("members", "both")), default=None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(lives)
def test_the_database_tells_of_any_lives_what_the_rules_tell(all_lives):
    sam = a_coordinator()
    with as_(sam):
        groups = [told(sam, number, life) for number, life in enumerate(all_lives)]
        stand = {group.name: (stands_at(steps), questions(steps, sides, last, today=TODAY)) for group, steps, sides, last in groups if stands_at(steps)}
        board = standing.board(None, today=TODAY)
        due, many = standing.due_by(TODAY + ASK_AHEAD, None, start=0, today=TODAY)
    found = {one.name: one for column in board.stages for one in column.groups}
    assert {name: (one.stage, one.since, list(one.asked)) for name, one in found.items()} == {
        name: (where.stage, where.on, asked) for name, (where, asked) in stand.items()
    }
    asked = {(column.what, one.name) for column in board.asked for one in column.groups}
    assert asked == {(one.what, name) for name, (_where, all_asked) in stand.items() for one in all_asked}
    soon = {group.id: next_due(steps, today=TODAY) for group, steps, *_rest in groups}
    assert {one.id: (one.months, one.on) for one in due} == {key: what for key, what in soon.items() if what and what[1] <= TODAY + ASK_AHEAD}
    assert many == len(due)


def test_of_many_groups_the_board_shows_the_first_and_leads_to_all():
    sam = a_coordinator()
    for number in range(standing.A_STAGE + 2):
        running(sam, f"Choir {number:02}", since=200 - number)
    browser = signed_in(sam)
    board = " ".join(browser.get(reverse("groups:board")).content.decode().split())
    assert f"Started ({standing.A_STAGE + 2})" in board
    assert ("Choir 00" in board, "Choir 13" in board) == (True, False)
    everyone = browser.get(reverse("groups:all of one"), {"at": "started"}).content.decode()
    assert "Choir 13" in everyone
    led = browser.get(reverse("groups:all of one"), {"question": "led by us"}).content.decode()
    assert ("Choir 13" in led, f"All {standing.A_STAGE + 2} of which this is asked" in board) == (True, True)
    assert browser.get(reverse("groups:all of one"), {"at": "nowhere"}).status_code == 404


def test_a_group_that_stopped_soon_stands_among_what_we_ask_ourselves():
    sam = a_coordinator()
    come_to(running(sam), sam, ("self-managing", days_ago(60)), ("resting", days_ago(20)))
    board = " ".join(signed_in(sam).get(reverse("groups:board")).content.decode().split())
    assert "It stopped within 6 weeks of members taking it over: did we leave too soon?" in board
    listed = signed_in(sam).get(reverse("groups:all of one"), {"question": "stopped soon"}).content.decode()
    assert ("Saturday fishing" in listed, "It stopped soon after members took it over" in listed) == (True, True)


def test_a_long_list_goes_on_where_it_ended(monkeypatch):
    monkeypatch.setattr(standing, "A_PAGE", 2)
    sam = a_coordinator()
    for number in range(3):
        heard(sam, f"Choir {number}", on=days_ago(90 - number))
    with as_(sam):
        first, then = (standing.at_stage("heard", None, start=start, today=TODAY) for start in (0, 2))
    assert ([one.name for one in first.groups], [one.name for one in then.groups], first.many) == (["Choir 0", "Choir 1"], ["Choir 2"], 3)


def test_of_another_neighbourhood_and_of_another_team_nothing_is_told():
    sam, other = a_coordinator(), a_coordinator()
    running(sam)
    with as_(sam):
        assert standing.board(a_locality().id, today=TODAY) == standing.Board([], [])
    with as_(other):
        assert standing.board(None, today=TODAY) == standing.Board([], [])


def test_all_of_one_stage_asks_the_same_with_one_group_and_with_thirty():
    sam = a_coordinator()

    def another() -> str:
        name = a_word()
        come_to(running(sam, name), sam, ("shared", days_ago(3)))
        return name

    asks_the_same_with_one_and_with_thirty(signed_in(sam), f"{reverse('groups:all of one')}?at=shared", another, at_most=MOST)
