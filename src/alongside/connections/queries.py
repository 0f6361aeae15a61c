"""Asking what became of connections."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from .models import Rung


def rungs_of(connection_id: UUID) -> QuerySet[Rung]:
    """Every rung a connection reached, the newest first."""
    return Rung.objects.filter(connection_id=connection_id).select_related("by").order_by("-on", "-at", "-id")
