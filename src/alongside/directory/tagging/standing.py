"""What people said of tags and did not take back, and the entries that have one."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import Entry, Tagging
from ..twins.family import STAYS


def standing() -> QuerySet[Tagging]:
    """What people said and did not take back."""
    return Tagging.objects.filter(taken_back_at__isnull=True)


def tagged(rows: QuerySet[Entry], tag: UUID) -> QuerySet[Entry]:
    """Of these, the ones of this tag or of a narrower one."""
    of_it = Q(tag=tag) | Q(tag__parent=tag) | Q(tag__parent__parent=tag)
    return rows.filter(Exists(standing().alias(stays=STAYS).filter(of_it, stays=OuterRef("id"), verdict="accepted")))
