"""Asking for budgets, what lies in them, and what was spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from alongside.foundation.actor import TEAM_ROLES, Actor, Role

from .ledger import FREE, PROMISED, SPENT, Balance
from .models import Brought, Budget, Closing, Movement, Spend, Ways

_POTS = (FREE, PROMISED, SPENT)


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


def balances_of(budgets: Iterable[UUID]) -> dict[UUID, Balance]:
    """What lies in each pot: the sum of its lines, asked anew each time."""
    keys = list(budgets)
    pots: dict[UUID, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_POTS, 0))
    lines = Movement.objects.order_by()
    for side, sign in (("target", 1), ("source", -1)):
        sums = lines.filter(**{f"{side}__in": keys, f"{side}_pot__in": _POTS}).values_list(side, f"{side}_pot").annotate(Sum("pence"))
        for budget, pot, pence in sums:
            pots[budget][pot] += sign * pence
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
    """A movement as its budget's page shows it: what came (or went, below nought) to each of its pots."""

    movement: Movement
    free: int
    promised: int
    spent: int
    elsewhere: Budget | None
    undone: bool


BOOK_PAGE = 30
"""Lines of a book on one page."""


def book_of(budget: Budget, *, start: int) -> tuple[list[Line], bool]:
    """Some movements of a budget, the newest first, and whether there are more."""
    related = ("by", "spend", "source__locality", "source__officer", "source__team", "target__locality", "target__officer", "target__team", "reversed_by")
    names = [f"{side}__{whose}__name" for side in ("source", "target") for whose in ("locality", "officer", "team")]
    own = ("kind", "on", "words", "pence", "source_pot", "target_pot", "closing_id", "reverses_id", "by__name", "spend__words", "reversed_by__reverses_id")
    found = (
        Movement.objects.filter(Q(source=budget) | Q(target=budget))
        .select_related(*related)
        .only(*own, *names)
        .order_by("-at", "-id")[start : start + BOOK_PAGE + 1]
    )
    lines = []
    for one in found:
        pots = dict.fromkeys(_POTS, 0)
        if one.source_id == budget.id and one.source_pot in pots:
            pots[one.source_pot] -= one.pence
        if one.target_id == budget.id and one.target_pot in pots:
            pots[one.target_pot] += one.pence
        elsewhere = None if one.source_id == one.target_id else one.target if one.source_id == budget.id else one.source
        lines.append(Line(one, **pots, elsewhere=elsewhere, undone=hasattr(one, "reversed_by")))
    return lines[:BOOK_PAGE], len(lines) > BOOK_PAGE


def spends_there(actor: Actor) -> QuerySet[Spend]:
    """Spends from budgets of one's teams."""
    related = ("budget__team__organisation", "budget__locality", "budget__officer", "by", "answered_by", "group", "entry")
    return Spend.objects.filter(budget__team_id__in=my_teams(actor)).select_related(*related)


def listed(spends: QuerySet[Spend]) -> QuerySet[Spend]:
    """Of spends only what a line of a list shows."""
    own = ("words", "spent_on", "pence", "came_to_pence", "paid_on", "gone_at", "needs_a_yes", "answer")
    return spends.select_related(None).select_related("group", "entry", "by").only(*own, "group__name", "entry__name", "by__name")


WAITS = Q(gone_at__isnull=True, needs_a_yes=True, answer="")
UNSPENT = Q(gone_at__isnull=True, came_to_pence__isnull=True) & (Q(needs_a_yes=False) | Q(answer__in=["", "yes"]))
TO_PAY_BACK = Q(gone_at__isnull=True, came_to_pence__isnull=False, paid_on__isnull=True, way__in=["expenses", "mileage"])


def brought_there(actor: Actor) -> QuerySet[Brought]:
    """What was brought in, of one's teams, that was not taken back."""
    return Brought.objects.filter(team_id__in=my_teams(actor), gone_at__isnull=True).select_related("locality", "group", "by")
