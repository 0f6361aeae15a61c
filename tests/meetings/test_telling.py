"""What goes to those at a table by itself: in fixed sentences that name nobody, once, and never with a link that is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.desk.at_meetings.in_turn import MOST_GUESSES, MOST_USES
from alongside.meetings import actions
from alongside.meetings.actions.series import Sitting
from alongside.meetings.models import Agreed, Listed, Seat
from alongside.notices.models import Notice
from tests.building import as_, days_ago, now, signed_in

from .conftest import Table, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
NAMES = ("Gwen", "Pettifer", "stairs", "Ivy", "Roe", "Rao", "flat", "Fernbrook planning")


def with_addresses() -> Table:
    """Ivy is written to; the GP's account has an address of its own; a nurse has none."""
    table = Table()
    with as_(table.sam):
        Seat.objects.filter(id=table.ivys_seat.id).update(email="ivy.roe@example.org")
        actions.give_seat(table.series, Sitting("Bron Salt", "community nurse"), by=table.sam, at=now())
    table.brings()
    return table


def notices(table: Table) -> list[Notice]:
    with as_(table.sam):
        return list(Notice.objects.order_by("at", "to"))


def test_when_the_list_is_out_each_is_told_once_by_their_own_link_and_nobody_is_named():
    table = with_addresses()
    page = text(signed_in(table.sam).post(f"{table.url}send/", follow=True))
    assert "No e-mail goes to Bron Salt" in page
    sent = notices(table)
    assert {one.kind for one in sent} == {"list is out"}
    assert "ivy.roe@example.org" in {one.to for one in sent}
    assert len(sent) == 2
    said = " ".join(one.subject_line + one.words for one in sent)
    assert table.ivys_address in said
    assert [name for name in NAMES if name in said] == []


def test_when_it_is_closed_whoever_took_something_on_is_told_and_nobody_else():
    table = with_addresses()
    table.sends()
    with as_(table.sam):
        listed = Listed.objects.get()
    table.agrees(listed)
    signed_in(table.sam).post(f"{table.url}close/")
    assert [(one.kind, one.to) for one in notices(table)] == [("agreed at a meeting", "ivy.roe@example.org")]


def test_whoever_is_late_is_asked_again_in_other_words_than_at_first():
    table = with_addresses()
    table.sends()
    with as_(table.sam):
        listed = Listed.objects.get()
    table.agrees(listed)
    sam = signed_in(table.sam)
    sam.post(f"{table.url}close/")
    with as_(table.sam):
        Agreed.objects.update(by_when=days_ago(1))
    page = text(sam.post(f"/meetings/to-chase/{table.ivys_seat.id}/", {"by_mail": "1"}, follow=True))
    assert "It is in the outbox, and kept that you asked again." in page
    first, again = notices(table)
    assert (first.kind, again.kind, again.to) == ("agreed at a meeting", "asked again", "ivy.roe@example.org")
    assert "help as well" in again.words
    assert table.ivys_address in again.words
    assert [name for name in NAMES if name in again.subject_line + again.words] == []


def test_an_invitation_goes_from_its_page_and_is_taken_back_when_its_link_ends():
    table = with_addresses()
    sam = signed_in(table.sam)
    seat = f"/meetings/{table.series.id}/seats/{table.ivys_seat.id}/"
    form = text(sam.get(f"{seat}sent/"))
    assert "ivy.roe@example.org" in form
    assert sam.post(f"{seat}sent/", {"way": "e-mail", "to": "ivy.roe@example.org", "called": "Ivy Roe"}).status_code == 303
    assert [(one.kind, one.state) for one in notices(table)] == [("seat link", "waiting")]
    sam.post(f"{seat}link/end/")
    assert [one.state for one in notices(table)] == ["taken back"]


def test_a_link_that_is_tried_again_and_again_has_to_wait_and_so_has_whoever_guesses():
    table = Table()
    client, url = Client(), f"/seat/{table.ivys_address}/"
    answers = until_it_has_to_wait(lambda _number: client.get(url), MOST_USES)
    assert answers[:100] == [200] * 100
    assert "Wait" in text(client.get(url))
    guesser = Client(REMOTE_ADDR="192.0.2.7")
    assert until_it_has_to_wait(lambda number: guesser.get(f"/seat/aaaa-bbbb-cccc-{number:04}/"), MOST_GUESSES)[0] == 404
    assert Client(REMOTE_ADDR="192.0.2.8").get("/seat/aaaa-bbbb-cccc-dddd/").status_code == 404


def until_it_has_to_wait(ask: Callable[[int], Any], most: int) -> list[int]:
    """What is answered until it is asked to wait: at the latest when twice as many were asked, for a while may end and another begin meanwhile."""
    answers: list[int] = []
    while 429 not in answers:
        assert len(answers) <= 2 * most, "nobody was asked to wait"
        answers.append(ask(len(answers)).status_code)
    return answers
