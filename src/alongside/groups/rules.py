"""What holds of a group's life, whatever the order in which it is told. No database and no clock: days are given."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Word

from . import words

FIRST, SEARCHED = "heard", "mapped"
FOLLOWS = {
    "": ("heard",),
    "heard": ("mapped", "resting", "ended"),
    "mapped": ("taster", "started", "resting", "ended"),
    "taster": ("taster", "started", "resting", "ended"),
    "started": ("shared", "self-managing", "resting", "ended"),
    "shared": ("self-managing", "started", "resting", "ended"),
    "self-managing": ("six months", "twelve months", "shared", "started", "resting", "ended"),
    "six months": ("twelve months", "shared", "started", "resting", "ended"),
    "twelve months": ("shared", "started", "resting", "ended"),
    "resting": ("mapped", "taster", "started", "shared", "self-managing", "ended"),
    "ended": ("heard", "taster", "started"),
}
"""Which stages may follow where a group stands. Self-managing is no goal: it leads back to shared running as well as on."""
NEEDS = {
    "taster": "mapped",
    "started": "mapped",
    "shared": "started",
    "self-managing": "started",
    "six months": "self-managing",
    "twelve months": "self-managing",
}
"""What must have been said of it before: nobody starts what they have not looked for first."""
MARKS = frozenset({"copied"})
"""What happens to a group beside its stages, once it has started: it stands afterwards where it stood."""
AFTER_MONTHS = {"six months": 6, "twelve months": 12}
LED_BY_US = frozenset({"started", "shared"})
BY_THEMSELVES = frozenset({"self-managing", "six months", "twelve months"})
STOPPED = frozenset({"resting", "ended"})
OPEN = LED_BY_US | BY_THEMSELVES
"""Stages at which it meets."""


@dataclass(frozen=True)
class Reached:
    """A stage that a group came to, on a day."""

    stage: str
    on: date


def stands_at(steps: Sequence[Reached]) -> Reached | None:
    """Where it stands: the last stage that is none of the marks. `steps` are those not taken back, in their order."""
    return next((step for step in reversed(steps) if step.stage not in MARKS), None)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def taken_over_on(steps: Sequence[Reached]) -> date | None:
    """The day on which members took it over, the last time they did."""
    return next((step.on for step in reversed(steps) if step.stage == "self-managing"), None)


def due(steps: Sequence[Reached], *, today: date) -> int | None:
    """After how many months it is to be asked today whether it is still going; None where nothing is due."""
    now, since = stands_at(steps), taken_over_on(steps)
    if now is None or now.stage not in BY_THEMSELVES or since is None:
        return None
    return next(iter(_unanswered(steps, since, today)), None)


def next_due(steps: Sequence[Reached], *, today: date) -> tuple[int, date] | None:
    """What is asked of it next, and from which day on: of a group that its members run, and nothing after twelve months."""
    now, since = stands_at(steps), taken_over_on(steps)
    if now is None or now.stage not in BY_THEMSELVES or since is None:
        return None
    months = due(steps, today=today) or next((one for one in AFTER_MONTHS.values() if months_after(since, one) > today), None)
    return (months, months_after(since, months)) if months else None


def _unanswered(steps: Sequence[Reached], since: date, today: date) -> list[int]:
    said = {AFTER_MONTHS[step.stage] for step in steps[_place_of(steps, since) :] if step.stage in AFTER_MONTHS}
    return [months for months in (12, 6) if months_after(since, months) <= today and max(said, default=0) < months]


def _place_of(steps: Sequence[Reached], since: date) -> int:
    return max(place for place, step in enumerate(steps) if step == Reached("self-managing", since))


def stage_of_answer(months: int, going: str) -> str:
    """The stage that an answer after so many months speaks of."""
    return {6: "six months", 12: "twelve months"}[months] if going == "going" else going


def may_follow(steps: Sequence[Reached]) -> list[str]:
    """The stages that could be said next, in their order, dates aside."""
    now, had = stands_at(steps), {step.stage for step in steps}
    next_ones = [stage for stage in FOLLOWS[now.stage if now else ""] if NEEDS.get(stage, FIRST) in had or stage == FIRST]
    return next_ones + (["copied"] if "started" in had else [])


def a_step(steps: Sequence[Reached], then: Reached, said: str, *, today: date) -> None:
    """Refuses a stage that does not follow from where it stands, or not on that day."""
    now = stands_at(steps)
    at, had = now.stage if now else "", {step.stage for step in steps}
    if then.on > today:
        raise Refused(words.NOT_COME_YET, field="on")
    if then.stage in MARKS:
        _must_have_been("started", then.stage, had)
    elif then.stage not in FOLLOWS[at]:
        if now is None:
            raise Refused(words.NEEDS_FIRST, field="stage", first=spoken(FIRST), then=spoken(then.stage))
        raise Refused(words.NOT_FROM_HERE, field="stage", now=spoken(at), then=spoken(then.stage))
    if then.stage in NEEDS:
        _must_have_been(NEEDS[then.stage], then.stage, had)
    if steps and then.on < steps[-1].on:
        raise Refused(words.BEFORE_THE_LAST, field="on", now=spoken(steps[-1].stage), on=steps[-1].on)
    since = taken_over_on(steps)
    if then.stage in AFTER_MONTHS and since is not None:
        first_day = months_after(since, AFTER_MONTHS[then.stage])
        if then.on < first_day:
            raise Refused(words.NOT_YET, field="on", since=since, on=first_day)
    if not said.strip():
        _needs_no_words(then.stage)


def _needs_no_words(stage: str) -> None:
    """Refuses the stages that mean little without a word of what was heard, what was looked for, or why it ended."""
    if stage == "heard":
        raise Refused(words.SAY_WHAT_WAS_HEARD, field="words")
    if stage == "mapped":
        raise Refused(words.SAY_THE_SEARCH, field="words")
    if stage == "ended":
        raise Refused(words.SAY_WHY_IT_ENDED, field="words")


def _must_have_been(first: str, then: str, had: set[str]) -> None:
    if first not in had:
        raise Refused(words.NEEDS_FIRST, field="stage", first=spoken(first), then=spoken(then))


def spoken(stage: str) -> Word:
    """A stage as it is said in a sentence."""
    return next(one for one in words.STAGES if one.stored == stage)


def a_name(name: str) -> str:
    """What it is called, on one line."""
    said = " ".join(name.split())
    if not said:
        raise Refused(words.SAY_ITS_NAME, field="name")
    if len(said) > LONGEST_NAME:
        raise Refused(Sentence("This is more than a name. Write what it is beneath."), field="name")
    return said


LONGEST_NAME = 120
"""Letters."""
LONGEST_LINK = timedelta(days=400)
"""How long a link to a register may be open: long enough for the answer after a year."""


@dataclass(frozen=True)
class Heads:
    """Heads at a session, as far as they were counted: all, and of them the new, those who helped, the young and the old."""

    came: int | None = None
    new: int | None = None
    helpers: int | None = None
    under_25: int | None = None
    over_60: int | None = None


def of_a_session(on: date, met: bool, heads: Heads, *, today: date) -> None:
    """Refuses a session that has not been, or whose numbers cannot be. Heads that nobody counted are told by name, where nothing else is said of them."""
    if on > today:
        raise Refused(words.NOT_COME_YET, field="on")
    of_them = [heads.new, heads.helpers, heads.under_25, heads.over_60]
    if heads.came is None:
        if met and any(one is not None for one in of_them):
            raise Refused(words.HOW_MANY_CAME, field="came")
        if not any(of_them):
            return
    came = heads.came or 0
    if max(heads.new or 0, heads.helpers or 0) > came:
        raise Refused(words.FEWER_CAME, field="came")
    if (heads.under_25 or 0) + (heads.over_60 or 0) > came:
        raise Refused(words.AGES_OF_MORE, field="under_25")


def heads_are_said(met: bool, heads: Heads) -> None:
    """Refuses a session that was held, told without its heads by whoever ticks no names."""
    if met and heads.came is None:
        raise Refused(words.HOW_MANY_CAME, field="came")


def heads_of(said: int | None, stood: int | None, named: int, named_before: int) -> int | None:
    """How many came by a register: as many as were said, or as stood there; where nobody counted more than the ticks, as many as are ticked."""
    came = said if said is not None else stood if stood != named_before else None
    if came is not None and named > came:
        raise Refused(words.MORE_NAMED, field="came", named=named, came=came)
    return came if came is not None else named or None
