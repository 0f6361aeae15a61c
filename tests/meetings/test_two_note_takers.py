"""Two who take notes of one person at once, in one box and in others, and tick who was there: all of both is kept, and each reads what the other wrote."""

from __future__ import annotations

from threading import Barrier, Thread

from django.db import connections
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from alongside.meetings.actions.room import mark_of
from alongside.meetings.models import Agreed, Discussed, Present
from alongside.meetings.rules import both
from tests.building import a_coordinator, signed_in, today

from .conftest import Table, in_boxes

LINES = 12
"""Of each of the two."""


def stands() -> str:
    found = Discussed.objects.using("owner").first()
    return found.situation if found else ""


class Writer(Thread):
    """Opens what stands in the box, writes a line below it, keeps it; where somebody wrote meanwhile, presses *Keep both*."""

    def __init__(self, client: Client, here: str, name: str, seat: str, ready: Barrier) -> None:
        super().__init__(name=name)
        self.client, self.here, self.seat, self.ready = client, here, seat, ready
        self.met: list[str] = []
        self.wrong: list[object] = []

    def run(self) -> None:
        try:
            for number in range(LINES):
                self.writes(f"{self.name} line {number:02}.")
        except Exception as error:
            self.wrong.append(error)
        finally:
            connections.close_all()

    def writes(self, line: str) -> None:
        before = stands()
        typed = {"situation": f"{before}\n{line}".strip(), "stood_situation": mark_of(before)}
        self.ready.wait(timeout=60)
        answer = self.client.post(self.here, typed, headers={"HX-Request": "true"})
        shown = answer.content.decode()
        if "Somebody else wrote in the same box" in shown:
            self.met.append(line)
            answer = self.client.post(self.here, {**typed, "both": "1"}, headers={"HX-Request": "true"})
        assert answer.status_code == 200
        assert "Kept." in answer.content.decode()
        # Each on a page that was opened while nobody was ticked.
        there = self.client.post(f"{self.here.split('list/')[0]}present/", {"present": self.seat}, headers={"HX-Request": "true"})
        assert "Kept." in there.content.decode()
        agreed = {"words": f"{line} agreed", "seat": self.seat, **in_boxes("by_when", today())}
        assert self.client.post(f"{self.here}agreed/", agreed).status_code == 303


def test_two_who_write_in_one_box_at_the_same_moment_lose_nothing(committed, tells):
    table = Table()
    here = f"{table.url}list/{table.brings().id}/"
    table.sends()
    ready = Barrier(2)
    two = [
        Writer(signed_in(actor), here, name, str(seat.id), ready)
        for actor, name, seat in ((table.sam, "Sam", table.ivys_seat), (a_coordinator(table.team, name="Bea Lister"), "Bea", table.gps_seat))
    ]
    for one in two:
        one.start()
    for one in two:
        one.join(timeout=300)
    assert [error for one in two for error in one.wrong] == []
    kept = stands().splitlines()
    assert [line for one in two for number in range(LINES) if (line := f"{one.name} line {number:02}.") not in kept] == []
    assert Agreed.objects.using("owner").count() == 2 * LINES
    assert {one.seat_id for one in Present.objects.using("owner").all()} == {table.ivys_seat.id, table.gps_seat.id}
    met = sum(len(one.met) for one in two)
    tells(f"two note-takers: {2 * LINES} lines into one box, {met} times both at once, {len(kept)} lines stand")
    assert met >= LINES // 2, "they hardly met, so nothing was tried"


@given(st.text("ab.\n ", max_size=30), st.text("ab.\n ", max_size=30), st.text("ab.\n ", max_size=30))
def test_both_keeps_every_sentence_of_each_and_begins_with_theirs(begin, theirs, ours):
    one, other = (begin + theirs).strip(), (begin + ours).strip()
    made = both(one, other)
    assert made.startswith(one) or made == other
    for text in (one, other):
        for line in text.split("\n"):
            for sentence in line.split(". "):
                assert sentence.strip() in made


def test_a_sentence_with_which_both_begin_stands_once():
    assert both("Alone since spring. A rail.", "Alone since spring. Her cat.") == "Alone since spring. A rail.\nHer cat."
    assert both("The landlord came.", "The landing is dark.") == "The landlord came.\nThe landing is dark."
    assert both("", "Her cat.") == "Her cat."
