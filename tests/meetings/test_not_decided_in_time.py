"""Somebody proposed whom nobody decided before the list went out: not forgotten, not stranded, and not kept for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.meetings.actions.lists import Proposed, propose
from alongside.meetings.models import Brought, Meeting, Proposal, Series
from alongside.site.housekeeping import clear_away
from tests.building import as_, days_ago, now, signed_in, somebody, today

from .conftest import Table, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
A_FORTNIGHT = timedelta(days=14)


def proposed(table: Table) -> Proposal:
    """By the housing officer's link, for the meeting in a fortnight; then that meeting is today's, and its list is out."""
    with as_(table.ivy):
        given = Proposed("Mrs Pettifer, Mill Lane", "She asked about the stairs.", "Who could visit?")
        made = propose(table.series, today() + A_FORTNIGHT, given, seat=table.ivys_seat, by=table.ivy, at=now())
    with as_(table.sam):
        Proposal.objects.update(on=today())
    table.sends()
    with as_(table.sam):
        return Proposal.objects.select_related("series").get(id=made.id)


def test_whom_nobody_decided_before_the_list_went_out_is_put_on_the_next_one():
    table = Table()
    gwen, proposal, sam = somebody(table.sam, "Gwen Pettifer"), proposed(table), signed_in(table.sam)
    next_day = (today() + A_FORTNIGHT).isoformat()
    put_on = f"/meetings/{table.series.id}/on/{next_day}/put-on/?for={proposal.id}"

    assert "one proposed" in text(sam.get("/meetings/"))
    for page in (table.url, f"/meetings/{table.series.id}/", f"/meetings/{table.series.id}/on/{next_day}/"):
        shown = text(sam.get(page))
        assert ("Mrs Pettifer, Mill Lane" in shown, put_on in shown, f"{table.url}proposals/{proposal.id}/not/" in shown) == (True, True, True), page

    agreed = {"people": str(gwen), "extract": "The stairs are hard for her.", "asks": "", "how": "aloud", "how_they_agreed": "aloud"}
    assert sam.post(put_on, agreed).status_code == 303
    with as_(table.sam):
        assert Brought.objects.get().listed.meeting.on == today() + A_FORTNIGHT
    assert "proposed" not in text(sam.get("/meetings/"))
    assert "on the list" in text(Client().get(f"/seat/{table.ivys_address}/"))


def test_it_is_still_not_this_time_where_the_meeting_ended_before_that_day():
    table = Table()
    proposal, sam = proposed(table), signed_in(table.sam)
    with as_(table.sam):
        Proposal.objects.update(on=today() + A_FORTNIGHT)
        Series.objects.update(last_day=today())
        Meeting.objects.update(closed_at=now(), closed_by=table.sam.id)
    no = f"/meetings/{table.series.id}/on/{(today() + A_FORTNIGHT).isoformat()}/proposals/{proposal.id}/not/"
    shown = text(sam.get(f"/meetings/{table.series.id}/"))
    assert (no in shown, "put-on" in shown) == (True, False)
    answer = sam.post(no, {"reply": "We meet no more. Ring us."})
    assert (answer.status_code, answer["Location"]) == (303, f"/meetings/{table.series.id}/")
    assert "We meet no more. Ring us." in text(Client().get(f"/seat/{table.ivys_address}/"))


@pytest.mark.parametrize(("days", "who"), [(30, "Mrs Pettifer, Mill Lane"), (31, "")])
def test_thirty_days_after_its_day_the_words_go_by_themselves(days, who):
    table = Table()
    proposed(table)
    with as_(table.sam):
        Proposal.objects.update(on=days_ago(days))
    clear_away()
    with as_(table.sam):
        assert Proposal.objects.values_list("who", flat=True).get() == who
    shown = text(Client().get(f"/seat/{table.ivys_address}/"))
    assert ("waits for the coordinator" in shown, "not decided in time" in shown) == (bool(who), not who)
