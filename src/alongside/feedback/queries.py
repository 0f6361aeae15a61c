"""Asking about what was asked, what came back and what was written besides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet, Sum

from alongside.introductions.models import Introducer
from alongside.meetings.models import Seat

from .models import Asked, Heard, Words
from .words import OF_WHOM


def asked_by_team(team_id: UUID) -> QuerySet[Asked]:
    """Everything that was asked about a team, the newest first."""
    return Asked.objects.filter(team_id=team_id).select_related("locality").order_by("-on", "-id")


def words_to(team_id: UUID) -> QuerySet[Words]:
    """What was written to a team and waits to be dealt with; within a month in no order that says anything."""
    return Words.objects.filter(team_id=team_id).order_by("-month", "id")


@dataclass(frozen=True)
class Came:
    """Of people or of partners: how many were asked, and what came of it."""

    people_or_partners: str
    asked: int
    answered: int
    would_not: int

    @property
    def nothing_yet(self) -> int:
        """Of how many nothing came back: not yet, or never. That is no answer."""
        return self.asked - self.answered - self.would_not


def what_came(team_id: UUID) -> list[Came]:
    """Of people and of partners, since the team began to ask."""
    asked = {
        row["people_or_partners"]: row["all"]
        for row in Asked.objects.filter(team_id=team_id).values("people_or_partners").annotate(all=Sum("how_many")).order_by()
    }
    heard = Counter(Heard.objects.filter(team_id=team_id).values_list("people_or_partners", "ended"))
    return [Came(one.stored, asked.get(one.stored, 0), heard[one.stored, "answered"], heard[one.stored, "would rather not"]) for one in OF_WHOM]


def partners_addresses(team_id: UUID) -> list[str]:
    """Addresses of e-mail of those who introduce people to a team, or sit at its tables now: each once."""
    introducers = Introducer.objects.filter(team_id=team_id).exclude(email="").values_list("email", flat=True)
    seats = Seat.objects.filter(series__team_id=team_id, until__isnull=True).exclude(email="").values_list("email", flat=True)
    return sorted({one.strip().lower() for one in (*introducers, *seats)})
