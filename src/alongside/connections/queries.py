"""Asking what became of connections."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from alongside.people.models import Person

from .models import Activity, Contribution, Rung


def rungs_of(connection_id: UUID) -> QuerySet[Rung]:
    """Every rung a connection reached, the newest first."""
    return Rung.objects.filter(connection_id=connection_id).select_related("by").order_by("-on", "-at", "-id")


def giving_of(person_id: UUID) -> list[Contribution]:
    """All that they gave and received, the newest first; `other` only as far as the one who asks may see them."""
    rows = list(Contribution.objects.filter(person_id=person_id).select_related("by", "entry").order_by("-on", "-at", "-id"))
    keys = {row.other_id for row in rows if row.other_id}
    seen = {person.id: person for person in Person.objects.filter(id__in=keys)} if keys else {}
    for row in rows:
        row.seen = seen.get(row.other_id)
    return rows


def week_of(person_id: UUID) -> list[Activity]:
    """All that fills or filled their week, in the order it was written down."""
    return list(Activity.objects.filter(person_id=person_id).order_by("at", "id"))
