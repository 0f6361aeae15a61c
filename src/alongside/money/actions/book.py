"""Writing in the book: the one place where money moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused

from .. import books, words
from ..ledger import FREE, WAYS
from ..models import Budget, Closing, Movement, Spend
from ..pence import in_pounds


@dataclass(frozen=True)
class Writing:
    """Who writes in the book, when, of which day, and what it belongs to."""

    by: Actor
    at: datetime
    on: date
    words: str = ""
    spend: Spend | None = None
    closing: Closing | None = None

    def move(self, kind: str, budget: Budget, pence: int, *, to: Budget | None = None) -> Movement:
        """One line. What is not there is not moved."""
        source_pot, target_pot = WAYS[kind]
        target = to or budget
        hold(budget, target)
        open_year(budget, target)
        if source_pot == FREE and (free := books.balance_of(budget).free) < pence:
            raise Refused(words.NOT_ENOUGH, left=in_pounds(free), needs=in_pounds(pence), field="pence")
        return Movement.objects.create(
            id=new_key(),
            kind=kind,
            source=budget,
            source_pot=source_pot,
            target=target,
            target_pot=target_pot,
            pence=pence,
            on=self.on,
            words=self.words,
            spend=self.spend,
            closing=self.closing,
            by_id=self.by.id,
            at=self.at,
        )

    def turn_round(self, line: Movement) -> Movement:
        """The same back, in a line of its own."""
        return Movement.objects.create(
            id=new_key(),
            kind=line.kind,
            source_id=line.target_id,
            source_pot=line.target_pot,
            target_id=line.source_id,
            target_pot=line.source_pot,
            pence=line.pence,
            on=self.on,
            words=self.words,
            spend=line.spend,
            closing=line.closing,
            reverses=line,
            by_id=self.by.id,
            at=self.at,
        )


def hold(*budgets: Budget) -> None:
    """From here to the commit nobody else moves money of these: always in the same order, so that two never wait for one another."""
    with connection.cursor() as cursor:
        for key in sorted(str(one.id) for one in budgets):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"money {key}"])


def open_year(*budgets: Budget) -> None:
    """Refuses a budget whose year is closed."""
    if any(books.is_closed(one) for one in budgets):
        raise Refused(words.YEAR_IS_CLOSED)


def standing_lines(of: Spend | Closing) -> list[Movement]:
    """The lines of a spend or of a closing that were not turned round, the newest first: so they are taken back."""
    return list(of.movements.filter(reverses__isnull=True, reversed_by__isnull=True).order_by("-at", "-id"))
