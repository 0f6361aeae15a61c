"""Each page of meetings asks the database as often for thirty as for one."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from django.test import Client

from alongside.desk.at_meetings.chasing import AT_ONCE
from alongside.meetings import actions
from alongside.meetings.actions.lists import Proposed
from alongside.meetings.models import Agreed, Listed, Meeting, Thought
from tests.building import a_coordinator, as_, now, signed_in, today
from tests.desk.asking import MOST, a_word, asked_by, asks_the_same_with_one_and_with_thirty

from .conftest import Table, a_seat_at, a_series, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


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
    asks_the_same_with_one_and_with_thirty(sam, table.url, another, at_most=MOST)
    mine = f"/my-tables/{table.series.id}/{table.on}/"
    asks_the_same_with_one_and_with_thirty(gp, mine, lambda: one_more(table))
    asks_the_same_with_one_and_with_thirty(sam, f"{table.url}list/{listed.id}/", lambda: _nobody_new(one_more(table), listed), at_most=MOST)
    asks_the_same_with_one_and_with_thirty(gp, f"{mine}{listed.id}/", lambda: _nobody_new(one_more(table), listed))


def test_notes_that_keep_themselves_ask_no_more_than_a_page_does():
    table = Table()
    here = f"{table.url}list/{table.brings('Gwen Pettifer').id}/"
    table.sends()
    typed = count(1)
    sam = signed_in(table.sam)
    sam.defaults["HTTP_HX_REQUEST"] = "true"

    def kept() -> list[str]:
        return asked_by(sam, here, set(), {"situation": f"At home {next(typed)}.", "stood_situation": "", "both": "1"})

    assert len(kept()) == len(kept()) <= MOST


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


def test_what_is_chased_comes_in_parts_late_ones_first_and_is_counted_whole():
    table = Table()
    sam = signed_in(table.sam)
    listed = table.brings("Gwen Pettifer")
    table.sends()
    seats = [a_seat_at(table.series, table.sam, f"Seat number {number:02}") for number in range(AT_ONCE + 3)]
    for number, seat in enumerate(seats):
        table.agrees(listed, f"kettle{number:02}", seat)
    table.closes()
    with as_(table.sam):
        Agreed.objects.filter(seat=seats[-1]).update(by_when=today() - timedelta(days=3))
        Agreed.objects.filter(seat=seats[0]).update(answer="cannot")
    first, second, none = (text(sam.get(f"/meetings/to-chase/?seats={part}")) for part in (1, 2, 9))
    assert [number for number in range(len(seats)) if f"kettle{number:02}" in first] == [*range(AT_ONCE - 1), len(seats) - 1]
    assert [number for number in range(len(seats)) if f"kettle{number:02}" in second] == [AT_ONCE - 1, AT_ONCE, AT_ONCE + 1]
    for page in (first, second, none):
        assert f"{len(seats)} things are open; one is overdue; one cannot be done by whoever took it on" in page
    assert "part 2 of 2" in second
    assert "Nobody stands in this part" in none
    assert sam.get("/meetings/to-chase/?seats=x&untold=-4").status_code == 200


def test_who_was_not_told_comes_in_parts_the_oldest_first():
    table = Table()
    sam = signed_in(table.sam)
    names = [f"Ada number{number:02}" for number in range(AT_ONCE + 2)]
    listed = [table.brings(name) for name in names]
    table.sends()
    table.closes()
    with as_(table.sam):
        actions.tell_back(listed[0], "They know.", how="aloud", on=today(), by=table.sam, at=now())
    first, second = (text(sam.get(f"/meetings/to-chase/?untold={part}")) for part in (1, 2))
    assert [name for name in names if name in first] == names[1 : AT_ONCE + 1]
    assert [name for name in names if name in second] == names[AT_ONCE + 1 :]
    assert f"{len(names) - 1} people were not told yet" in first
    # A colleague of another team is told of nobody, and of no number.
    assert "not told yet" not in text(signed_in(a_coordinator(name="Jo Marsh")).get("/meetings/to-chase/"))


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
