"""What every process that serves does when it begins and once a day: clear away what has had its time, and read other directories again."""

from __future__ import annotations

import logging
import threading
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.db import Error, connections
from django.utils import timezone

from alongside.access.actions import forget_old_packs
from alongside.directory.actions import encode_some
from alongside.directory.in_step import encoder_here
from alongside.exchange.actions import forget_old
from alongside.exchange.feeds.beside import read_what_is_due
from alongside.exchange.files.beside import forget_what_waited
from alongside.introductions.actions import empty_old_introductions
from alongside.meetings.actions import empty_old_proposals
from alongside.mine.actions import forget_old_unfinished
from alongside.notices.actions import forget_old_notices
from alongside.notices.carrying import work
from alongside.notices.queries import had_their_time
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting
from alongside.web.actions import forget_old_drafts

A_DAY = 24 * 3600.0
A_MOMENT, SHORT_REST = 5.0, 0.2
"""Seconds."""
_CARRIER = "notices"
_STOPPING = threading.Event()
_LONGEST_LETTER = 25.0
"""Seconds that a process that stops waits for the notice that is being given over, so that nobody has to ask whether it came."""


def clear_away() -> None:
    """Sessions that have ended; drafts, spreadsheets, proposals to meetings and introductions that waited too long; notices that went long ago.

    None is anybody's record, so the trail has no line; but for notices, whose address is somebody's.
    """
    SessionStore.clear_expired()
    forget_old_drafts()
    forget_old()
    forget_what_waited()
    forget_old_packs()
    forget_old_unfinished()
    empty_old_proposals()
    empty_old_introductions()
    with acting(ON_THE_MACHINE, purpose="housekeeping"):
        if had_their_time(now := timezone.now()).exists():
            forget_old_notices(by=ON_THE_MACHINE, at=now)


def every_day(*, seconds: float = A_DAY) -> None:
    """Clear away now and then again and again; a database that does not answer today is asked tomorrow."""
    rest = threading.Event()
    while True:
        try:
            clear_away()
            read_what_is_due()
        except Error:
            logging.getLogger(__name__).exception("Not everything was done.")
        finally:
            connections.close_all()
        rest.wait(seconds)


def encode_what_waits(*, seconds: float = A_MOMENT) -> None:
    """Encode what entries say as they come, a few at a time; what is not encoded yet is found by its words."""
    encoder = encoder_here()
    rest = threading.Event()
    while encoder is not None:
        done = 0
        try:
            done = encode_some(encoder)
        except Error:
            logging.getLogger(__name__).exception("Nothing was encoded.")
        finally:
            connections.close_all()
        # While there is more, pages still come first.
        rest.wait(SHORT_REST if done else seconds)


def carry_notices() -> None:
    """Carry what goes out, as `alongside work` does."""
    work(_STOPPING)


def begin(_process: Any) -> None:
    """Beside the pages, in threads that end with their process; as the pages' own role, by the functions that it may call."""
    for name, task in (("housekeeping", every_day), ("encoding", encode_what_waits), (_CARRIER, carry_notices)):
        threading.Thread(target=task, name=name, daemon=True).start()


def end(_server: Any, _process: Any) -> None:
    """A process that serves stops: what is being given over is let be given over."""
    _STOPPING.set()
    for thread in threading.enumerate():
        if thread.name == _CARRIER:
            thread.join(_LONGEST_LETTER)
