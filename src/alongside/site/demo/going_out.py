"""What went out this week, with one of each thing that can become of it. In the demo nothing leaves the machine: what the servers said is told here."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.foundation.actor import Actor
from alongside.notices import actions
from alongside.notices.actions import Sending
from alongside.notices.models import Notice
from alongside.notices.rules import Answer, Came, rest_after
from alongside.trail.doing import acting

from .settling import BY, Town

_LINK = "https://brackenmouth.example.org/register/aaaa-aaaa-aaaa-aaaa/"
"""Opens nothing: nobody signed it."""
_A_WORKER = 1
_BUSY, _TRIES = Answer(Came.LATER, "450 4.2.1 Too much mail at once, try again later"), 8


def send_out(town: Town, now: datetime) -> None:
    """By Delyth, over the last days."""
    by = town.actors["delyth"]
    for sent, hours, answer in (
        (
            Sending("register link", "e-mail", "tuesday.table@example.org", called="Whoever leads the Tuesday Table", link=_LINK),
            75,
            Answer(Came.TAKEN, "250 2.0.0 Taken"),
        ),
        (Sending("seat link", "e-mail", "housing.office@example.org", called="The housing office", link=_LINK), 50, Answer(Came.TAKEN, "250 2.0.0 Taken")),
        (
            Sending("still going", "e-mail", "net.menders@example.org", called="The net menders", link=_LINK),
            26,
            Answer(Came.UNCERTAIN, "The server fell silent after the words."),
        ),
        (
            Sending("register link", "e-mail", "walking.bus@example.org", called="The walking bus", link=_LINK),
            25,
            Answer(Came.REFUSED, "550 5.1.1 There is nobody of that name here", "no such address"),
        ),
    ):
        _carried(_posted(sent, by, now - timedelta(hours=hours)), answer, now - timedelta(hours=hours) + timedelta(seconds=4))
    at = now - timedelta(hours=3)
    tried = _posted(Sending("list is out", "e-mail", "surgery@example.org", called="The surgery", link=_LINK), by, at)
    for number in range(1, _TRIES + 1):
        _carried(tried, _BUSY, at)
        at += rest_after(number)
    _posted(Sending("register link", "telephone", "01632 960144", called="Whoever leads the singing", link=_LINK), by, now - timedelta(hours=5))
    _posted(
        Sending("answered", "letter", "The Fire Station\nQuay Road\nBrackenmouth\nZZ99 1AA", called="The fire station", link=_LINK),
        by,
        now - timedelta(hours=4),
    )
    twice = _posted(Sending("register link", "e-mail", "tuesday.table@example.org", link=_LINK), by, now - timedelta(hours=2))
    with acting(by, purpose="demo", at=now - timedelta(hours=2)):
        actions.take_back(twice, by=by, at=now - timedelta(hours=2))


def _posted(sent: Sending, by: Actor, at: datetime) -> Notice:
    with acting(by, purpose="demo", at=at):
        assert by.team_id  # noqa: S101 - she has a team
        return actions.post(sent, team_id=by.team_id, by=by, at=at)


def _carried(notice: Notice, answer: Answer, at: datetime) -> None:
    """As a worker carries it: each step committed before the next. Nothing else waits meanwhile."""
    with acting(BY, purpose="demo", at=at):
        taken = actions.take(_A_WORKER, ["e-mail"], at=at)
    if taken is None or taken.id != notice.id:
        raise RuntimeError("Another notice was due.")
    with acting(BY, purpose="demo", at=at):
        if answer.came is not Came.LATER:
            actions.begin(taken, at=at)
        actions.settle(taken, answer, by=BY, at=at)
