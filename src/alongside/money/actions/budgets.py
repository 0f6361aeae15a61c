"""Budgets: made, given money, moved between, closed and opened again."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.places.models import Locality
from alongside.teams.models import Staff, Team
from alongside.trail.doing import action, leave_trace

from .. import books, permissions, words
from ..ledger import FREE
from ..models import Budget, Closing, Movement, Ways
from ..pence import in_pounds
from .book import Writing, hold, open_year, standing_lines


def _writing(by: Actor, at: datetime, said: str = "", closing: Closing | None = None) -> Writing:
    return Writing(by, at, timezone.localdate(at), said.strip(), closing=closing)


@action
def choose_ways(team: Team, *, limit_pence: int, mile_pence: int, own_ideas: bool, own_idea_pence: int, by: Actor, at: datetime) -> Ways:
    """How the team goes about money."""
    permissions.may_give(by, team.id)
    chosen, _new = Ways.objects.update_or_create(
        team=team, defaults={"limit_pence": limit_pence, "mile_pence": mile_pence, "own_ideas": own_ideas, "own_idea_pence": own_idea_pence}
    )
    leave_trace("chose how a team spends", about=f"team {team.id}", at=at)
    return chosen


@action
def add_budget(
    team: Team, year: int, *, locality: Locality | None = None, officer: Staff | None = None, pence: int, said: str = "", by: Actor, at: datetime
) -> Budget:
    """A budget for a year, with its first money."""
    permissions.may_give(by, team.id)
    if Budget.objects.filter(team=team, locality=locality, officer=officer, year=year).exists():
        raise Refused(words.ONE_BUDGET, field="whose")
    made = Budget.objects.create(id=new_key(), team=team, locality=locality, officer=officer, year=year, at=at)
    if pence:
        _writing(by, at, said).move("given", made, pence)
    leave_trace("added a budget", about=f"budget {made.id}", at=at)
    return made


@action
def give(budget: Budget, pence: int, *, said: str = "", by: Actor, at: datetime) -> Movement:
    """More money for a budget."""
    permissions.may_give(by, budget.team_id)
    made = _writing(by, at, said).move("given", budget, pence)
    leave_trace("gave money to a budget", about=f"budget {budget.id}", at=at)
    return made


@action
def give_back(budget: Budget, pence: int, *, said: str = "", by: Actor, at: datetime) -> Movement:
    """Money that is free goes back to where it came from."""
    permissions.may_give(by, budget.team_id)
    made = _writing(by, at, said).move("given back", budget, pence)
    leave_trace("gave money of a budget back", about=f"budget {budget.id}", at=at)
    return made


@action
def move_between(budget: Budget, to: Budget, pence: int, *, said: str = "", by: Actor, at: datetime) -> Movement:
    """Money that is free in one budget to another of the same team and year."""
    permissions.may_give(by, budget.team_id)
    if budget.id == to.id:
        raise Refused(words.TO_ITSELF, field="to")
    if (budget.team_id, budget.year) != (to.team_id, to.year):
        raise Refused(words.OTHER_TEAMS, field="to")
    made = _writing(by, at, said).move("moved", budget, pence, to=to)
    leave_trace("moved money between budgets", about=f"budget {budget.id}", at=at)
    return made


@action
def turn_back(line: Movement, *, said: str = "", by: Actor, at: datetime) -> Movement:
    """A line that gave or moved money was a mistake: the same back. Lines of a spend go back with it, those of a closing with that."""
    permissions.may_give(by, line.source.team_id)
    hold(line.source, line.target)
    open_year(line.source, line.target)
    if line.spend_id or line.closing_id or line.reverses_id or Movement.objects.filter(reverses=line).exists():
        raise Refused(words.TAKEN_BACK_ALREADY)
    _still_there(line)
    made = _writing(by, at, said).turn_round(line)
    leave_trace("turned a line of a budget round", about=f"budget {line.source_id}", at=at)
    return made


def _still_there(line: Movement) -> None:
    if line.target_pot == FREE and (free := books.balance_of(line.target).free) < line.pence:
        raise Refused(words.NOT_ENOUGH, left=in_pounds(free), needs=in_pounds(line.pence))


@action
def close_year(budget: Budget, *, carry_over: bool, by: Actor, at: datetime) -> Closing:
    """The year is over: nothing waits, what is free goes back or over into next year, and nothing moves any more."""
    permissions.may_give(by, budget.team_id)
    hold(budget)
    if books.is_closed(budget):
        raise Refused(words.CLOSED_ALREADY)
    if open_spends := budget.spends.filter(books.UNSPENT).count():
        raise Refused(words.STILL_OPEN, many=open_spends)
    # The line is written while the year is still open; that it belongs to the closing is asked at the commit (a deferred key).
    made = Closing(id=new_key(), budget=budget, closed_by_id=by.id, closed_at=at)
    if free := books.balance_of(budget).free:
        after = _next_year(budget, at) if carry_over else None
        _writing(by, at, closing=made).move("moved" if after else "given back", budget, free, to=after)
    made.save(force_insert=True)
    leave_trace("closed a year", about=f"budget {budget.id}", at=at)
    return made


@action
def reopen_year(budget: Budget, why: str, *, by: Actor, at: datetime) -> None:
    """A closed year is opened again, with a reason; what went back or over at its closing comes back, where it is still there."""
    permissions.may_give(by, budget.team_id)
    if not why.strip():
        raise Refused(words.SAY_WHY_REOPENED, field="why")
    hold(budget)
    closing = Closing.objects.filter(budget=budget, reopened_at__isnull=True).first()
    if closing is None:
        raise Refused(words.NOT_CLOSED)
    closing.reopened_by_id, closing.reopened_at, closing.why_reopened = by.id, at, why.strip()
    closing.save(update_fields=["reopened_by", "reopened_at", "why_reopened"])
    for line in standing_lines(closing):
        open_year(line.target)
        if line.target_id != budget.id and books.balance_of(line.target).free < line.pence:
            raise Refused(words.CARRIED_IS_GONE)
        _writing(by, at, why).turn_round(line)
    leave_trace("reopened a year", about=f"budget {budget.id}", at=at)


def _next_year(budget: Budget, at: datetime) -> Budget:
    key = {"team_id": budget.team_id, "locality_id": budget.locality_id, "officer_id": budget.officer_id, "year": budget.year + 1}
    return Budget.objects.filter(**key).first() or Budget.objects.create(id=new_key(), at=at, **key)
