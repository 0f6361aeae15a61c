"""Meetings on somebody's own page: they say no by themselves, and the table sees them no more; they say yes again, and nobody else's word counts for theirs."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.access.actions import choose
from alongside.access.models import Choice
from alongside.people.models import Person
from tests.building import as_, now, signed_in, somebody
from tests.meetings.conftest import Table, text
from tests.meetings.test_who_sees_whom import seen
from tests.mine.test_by_link import Given

MINE = "mine:my meetings"
PRESSED = {"no": "say_no", "yes": "say_yes", "ask me": "ask_me"}


class Spoken(Given):
    """Gwen by her own link, on the list of a meeting that is out today, with her yes."""

    def __init__(self) -> None:
        self.table = Table()
        super().__init__(self.table.sam)
        self.listed = self.table.brings(self.gwen)
        self.table.sends()
        self.types(self.code)

    @property
    def newest(self) -> Choice:
        return max((one for one in self.rows(Choice) if one.audience == "meeting"), key=lambda one: one.at)

    def says(self, answer: str) -> int:
        return int(self.browser.post(reverse("mine:say of meeting", args=[self.newest.id]), {PRESSED.get(answer, answer): "1"}).status_code)

    def the_table_sees(self) -> bool:
        told = seen(self.table, self.listed)
        assert len(set(told)) == 1
        return told[0]


@pytest.fixture
def her(committed: str) -> Spoken:
    return Spoken()


def test_she_reads_what_she_said_and_by_saying_no_is_seen_no_more_at_the_next_request(her: Spoken) -> None:
    page = text(her.browser.get(reverse(MINE)))
    assert "Fernbrook planning meeting" in page
    assert "What holds today: <strong>yes</strong>" in page
    assert her.the_table_sees()
    assert her.says("no") == 303
    assert not her.the_table_sees()
    assert "What holds today: <strong>no</strong>" in text(her.browser.get(reverse(MINE)))
    assert (her.newest.answer, her.newest.how, her.newest.by_id, her.newest.subject) == ("no", "their own link", None, her.table.series.id)


def test_she_may_say_yes_again_and_ask_to_be_asked(her: Spoken) -> None:
    her.says("no")
    assert her.says("yes") == 303
    assert her.the_table_sees()
    assert her.says("ask me") == 303
    assert not her.the_table_sees()
    told = text(signed_in(her.sam).get(f"/people/{her.gwen}/choices/"))
    assert "by their own link" in told


def test_what_is_no_answer_and_what_is_not_hers_is_not_there(her: Spoken) -> None:
    assert her.says("perhaps") == 404
    idris = somebody(her.sam, "Idris Vaughan-Bell")
    with as_(her.sam):
        theirs = choose(Person(id=idris), "meeting", "yes", subject=her.table.series.id, by=her.sam, at=now())
    assert her.browser.post(reverse("mine:say of meeting", args=[theirs.id]), {"say_no": "1"}).status_code == 404


def test_an_older_answer_is_no_longer_asked_for(her: Spoken) -> None:
    first = her.newest
    her.says("no")
    assert her.browser.post(reverse("mine:say of meeting", args=[first.id]), {"say_yes": "1"}).status_code == 404


def test_whoever_was_never_asked_is_told_so(committed: str) -> None:
    alone = Given()
    alone.types(alone.code)
    assert "Nobody has asked you about a meeting." in text(alone.browser.get(reverse(MINE)))
