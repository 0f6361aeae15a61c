"""Spending: asked, agreed by somebody else above a limit, written down as it came to, paid back, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from alongside.directory.models import Entry
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.groups.models import Group, Taster
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import books, permissions, words
from ..ledger import SPENT, settled
from ..models import Budget, Receipt, Spend, Ways
from ..pence import in_pounds
from ..posts import financial_year
from ..queries import teams_of
from .book import Writing, hold, open_year, standing_lines


@dataclass(frozen=True)
class Asked:
    """What a spend is for, how it is paid, and how much: in pence, or in tenths of a mile."""

    spent_on: str
    words: str
    way: str = "bought"
    pence: int = 0
    tenths_of_a_mile: int | None = None
    group: Group | None = None
    entry: Entry | None = None
    taster: Taster | None = None
    """Of the group; where no group is said, it is on the taster's."""

    @property
    def on_group(self) -> Group | None:
        """The group that it is on."""
        return self.group or (self.taster.group if self.taster else None)


@action
def ask_to_spend(budget: Budget, asked: Asked, *, by: Actor, at: datetime) -> Spend:
    """Up to the team's limit the money is kept for it at once; above it somebody else says yes first."""
    permissions.may_spend(by, budget.team_id)
    ways = books.ways_of(budget.team_id)
    if asked.spent_on == words.OWN_IDEA and not ways.own_ideas:
        raise Refused(words.NO_OWN_IDEAS, field="spent_on")
    if not asked.words.strip():
        raise Refused(words.SAY_WHAT_FOR, field="words")
    if asked.taster and asked.on_group != asked.taster.group:
        raise Refused(words.TASTER_OF_ANOTHER, name=asked.taster.group.name, field="taster")
    if asked.way == words.GRANT and not asked.on_group:
        raise Refused(words.GRANT_TO_A_GROUP, field="group")
    open_year(budget)
    pence = asked.pence
    if asked.way == "mileage":
        if not asked.tenths_of_a_mile:
            raise Refused(words.MILES, field="miles")
        # Half a penny is the one who drove's.
        pence = (asked.tenths_of_a_mile * ways.mile_pence + 5) // 10
    _within_an_own_idea(asked.spent_on, pence, ways)
    made = Spend.objects.create(
        id=new_key(),
        budget=budget,
        spent_on=asked.spent_on,
        words=asked.words.strip(),
        group=asked.on_group,
        taster=asked.taster,
        entry=asked.entry,
        way=asked.way,
        tenths_of_a_mile=asked.tenths_of_a_mile if asked.way == "mileage" else None,
        pence=pence,
        by_id=by.id,
        at=at,
        needs_a_yes=pence > ways.limit_pence,
    )
    if not made.needs_a_yes:
        _of(made, by, at).move("promised", budget, pence)
    leave_trace("asked to spend", about=f"spend {made.id}", at=at)
    return made


@action
def answer(spend: Spend, said: str, *, why: str = "", by: Actor, at: datetime) -> Spend:
    """Somebody else says yes, and the money is kept for it; or no, and why."""
    permissions.may_answer(by, spend.by_id, teams_of(spend.budget.team.organisation_id))
    spend = _held(spend)
    if spend.stage != "waits":
        raise Refused(words.ANSWERED_ALREADY)
    if said == "no" and not why.strip():
        raise Refused(words.SAY_WHY_NOT, field="why")
    spend.answer, spend.answered_by_id, spend.answered_at, spend.answer_words = said, by.id, at, why.strip()
    spend.save(update_fields=["answer", "answered_by", "answered_at", "answer_words"])
    if said == "yes":
        _of(spend, by, at).move("promised", spend.budget, spend.pence)
    leave_trace("agreed to a spend" if said == "yes" else "did not agree to a spend", about=f"spend {spend.id}", at=at)
    return spend


@action
def say_what_it_came_to(spend: Spend, pence: int, on: date, *, pages: tuple[bytes, ...] = (), by: Actor, at: datetime) -> Spend:
    """What was spent, on which day, with the pages of its receipt as they were drawn anew. What is left of the promise is free again."""
    permissions.may_write_of(by, spend.by_id, spend.budget.team_id)
    spend = _held(spend)
    _may_be_spent(spend)
    if on > timezone.localdate(at):
        raise Refused(words.YOUNGER_THAN_TODAY, field="on")
    if financial_year(on) != spend.budget.year:
        raise Refused(words.OUTSIDE_THE_YEAR, field="on")
    ways = books.ways_of(spend.budget.team_id)
    if pence > spend.pence and pence > ways.limit_pence:
        raise Refused(words.MORE_THAN_AGREED, limit=in_pounds(ways.limit_pence), field="pence")
    if pence > spend.pence:
        _within_an_own_idea(spend.spent_on, pence, ways)
    for kind, part in settled(spend.pence, pence):
        _of(spend, by, at, on).move(kind, spend.budget, part)
    spend.came_to_pence, spend.spent_on_day = pence, on
    spend.save(update_fields=["came_to_pence", "spent_on_day"])
    _keep(spend, pages, by, at)
    leave_trace("wrote what a spend came to", about=f"spend {spend.id}", at=at)
    return spend


@action
def keep_receipt(spend: Spend, pages: tuple[bytes, ...], *, by: Actor, at: datetime) -> None:
    """More pages of its receipt."""
    permissions.may_write_of(by, spend.by_id, spend.budget.team_id)
    spend = _held(spend)
    open_year(spend.budget)
    _keep(spend, pages, by, at)
    leave_trace("kept a receipt", about=f"spend {spend.id}", at=at)


@action
def not_spent_after_all(spend: Spend, *, by: Actor, at: datetime) -> Spend:
    """What it came to was written wrong: it is promised again, to be written anew."""
    permissions.may_write_of(by, spend.by_id, spend.budget.team_id)
    spend = _held(spend)
    if spend.stage != "spent":
        raise Refused(words.NOT_SPENT_YET)
    if spend.paid_on:
        raise Refused(words.PAID_IS_PAID)
    open_year(spend.budget)
    _unspend(spend, _of(spend, by, at))
    spend.came_to_pence, spend.spent_on_day = None, None
    spend.save(update_fields=["came_to_pence", "spent_on_day"])
    leave_trace("took back what a spend came to", about=f"spend {spend.id}", at=at)
    return spend


@action
def take_back_spend(spend: Spend, *, by: Actor, at: datetime) -> Spend:
    """As if it had not been asked for: what was kept or spent is free again. It stays in the book."""
    permissions.may_write_of(by, spend.by_id, spend.budget.team_id)
    spend = _held(spend)
    if spend.gone_at:
        raise Refused(words.TAKEN_BACK_ALREADY)
    if spend.paid_on:
        raise Refused(words.PAID_IS_PAID)
    open_year(spend.budget)
    writing = _of(spend, by, at)
    for line in standing_lines(spend):
        if line.target_pot == SPENT:
            writing.turn_round(line)
    # What was let go when it was spent may be promised to something else by now: only what is still kept for it is let go.
    if kept := books.kept_for(spend):
        writing.move("let go", spend.budget, kept)
    spend.came_to_pence, spend.spent_on_day, spend.gone_by_id, spend.gone_at = None, None, by.id, at
    spend.save(update_fields=["came_to_pence", "spent_on_day", "gone_by", "gone_at"])
    leave_trace("took back a spend", about=f"spend {spend.id}", at=at)
    return spend


@action
def say_paid_back(spend: Spend, on: date, *, by: Actor, at: datetime) -> Spend:
    """Whoever paid it from their own purse has it back: told to them on their own list."""
    permissions.may_give(by, spend.budget.team_id)
    if by.id == spend.by_id:
        raise NotYours(words.PAID_BY_SOMEBODY_ELSE)
    spend = _held(spend)
    if spend.way not in words.PAID_BACK:
        raise Refused(words.NOT_PAID_BACK)
    if spend.stage != "spent":
        raise Refused(words.NOT_SPENT_YET)
    if spend.paid_on:
        raise Refused(words.PAID_ALREADY)
    spend.paid_on, spend.paid_by_id = on, by.id
    spend.save(update_fields=["paid_on", "paid_by"])
    leave_trace("said that a spend was paid back", about=f"spend {spend.id}", at=at)
    return spend


def _within_an_own_idea(spent_on: str, pence: int, ways: Ways) -> None:
    if spent_on == words.OWN_IDEA and pence > ways.own_idea_pence:
        raise Refused(words.OWN_IDEA_TOO_DEAR, most=in_pounds(ways.own_idea_pence), field="pence")


def _unspend(spend: Spend, writing: Writing) -> None:
    """What it came to is promised again as it was; what was let go has to be there still."""
    lines = standing_lines(spend)
    for line in lines:
        if line.target_pot == SPENT:
            writing.turn_round(line)
    for line in lines:
        if line.kind == "let go":
            if (free := books.balance_of(spend.budget).free) < line.pence:
                raise Refused(words.NOT_ENOUGH, left=in_pounds(free), needs=in_pounds(line.pence))
            writing.turn_round(line)


def _of(spend: Spend, by: Actor, at: datetime, on: date | None = None) -> Writing:
    return Writing(by, at, on or timezone.localdate(at), spend=spend)


def _held(spend: Spend) -> Spend:
    """The spend as it stands now; nobody else changes it, or its budget, until the commit."""
    one_at_a_time(spend.id)
    hold(spend.budget)
    return Spend.objects.select_related("budget__team").get(id=spend.id)


def _may_be_spent(spend: Spend) -> None:
    if spend.stage == "waits":
        raise Refused(words.NEEDS_A_YES)
    if spend.stage == "not agreed":
        raise Refused(words.NOT_AGREED_TO)
    if spend.stage == "spent":
        raise Refused(words.SPENT_ALREADY)
    if spend.stage == "taken back":
        raise Refused(words.TAKEN_BACK_ALREADY)


def _keep(spend: Spend, pages: tuple[bytes, ...], by: Actor, at: datetime) -> None:
    held = Receipt.objects.filter(spend=spend).count()
    for number, drawn in enumerate(pages, held + 1):
        Receipt.objects.create(id=new_key(), spend=spend, number=number, drawn=drawn, by_id=by.id, at=at)
