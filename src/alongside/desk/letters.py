"""The weekly letter: how much waits, and where it stands; nobody's name, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import Actor
from alongside.teams.actions import see_to_letter
from alongside.teams.models import Staff
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import as_actor, letter_of, team_of, who_gets_letters
from alongside.teams.rules import letter_is_due
from alongside.trail.doing import acting

from .digest import Part, week_of
from .rhythm import WITHOUT_A_TEAM

QUIET = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
"""So that no out-of-office answers it."""


@dataclass(frozen=True)
class Due:
    """Somebody whose letter is due, and what it would say."""

    staff: Staff
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
            with acting(actor, purpose="the weekly letter", at=at):
                parts = _week(actor, at)
            yield Due(staff, parts)


def _week(actor: Actor, at: datetime) -> list[Part]:
    team = team_of(actor)
    return week_of(actor.id, today=timezone.localdate(at), quiet_after_days=team.quiet_after_days if team else WITHOUT_A_TEAM, vocabulary=actor.vocabulary)


def letter(one: Due, base: str) -> EmailMessage:
    """As it is sent."""
    links: dict[str, Any] = {"link": base + reverse("desk:this week"), "settings_link": base + reverse("desk:your settings")}
    words = render_to_string("desk/email/this_week.txt", {"parts": one.parts, **links})
    return EmailMessage(_("Your week in Alongside"), words, settings.DEFAULT_FROM_EMAIL, [one.staff.email], headers=QUIET)


def send(one: Due, base: str, *, at: datetime) -> bool:
    """Send it, once: that it was, and it itself, hold together or not at all. False when nothing waits or somebody else sent it meanwhile."""
    with acting(ON_THE_MACHINE, purpose="the weekly letter", at=at):
        sending = see_to_letter(one.staff, something_waits=bool(one.parts), by=ON_THE_MACHINE, at=at)
        if sending:
            letter(one, base).send()
        return sending
