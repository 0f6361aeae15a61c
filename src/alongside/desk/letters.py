"""The weekly letter: how much waits, and where it stands; nobody's name, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.notices.actions import Sending, post
from alongside.teams.actions import see_to_letter
from alongside.teams.models import Staff
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import WITHOUT_A_TEAM, as_actor, letter_of, team_of, who_gets_letters
from alongside.teams.rules import letter_is_due
from alongside.trail.doing import acting

from .digest import Part, week_of


@dataclass(frozen=True)
class Due:
    """Somebody whose letter is due, and what it would say."""

    staff: Staff
    team_id: UUID
    parts: list[Part]

    @property
    def said(self) -> dict[str, int]:
        """How much of what: all that the letter tells."""
        return {part.heading: part.many for part in self.parts}


def due(at: datetime) -> Iterator[Due]:
    """Everybody whose letter is due, each week read as far as they may see it themselves."""
    today = timezone.localdate(at)
    for staff in who_gets_letters(on=today):
        held = letter_of(staff.id)
        if letter_is_due(held.wanted, held.weekday, held.done_on, today=today):
            actor = as_actor(staff, on=today)
            if actor.team_id is None:
                continue
            with acting(actor, purpose="the weekly letter", at=at):
                parts = _week(actor, at)
            yield Due(staff, actor.team_id, parts)


def _week(actor: Actor, at: datetime) -> list[Part]:
    team = team_of(actor)
    return week_of(actor.id, today=timezone.localdate(at), quiet_after_days=team.quiet_after_days if team else WITHOUT_A_TEAM, vocabulary=actor.vocabulary)


def letter(one: Due, base: str, *, at: datetime) -> Sending:
    """As it goes into the outbox: once on its day, however often that is asked."""
    return Sending(
        "your week",
        way="e-mail",
        to=one.staff.email,
        link=base + reverse("desk:this week"),
        also=base + reverse("desk:your settings"),
        counts=tuple(one.said.items()),
        about=f"staff {one.staff.id}",
        once=f"your week {one.staff.id} {timezone.localdate(at)}",
    )


def send(one: Due, base: str, *, at: datetime) -> bool:
    """Put it into the outbox, once: that it was, and it itself, hold together or not at all. False when nothing waits or somebody else did meanwhile."""
    with acting(ON_THE_MACHINE, purpose="the weekly letter", at=at):
        sending = see_to_letter(one.staff, something_waits=bool(one.parts), by=ON_THE_MACHINE, at=at)
        if sending:
            post(letter(one, base, at=at), team_id=one.team_id, by=ON_THE_MACHINE, at=at)
        return sending
