"""Asking about hand-overs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alongside.foundation.actor import Actor

from .models import Receiver, SharedPage, StepUp, Turn, WhoDoesWhat
from .rules import waits_too_long


@dataclass(frozen=True)
class HandedTo(Actor):
    """Whoever was handed something, by its link: their key is the hand-over's."""

    @property
    def role(self) -> str:
        """As the trail names them."""
        return "named in a hand-over"


def handed_by(reference: str) -> HandedTo | None:
    """Whose hand-over an open link is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM hand_over_of_a_link(%s)", [reference])
        row = cursor.fetchone()
    return HandedTo(id=row[0], name=row[1]) if row else None


def handed_to_me() -> QuerySet[StepUp]:
    """What is open to the one who asks as the other side, and nothing that they see as one of ours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT handed_to_me()")
        keys = [row[0] for row in cursor.fetchall()]
    return StepUp.objects.filter(id__in=keys).select_related("person", "receiver", "receiver__team", "by").order_by("answer_by", "at")


def names_of_receivers(keys: Iterable[UUID]) -> dict[UUID, str]:
    """What those to whom something was handed by a link are called."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM names_of_receivers(%s::uuid[])", [list(keys)])
        return dict(cursor.fetchall())


def receivers_of(team_id: UUID) -> QuerySet[Receiver]:
    """Whom a team hands to today."""
    return Receiver.objects.filter(team_id=team_id, retired_on__isnull=True).select_related("staff", "team").order_by("kind", "name")


def exchange_of(of: StepUp) -> list[Turn]:
    """What both sides said, in order."""
    return list(Turn.objects.filter(step_up=of).select_related("by").order_by("at", "id"))


def shared_page_of(of: StepUp) -> SharedPage | None:
    """The page that both share, as it stands."""
    return SharedPage.objects.filter(step_up=of).select_related("by").order_by("-at", "-id").first()


def versions_of(of: StepUp) -> list[SharedPage]:
    """Every version of it, the newest first."""
    return list(SharedPage.objects.filter(step_up=of).select_related("by").order_by("-at", "-id"))


def who_does_what(team_id: UUID) -> dict[str, WhoDoesWhat]:
    """The boundary with each profession, as it stands."""
    newest = WhoDoesWhat.objects.filter(team_id=team_id).select_related("by").order_by("kind", "-at", "-id").distinct("kind")
    return {one.kind: one for one in newest}


def boundary_with(team_id: UUID, kind: str) -> WhoDoesWhat | None:
    """The boundary with one of them."""
    return WhoDoesWhat.objects.filter(team_id=team_id, kind=kind).select_related("by").order_by("-at", "-id").first()


def time_to_answer(of: StepUp) -> timedelta | None:
    """From being handed over to the first word of the other side."""
    return of.answered_at - of.at if of.answered_at else None


def is_late(of: StepUp, *, now: datetime) -> bool:
    """Whether an urgent one still waits past the moment by which it needed an answer."""
    return waits_too_long(of.stage, of.answer_by, now=now)
