"""A year of a locality, or of all: what was given, spent and is left, by what it was for; and what came in beside it. Added up by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from alongside.foundation.actor import Actor

from . import books
from .ledger import Balance
from .models import Brought, Spend
from .queries import financial_year_of
from .words import BROUGHT, SPENT_ON

DEAREST, A_PAGE = 8, 50
"""Groups on the year's page, which is printed on one side of A4; and lines of a page that lists all."""


@dataclass(frozen=True)
class Asked:
    """Whose year, which, and where: of one locality, its budgets and its groups, or of all."""

    actor: Actor
    year: int
    locality_id: UUID | None


@dataclass(frozen=True)
class For:
    """A group that money was for: what it cost, and what it brought, in the order of their kinds."""

    id: UUID
    name: str
    spent: int
    brought: tuple[int, ...]


@dataclass(frozen=True)
class Year:
    """All of it, each sum once."""

    total: Balance
    """Of the budgets of the locality alone, or of all."""
    by_what: list[tuple[str, int]]
    """What was spent, by what it was for; of a locality also what other budgets spent on its groups."""
    elsewhere: int
    """Of that, what budgets spent that are not the locality's; so all of `by_what` is this and what the total spent."""
    came_in: list[tuple[str, int]]
    """What came in, by kind: each kind stands, also with nothing."""
    by_group: list[For]
    """The dearest, and those that brought most."""
    groups: int

    @property
    def beside_it(self) -> int:
        """All that came in."""
        return sum(pence for _kind, pence in self.came_in)


def year_of(asked: Asked) -> Year:
    """What one's teams had and spent in a financial year; three queries, however many spends."""
    others = ~Q(budget__locality_id=asked.locality_id) if asked.locality_id else Q(pk__isnull=True)
    spent = spends_in(asked).order_by().values("spent_on").annotate(side=Value("spent"), sum=Sum("came_to_pence"))
    spent = spent.annotate(not_theirs=Coalesce(Sum("came_to_pence", filter=others), Value(0)))
    came = brought_in(asked).order_by().values("kind").annotate(side=Value("came in"), sum=Sum("pence"), not_theirs=Value(0))
    rows = list(spent.values_list("side", "spent_on", "sum", "not_theirs").union(came.values_list("side", "kind", "sum", "not_theirs"), all=True))
    sums = {(side, what): pence for side, what, pence, _not_theirs in rows}
    by_group, groups = groups_in(asked, start=0, most=DEAREST)
    return Year(
        _pots(asked),
        [(word.stored, sums["spent", word.stored]) for word in SPENT_ON if ("spent", word.stored) in sums],
        sum(row[-1] for row in rows),
        [(word.stored, sums.get(("came in", word.stored), 0)) for word in BROUGHT],
        by_group,
        groups,
    )


def spends_in(asked: Asked) -> QuerySet[Spend]:
    """What was spent, by its day; of a locality from its budgets, and from any of one's teams' on its groups."""
    found = books.spends_there(asked.actor).filter(budget__year=asked.year, came_to_pence__isnull=False).order_by("spent_on_day", "at", "id")
    return found.filter(Q(budget__locality_id=asked.locality_id) | Q(group__locality_id=asked.locality_id)) if asked.locality_id else found


def brought_in(asked: Asked) -> QuerySet[Brought]:
    """What came in, the newest first; of a locality what came for it, or for a group of it where no locality was said."""
    over = financial_year_of(asked.year)
    found = books.brought_there(asked.actor).filter(on__gte=over.since, on__lt=over.until or date.max).order_by("-on", "-at", "id")
    return found.filter(Q(locality_id=asked.locality_id) | Q(locality=None, group__locality_id=asked.locality_id)) if asked.locality_id else found


_LIE = """
WITH ours AS (SELECT id FROM money_budget WHERE team_id = ANY(%(teams)s) AND year = %(year)s AND (%(locality)s::uuid IS NULL OR locality_id = %(locality)s)),
moved (pot, pence) AS (
  SELECT target_pot, pence FROM money_movement WHERE target_id IN (SELECT id FROM ours)
  UNION ALL SELECT source_pot, -pence FROM money_movement WHERE source_id IN (SELECT id FROM ours)
)
SELECT pot, sum(pence)::bigint FROM moved WHERE pot = ANY(%(pots)s) GROUP BY pot"""


def _pots(asked: Asked) -> Balance:
    with connection.cursor() as cursor:
        given = {"teams": books.my_teams(asked.actor), "year": asked.year, "locality": asked.locality_id, "pots": list(books.POTS)}
        cursor.execute(_LIE, given)
        return Balance(**dict(cursor.fetchall()))


def groups_in(asked: Asked, *, start: int, most: int) -> tuple[list[For], int]:
    """Some of the groups that money was for, the dearest first and those that brought most, and how many there are; one query."""
    spent = spends_in(asked).order_by().filter(group__isnull=False).values_list("group_id", "group__name", "came_to_pence", Value(""))
    came = brought_in(asked).order_by().filter(group__isnull=False).values_list("group_id", "group__name", "pence", F("kind"))
    (spent_sql, spent_given), (came_sql, came_given) = (one.query.sql_with_params() for one in (spent, came))
    kinds = [word.stored for word in BROUGHT]
    sums = ", ".join("COALESCE(sum(pence) FILTER (WHERE kind = %s), 0)::bigint" for _kind in ["", *kinds])
    sql = (
        f"SELECT key, name, {sums}, count(*) OVER () FROM ({spent_sql} UNION ALL {came_sql}) AS line (key, name, pence, kind)"
        " GROUP BY key, name ORDER BY 3 DESC, sum(pence) DESC, name, key LIMIT %s OFFSET %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, ["", *kinds, *spent_given, *came_given, most, start])
        rows = cursor.fetchall()
    return [For(key, name, cost, tuple(brought)) for key, name, cost, *brought, _many in rows], rows[0][-1] if rows else 0
