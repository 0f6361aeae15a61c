"""The worker: carries what waits, one after another, for as long as it lives; what a dead one left it takes up, or says that it may have gone."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import Error, connection
from django.utils import timezone

from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting

from . import actions
from .models import Notice
from .out import Out, outs
from .queries import WORKERS, left_behind
from .rules import Answer, Came

A_MOMENT, AFTER_TROUBLE = 2.0, 15.0
"""Seconds between two looks into the outbox."""
_PURPOSE = "carrying what goes out"


class Worker:
    """One worker with a number of its own. While its connection to the database stands it holds a lock under it, by which the others know that it lives."""

    def __init__(self, outs: Mapping[str, Out], *, now: Callable[[], datetime] = timezone.now) -> None:
        self.outs, self.now, self.number = outs, now, 0

    def come(self) -> None:
        """From here on it lives, until its connection ends."""
        self.number = secrets.randbelow(2**31 - 1) + 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [WORKERS, self.number])

    def carry_all(self, *, is_told_to_stop: Callable[[], bool] = lambda: False) -> int:
        """What others left, and all that is due now; how many were carried. Told to stop, it ends after the one it is at."""
        with acting(ON_THE_MACHINE, purpose=_PURPOSE):
            left = left_behind()
        for one in left:
            with acting(ON_THE_MACHINE, purpose=_PURPOSE):
                actions.give_back(one, by=ON_THE_MACHINE, at=self.now())
        many = 0
        while not is_told_to_stop() and self._carry_one():
            many += 1
        return many

    def _carry_one(self) -> bool:
        with acting(ON_THE_MACHINE, purpose=_PURPOSE):
            taken = actions.take(self.number, self.outs, at=self.now())
        if taken is None:
            return False
        answer = self._given(taken)
        if answer is not None:
            with acting(ON_THE_MACHINE, purpose=_PURPOSE):
                actions.settle(taken, answer, by=ON_THE_MACHINE, at=self.now())
        return True

    def _given(self, taken: Notice) -> Answer | None:
        """What became of it. One notice that no way out can take, for a fault of ours, stops no other: it is tried again until it is given up."""
        begun = False

        def begin() -> bool:
            nonlocal begun
            with acting(ON_THE_MACHINE, purpose=_PURPOSE):
                begun = actions.begin(taken, at=self.now())
            return begun

        try:
            return self.outs[taken.way].give(taken, begin)
        except Error:
            raise
        except Exception as wrong:
            logging.getLogger(__name__).exception("A notice could not be given over.")
            return Answer(Came.UNCERTAIN if begun else Came.LATER, type(wrong).__name__)


def work(rest: threading.Event, *, seconds: float = A_MOMENT) -> None:
    """Carry what comes, until `rest` is set. When the database goes away, come again as another worker: whoever looks next takes up what this one held."""
    worker: Worker | None = None
    while not rest.is_set():
        pause = seconds
        try:
            if worker is None:
                worker = Worker(outs())
                worker.come()
            worker.carry_all(is_told_to_stop=rest.is_set)
        except Error:
            logging.getLogger(__name__).exception("The outbox could not be looked into.")
            connection.close()
            worker, pause = None, AFTER_TROUBLE
        rest.wait(pause)
    connection.close()
