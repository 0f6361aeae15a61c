"""Doing something: one transaction, the one who acts set first, and its lines in the trail written last."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connection, transaction

from alongside.foundation.actor import NOBODY, Actor

P = ParamSpec("P")
R = TypeVar("R")


class Untraced(RuntimeError):
    """Code changed something, or showed somebody, without a line in the trail."""


@dataclass
class Lines:
    """The lines that one transaction will add to the trail, and who it is that acts."""

    actor: Actor = NOBODY
    purpose: str = ""
    at: datetime | None = None
    waiting: list[dict[str, Any]] = field(default_factory=list)

    def known(self, actor: Actor) -> None:
        """From here on it is this actor who reads and writes: row security follows at once."""
        self.actor = actor
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('alongside.actor', %s, true)", ["" if actor is NOBODY else str(actor.id)])

    def add(self, verb: str, people: Iterable[UUID], about: str, purpose: str, outcome: str, reason: str | None, at: datetime | None) -> None:
        when = at or self.at
        self.waiting.append(
            {
                "at": when.isoformat() if when else None,
                "role": self.actor.role,
                "verb": verb,
                "about": about,
                "people": [str(person) for person in people],
                "purpose": purpose or self.purpose,
                "outcome": outcome,
                "reason": reason,
            }
        )

    def write(self) -> None:
        """Add the waiting lines to the chain; its lock is held from here to the commit."""
        if self.waiting:
            with connection.cursor() as cursor:
                cursor.execute("SELECT trail_append(%s::jsonb)", [json.dumps(self.waiting)])
            self.waiting = []


_lines: ContextVar[Lines | None] = ContextVar("lines", default=None)


@contextmanager
def acting(actor: Actor, *, purpose: str = "", at: datetime | None = None) -> Iterator[Lines]:
    """One transaction in which this actor does or looks at something, with all its lines or with none of it."""
    if _lines.get() is not None:
        raise RuntimeError("Somebody is acting already: one transaction has one actor.")
    lines = Lines(purpose=purpose, at=at)
    inside_another = connection.in_atomic_block
    token = _lines.set(lines)
    try:
        with transaction.atomic():
            if actor is not NOBODY:
                lines.known(actor)
            yield lines
            lines.write()
            # Inside a test's own transaction the setting would outlive this one. What fails undoes it anyway.
            if inside_another and lines.actor is not NOBODY:
                lines.known(NOBODY)
    finally:
        _lines.reset(token)


def lines_now() -> Lines:
    """The lines of the transaction we are in."""
    lines = _lines.get()
    if lines is None:
        raise Untraced("Nobody is acting: wrap this in acting(actor, purpose=…).")
    return lines


def leave_trace(
    verb: str,
    *people: UUID,
    about: str = "",
    purpose: str = "",
    outcome: str = "done",
    reason: str | None = None,
    at: datetime | None = None,
) -> None:
    """Add a line: a verb, the keys of the people concerned, and the key of what it was about (`"note 0192…"`).

    `reason` is free text, kept beside the chain and erasable; it needs at least one person.
    """
    lines_now().add(verb, people, about, purpose, outcome, reason, at)


def one_at_a_time(key: UUID) -> None:
    """From here to the commit nobody else does the same to this row's owner: two presses of one button follow one another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(key)])


_whole: ContextVar[bool] = ContextVar("whole", default=False)


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Thousands of actions of which all stay or none: no place is marked before each to which one could go back. What one of them refuses undoes all."""
    token = _whole.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _whole.reset(token)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """A function that changes state: all of it or none of it, and never without a trace."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        lines = lines_now()
        before = len(lines.waiting)
        try:
            with transaction.atomic(savepoint=not _whole.get()):
                done = function(*args, **kwargs)
                if len(lines.waiting) == before:
                    raise Untraced(f"{function.__module__}.{function.__name__} left no trace.")
                return done
        except BaseException:
            del lines.waiting[before:]
            raise

    whole.is_action = True  # type: ignore[attr-defined]
    return whole
