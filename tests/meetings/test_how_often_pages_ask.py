"""Each page of meetings asks the database as often for thirty as for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.meetings import actions
from alongside.meetings.actions.lists import Proposed
from alongside.meetings.models import Agreed, Listed, Meeting, Thought
from tests.building import as_, now, signed_in, today
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty

from .conftest import Table, a_seat_at, a_series

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
THE_DAY = 16
"""Queries of the day's own page, and of the notes in the room: list, proposals, notes, next steps, what they were told, seats, who was there: one each."""


def one_more(table: Table, *, promises: bool = False, closed: bool = False) -> str:
    """One more on the list, which is out (or the meeting is closed), by a word that stands in what they agreed to."""
    word = a_word()
    with as_(table.sam):
        Meeting.objects.update(sent_at=None, sent_by=None, closed_at=None, closed_by=None)
    listed = table.brings(word.title(), f"{word} and the stairs", asks=word)
    with as_(table.sam):
        Meeting.objects.update(sent_at=now(), sent_by=table.sam.id)
    if promises:
        table.agrees(listed, word)
        with as_(table.sam):
            Agreed.objects.update(by_when=today())
    if closed:
        with as_(table.sam):
            Meeting.objects.update(closed_at=now(), closed_by=table.sam.id)
    return word.title() if not promises else word


def test_the_page_of_all_meetings_and_of_ones_tables():
    table = Table()
    sam = signed_in(table.sam)

    def another() -> str:
        word = a_word()
        series = a_series(table.sam, word)
        a_seat_at(series, table.sam, "Sam Delaney", "coordinator", table.sam)
        with as_(table.sam):
            actions.propose(series, today() + timedelta(days=14), Proposed(word, "why"), by=table.sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(sam, "/meetings/", another)
    asks_the_same_with_one_and_with_thirty(sam, "/my-tables/", another)


def test_the_page_of_a_series_with_its_table():
    table = Table()

    def another() -> str:
        word = a_word()
        a_seat_at(table.series, table.sam, word)
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(table.sam), f"/meetings/{table.series.id}/", another)


def test_the_day_of_a_meeting_its_list_and_its_notes():
    table = Table()

    def another() -> str:
        return one_more(table, promises=True)

    another()
    with as_(table.sam):
        listed = Listed.objects.first()
    sam, gp = signed_in(table.sam), signed_in(table.gp)
    asks_the_same_with_one_and_with_thirty(sam, table.url, another, at_most=THE_DAY)
    mine = f"/my-tables/{table.series.id}/{table.on}/"
    asks_the_same_with_one_and_with_thirty(gp, mine, lambda: one_more(table))
    asks_the_same_with_one_and_with_thirty(sam, f"{table.url}list/{listed.id}/", lambda: _nobody_new(one_more(table), listed), at_most=THE_DAY)
    asks_the_same_with_one_and_with_thirty(gp, f"{mine}{listed.id}/", lambda: _nobody_new(one_more(table), listed))


def _nobody_new(_word: str, listed: Listed) -> str:
    """A page of one of the list shows that one, however long the list is."""
    return listed.extract.split()[0]


def test_what_a_link_opens():
    table = Table()
    asks_the_same_with_one_and_with_thirty(Client(), f"/seat/{table.ivys_address}/open/", lambda: one_more(table), {})
    other = Table()
    asks_the_same_with_one_and_with_thirty(Client(), f"/seat/{other.ivys_address}/open/", lambda: one_more(other, promises=True, closed=True), {})


def test_what_is_chased_and_who_is_not_told():
    table = Table()
    asks_the_same_with_one_and_with_thirty(signed_in(table.sam), "/meetings/to-chase/", lambda: one_more(table, promises=True, closed=True))


def test_team_reflection():
    table = Table()
    sam = signed_in(table.sam)

    def a_scene() -> str:
        word = a_word()
        with as_(table.sam):
            actions.bring_a_scene("A closed door.", word, on=today(), by=table.sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(sam, "/team-reflection/", a_scene)
    with as_(table.sam):
        scene = actions.bring_a_scene("A closed door.", "Whose choice?", on=today(), by=table.sam, at=now())

    def a_thought() -> str:
        word = a_word()
        with as_(table.sam):
            actions.say_a_thought(scene, "view", word, by=table.sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(sam, f"/team-reflection/{scene.id}/", a_thought)
    with as_(table.sam):
        assert Thought.objects.count() == 30
