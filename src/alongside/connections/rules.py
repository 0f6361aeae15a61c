"""The ladder a connection climbs, and what each rung asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Word

from .words import MADE_ON, RUNGS, RUNGS_BY_KIND

STILL_GOING = timedelta(weeks=12)
"""How long after the first time somebody still goes before we say so (product.md, "A connection climbs a ladder")."""

STEPPED_OFF = "not for me"
_FIRST_TIMES = ("went together", "went alone")
_STAYED = {"still going", "helps to run it"}
_IN_TOUCH = (*_FIRST_TIMES, "still going", "helps to run it")


@dataclass(frozen=True)
class Reached:
    """A rung that was reached, and on which day."""

    rung: str
    on: date


def first_time(reached: Sequence[Reached]) -> date | None:
    """The day they first went, alone or with somebody; None when they have not yet."""
    return min((one.on for one in reached if one.rung in _FIRST_TIMES), default=None)


def is_in_touch(rung: str | None) -> bool:
    """Whether whoever stands on this rung is in touch there: they went, with somebody or alone, and have not stepped off."""
    return rung in _IN_TOUCH


def a_rung_can_be_reached(rung: str, on: date, words: str, reached: Sequence[Reached], *, made_on: date, today: date) -> None:
    """Any rung may follow any other, up or down; only what the words say must be so."""
    if on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")
    if on < made_on:
        raise Refused(MADE_ON, made_on=made_on, field="on")
    if rung == STEPPED_OFF and not words.strip():
        raise Refused(Sentence("Say why it is not for them, in their words; it helps the next person."), field="words")
    if reached and reached[-1].rung == rung and not words.strip():
        raise Refused(Sentence("They are there already. Choose where they are now, or write what they say about it."), field="rung")
    if rung == "still going":
        first = first_time(reached)
        if first is None:
            raise Refused(Sentence("Say first when they went for the first time."), field="rung")
        if on < first + STILL_GOING:
            due = first + STILL_GOING
            raise Refused(Sentence("They first went on %(first)s, so twelve weeks are over on %(due)s."), first=first, due=due, field="on")


def happened(rungs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """What the rungs of one connection, each with its reason if there is one, say of the place itself (directory.LIVED), each once."""
    reached = list(rungs)
    known = {rung for rung, _ in reached}
    stayed, alone, together = bool(known & _STAYED), "went alone" in known, "went together" in known
    said = {
        "suggested": True,
        "tried": stayed or alone or together,
        "went back": stayed or (alone and together),
        "liked": stayed,
    }
    return frozenset(what for what, so in said.items() if so) | {why for rung, why in reached if rung == STEPPED_OFF and why}


@dataclass(frozen=True)
class Step:
    """One step of the ladder as it is drawn: whether it was reached, and whether they stand on it now."""

    rung: str
    reached: bool
    here: bool


def ladder_of(newest_first: Iterable[str]) -> list[Step]:
    """The ladder from the ground up for rungs in the order of time, the newest first; empty for whoever stepped off."""
    rungs = list(newest_first)
    if not rungs or rungs[0] == STEPPED_OFF:
        return []
    return [Step(word.stored, word.stored in rungs, word.stored == rungs[0]) for word in RUNGS if word.stored != STEPPED_OFF]


def rung_word(rung: str, kind: str) -> Word:
    """How a rung is said of a group, of somebody, of a service."""
    return next(word for word in RUNGS_BY_KIND[kind] if word.stored == rung)


def kind_of(entry_kind: str | None) -> str:
    """The kind of a connection to something in the directory; to somebody not in it, natural."""
    return "natural" if entry_kind is None else "service" if entry_kind == "service" else "community"
