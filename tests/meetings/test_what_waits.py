"""Whoever calls meetings is told what waits there: on their day, in their week and on the page of all meetings."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.desk.digest import week_of
from alongside.meetings.actions.lists import Proposed, propose
from alongside.meetings.models import Meeting
from alongside.trail.doing import acting
from tests.building import a_coordinator, as_, days_ago, now, signed_in, today
from tests.desk.asking import MANY, MOST, asked_by

from .conftest import Table, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
A_FORTNIGHT = timedelta(days=14)


def proposes(table: Table, who: str = "Mrs Pettifer, Mill Lane") -> None:
    with as_(table.ivy):
        propose(table.series, today() + A_FORTNIGHT, Proposed(who, "She asked."), seat=table.ivys_seat, by=table.ivy, at=now())


def test_somebody_proposed_is_told_on_the_day_that_leads_to_the_meeting():
    table = Table()
    sam = signed_in(table.sam)
    assert "At your meetings" not in text(sam.get("/today/"))
    proposes(table)
    day = text(sam.get("/today/"))
    assert "One person is proposed, and waits for your answer" in day
    assert f'href="/meetings/{table.series.id}/"' in day
    assert "Pettifer" not in day
    assert "At your meetings" not in text(signed_in(a_coordinator()).get("/today/"))


def test_a_list_that_goes_out_by_today_is_told_until_it_is_out():
    table = Table()
    table.brings()
    sam = signed_in(table.sam)
    assert "One list goes out by today, and is not out" in text(sam.get("/today/"))
    assert f'href="{table.url}"' in text(sam.get("/today/"))
    assert "was to be out" in text(sam.get("/meetings/"))
    table.sends()
    assert "goes out by today" not in text(sam.get("/today/"))


def test_a_list_of_next_week_is_not_told_yet():
    table = Table()
    table.brings()
    with as_(table.sam):
        Meeting.objects.update(on=today() + timedelta(days=8))
    assert "At your meetings" not in text(signed_in(table.sam).get("/today/"))


def test_a_meeting_left_open_and_whoever_was_not_told_stand_in_the_week():
    table = Table()
    table.brings()
    table.sends()
    with as_(table.sam):
        Meeting.objects.update(on=days_ago(1))
    table.on = days_ago(1)
    sam = signed_in(table.sam)
    for page in ("/today/", reverse("desk:this week")):
        shown = text(sam.get(page))
        assert ("One meeting has been, and is not closed" in shown, f'href="{table.url}"' in shown) == (True, True)
    table.closes()
    shown = text(sam.get(reverse("desk:this week")))
    assert "is not closed" not in shown
    assert f'href="{reverse("desk:to chase")}">One person was not told yet what a meeting said' in shown


def test_the_week_counts_what_waits_and_the_day_asks_no_more_for_thirty_than_for_one():
    table = Table()
    sam = signed_in(table.sam)
    proposes(table)
    with_one = asked_by(sam, "/today/", set())
    for number in range(MANY - 1):
        proposes(table, f"Neighbour {number}")
    with_thirty = asked_by(sam, "/today/", {"30 people are proposed"})
    assert len(with_one) == len(with_thirty) <= MOST
    with acting(table.sam):
        week = week_of(table.sam.id, today=today(), quiet_after_days=28, vocabulary=table.sam.vocabulary)
    assert {part.heading: part.many for part in week} == {"At your meetings": MANY}
