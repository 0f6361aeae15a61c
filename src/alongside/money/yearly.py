"""A year of a locality, or of all: what was given, spent and is left, by what it was for; and what came in beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.groups.models import Group

from . import books
from .ledger import Balance
from .models import Brought, Budget, Spend
from .queries import financial_year_of
from .words import BROUGHT, SPENT_ON


@dataclass
class For:
    """One thing that money was for: what it cost, and what it brought."""

    group: Group | None
    spent: int = 0
    brought: dict[str, int] = field(default_factory=lambda: {word.stored: 0 for word in BROUGHT})


@dataclass(frozen=True)
class Year:
    """All of it, each sum once."""

    budgets: list[tuple[Budget, Balance]]
    spends: list[Spend]
    brought: list[Brought]

    @property
    def total(self) -> Balance:
        """Of all its budgets."""
        return Balance(*(sum(getattr(balance, pot) for _budget, balance in self.budgets) for pot in ("free", "promised", "spent")))

    @property
    def by_what(self) -> list[tuple[str, int]]:
        """What was spent, by what it was for."""
        sums: dict[str, int] = defaultdict(int)
        for one in self.spends:
            sums[one.spent_on] += one.came_to_pence or 0
        return [(word.stored, sums[word.stored]) for word in SPENT_ON if sums[word.stored]]

    @property
    def came_in(self) -> list[tuple[str, int]]:
        """What came in, by kind: each kind stands, also with nothing."""
        sums: dict[str, int] = defaultdict(int)
        for one in self.brought:
            sums[one.kind] += one.pence
        return [(word.stored, sums[word.stored]) for word in BROUGHT]

    @property
    def beside_it(self) -> int:
        """All that came in."""
        return sum(one.pence for one in self.brought)

    @property
    def by_group(self) -> list[For]:
        """Each group: what it cost and what it brought, the dearest first."""
        found: dict[UUID, For] = {}
        for one in self.spends:
            if one.group:
                found.setdefault(one.group.id, For(one.group)).spent += one.came_to_pence or 0
        for came in self.brought:
            if came.group:
                found.setdefault(came.group.id, For(came.group)).brought[came.kind] += came.pence
        return sorted(found.values(), key=lambda one: (-one.spent, one.group.name if one.group else ""))


def year_of(actor: Actor, year: int, locality_id: UUID | None) -> Year:
    """What one's teams had and spent in a financial year; of one locality's own budgets, or of all."""
    budgets = books.budgets_there(actor).filter(year=year)
    spends = books.spends_there(actor).filter(budget__year=year, came_to_pence__isnull=False).order_by("spent_on_day", "at")
    over = financial_year_of(year)
    brought = books.brought_there(actor).filter(on__gte=over.since, on__lt=over.until or date.max)
    if locality_id:
        budgets, spends, brought = (
            budgets.filter(locality_id=locality_id),
            spends.filter(budget__locality_id=locality_id),
            brought.filter(locality_id=locality_id),
        )
    found = list(budgets)
    lying = books.balances_of(one.id for one in found)
    return Year([(one, lying[one.id]) for one in found], list(spends), list(brought))
