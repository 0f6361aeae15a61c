"""Asking for budgets, what lies in them, and what was spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from alongside.foundation.actor import TEAM_ROLES, Actor, Role

from .ledger import FREE, PROMISED, SPENT, Balance
from .models import Brought, Budget, Closing, Movement, Spend, Ways

POTS = (FREE, PROMISED, SPENT)
"""Where money of a budget lies."""


def my_teams(actor: Actor) -> list[UUID]:
    """The teams whose budgets somebody sees."""
    return [seat.team_id for seat in actor.seats if seat.role in TEAM_ROLES]


def managed_teams(actor: Actor) -> list[UUID]:
    """The teams whose money somebody gives."""
    return [seat.team_id for seat in actor.seats if seat.role == Role.MANAGER]


def budgets_there(actor: Actor) -> QuerySet[Budget]:
    """The budgets of one's teams, each with whether its year is closed (`is_closed`)."""
    closed = Closing.objects.filter(budget=OuterRef("pk"), reopened_at__isnull=True)
    return (
        Budget.objects.filter(team_id__in=my_teams(actor))
        .select_related("team", "locality", "officer")
        .annotate(is_closed=Exists(closed))
        .order_by("team__name", "locality__name", "officer__name")
    )


_LIE = """
WITH moved (budget, pot, pence) AS (
  SELECT target_id, target_pot, pence FROM money_movement WHERE target_id = ANY(%s)
  UNION ALL SELECT source_id, source_pot, -pence FROM money_movement WHERE source_id = ANY(%s)
)
SELECT budget, pot, sum(pence)::bigint FROM moved WHERE pot = ANY(%s) GROUP BY budget, pot"""


def balances_of(budgets: Iterable[UUID]) -> dict[UUID, Balance]:
    """What lies in each pot: the sum of its lines, asked anew each time; one query."""
    keys = list(budgets)
    pots: dict[UUID, dict[str, int]] = defaultdict(lambda: dict.fromkeys(POTS, 0))
    with connection.cursor() as cursor:
        cursor.execute(_LIE, [keys, keys, list(POTS)])
        for budget, pot, pence in cursor.fetchall():
            pots[budget][pot] = pence
    return {key: Balance(**pots[key]) for key in keys}


def balance_of(budget: Budget) -> Balance:
    """What lies in one budget."""
    return balances_of([budget.id])[budget.id]


def kept_for(spend: Spend) -> int:
    """Pence that are promised to one spend now."""
    lines = spend.movements.order_by()
    came = lines.filter(target_pot=PROMISED).aggregate(sum=Sum("pence"))["sum"] or 0
    went = lines.filter(source_pot=PROMISED).aggregate(sum=Sum("pence"))["sum"] or 0
    return came - went


def is_closed(budget: Budget) -> bool:
    """Whether its year is closed."""
    return Closing.objects.filter(budget=budget, reopened_at__isnull=True).exists()


def ways_of(team_id: UUID) -> Ways:
    """How a team goes about money; as the house has it, where it never chose."""
    return Ways.objects.filter(team_id=team_id).first() or Ways(team_id=team_id)


@dataclass(frozen=True)
class Line:
    """A movement as its budget's page shows it: what came (or went, below nought) to each of its pots, and the other budget's name where there is one."""

    id: UUID
    kind: str
    on: date
    words: str
    pence: int
    by: str
    spend_id: UUID | None
    spend: str | None
    is_turned_round: bool
    may_be_turned_back: bool
    """It gave, gave back or moved money from this budget by itself, and stands."""
    elsewhere: str
    free: int
    promised: int
    spent: int


BOOK_PAGE = 30
"""Lines of a book on one page."""
_OWN = ("id", "kind", "on", "words", "pence", "by__name", "spend_id", "spend__words", "reverses_id", "reversed_by", "closing_id")
_SIDES = ("source_id", "source_pot", "target_id", "target_pot")
_WHOSE = {side: Coalesce(f"{side}__locality__name", f"{side}__officer__name", f"{side}__team__name") for side in ("source", "target")}


def book_of(budget: Budget, *, start: int) -> tuple[list[Line], bool]:
    """Some movements of a budget, the newest first, and whether there are more."""
    found: Any = (
        Movement.objects.filter(Q(source=budget) | Q(target=budget))
        .order_by("-at", "-id")
        .values(*_OWN, *_SIDES, **{f"{side}_is": name for side, name in _WHOSE.items()})
    )
    lines = [_line(budget.id, row) for row in found[start : start + BOOK_PAGE + 1]]
    return lines[:BOOK_PAGE], len(lines) > BOOK_PAGE


def _line(budget_id: UUID, row: dict[str, Any]) -> Line:
    went, came = row["source_id"] == budget_id, row["target_id"] == budget_id

    def lies_more_in(pot: str) -> int:
        return row["pence"] * ((came and row["target_pot"] == pot) - (went and row["source_pot"] == pot))

    return Line(
        **{name: row[name] for name in ("id", "kind", "on", "words", "pence", "spend_id")},
        by=row["by__name"],
        spend=row["spend__words"],
        is_turned_round=row["reverses_id"] is not None,
        may_be_turned_back=went and not any(row[other] for other in ("reversed_by", "reverses_id", "closing_id", "spend_id")),
        elsewhere="" if went and came else row["target_is"] if went else row["source_is"],
        free=lies_more_in(FREE),
        promised=lies_more_in(PROMISED),
        spent=lies_more_in(SPENT),
    )


def spends_there(actor: Actor) -> QuerySet[Spend]:
    """Spends from budgets of one's teams."""
    related = ("budget__team__organisation", "budget__locality", "budget__officer", "by", "answered_by", "group", "entry")
    return Spend.objects.filter(budget__team_id__in=my_teams(actor)).select_related(*related)


def listed(spends: QuerySet[Spend]) -> QuerySet[Spend]:
    """Of spends only what a line of a list shows."""
    own = ("words", "spent_on", "pence", "came_to_pence", "paid_on", "gone_at", "needs_a_yes", "answer", "budget__locality_id")
    return spends.select_related(None).select_related("group", "entry", "by", "budget").only(*own, "group__name", "entry__name", "by__name")


WAITS = Q(gone_at__isnull=True, needs_a_yes=True, answer="")
UNSPENT = Q(gone_at__isnull=True, came_to_pence__isnull=True) & (Q(needs_a_yes=False) | Q(answer__in=["", "yes"]))
TO_PAY_BACK = Q(gone_at__isnull=True, came_to_pence__isnull=False, paid_on__isnull=True, way__in=["expenses", "mileage"])


def brought_there(actor: Actor) -> QuerySet[Brought]:
    """What was brought in, of one's teams, that was not taken back."""
    return Brought.objects.filter(team_id__in=my_teams(actor), gone_at__isnull=True).select_related("locality", "group", "by")
