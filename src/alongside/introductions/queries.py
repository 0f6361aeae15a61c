"""Asking about introductions that come in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from alongside.foundation.actor import Actor

from .models import BroughtIn, Introducer


@dataclass(frozen=True)
class Introduces(Actor):
    """Somebody who introduces people by a link of their own: their key is the introducer's."""

    @property
    def role(self) -> str:
        """As the trail names them."""
        return "introducer"


def introduces_by(reference: str) -> Introduces | None:
    """Whose an open link is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM introducer_of_a_link(%s)", [reference])
        row = cursor.fetchone()
    return Introduces(id=row[0], name=row[1]) if row else None


def introducers() -> QuerySet[Introducer]:
    """Those whom the one who asks may see: of their team, or themselves."""
    return Introducer.objects.select_related("team", "staff").order_by("name")


def waiting() -> QuerySet[BroughtIn]:
    """What came in and nobody decided; what came first, first."""
    return BroughtIn.objects.filter(became="").select_related("introducer").order_by("at")


def brought_by(introducer: Introducer) -> QuerySet[BroughtIn]:
    """What this introducer brought, the newest first."""
    return BroughtIn.objects.filter(introducer=introducer).order_by("-at")
