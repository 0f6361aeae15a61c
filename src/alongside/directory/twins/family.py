"""An entry and those that were put into it: whatever was written of any of them is read as of the one that stays, and none of it is moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Coalesce

from ..models import Entry, Session

Written = TypeVar("Written", bound=Model)

STAYS = Coalesce("entry__same_as", "entry")
"""The entry of which something is read that was written of this one or of one that was put into it."""


def of_it(entry_id: UUID) -> Q:
    """Written of this entry, or of one that was put into it."""
    return Q(entry=entry_id) | Q(entry__same_as=entry_id)


def of_them(rows: QuerySet[Written], keys: Collection[UUID]) -> QuerySet[Written]:
    """The same of several; each says by `stays` of which of them it is read."""
    return rows.filter(Q(entry__in=keys) | Q(entry__same_as__in=keys)).annotate(stays=STAYS)


def staying(keys: Sequence[UUID]) -> list[UUID]:
    """These entries, or the ones that stay for them, each once; one question, and none for none."""
    if not keys:
        return []
    into = dict(Entry.objects.filter(id__in=keys, same_as__isnull=False).values_list("id", "same_as"))
    return list(dict.fromkeys(into.get(key, key) for key in keys))


def one_that_stays(entry_id: UUID) -> Entry | None:
    """The entry, or the one that stays for it."""
    found = Entry.objects.select_related("source", "same_as__source").filter(id=entry_id).first()
    return found and (found.same_as or found)


def each_once(rows: Iterable[Written], by: str) -> list[Written]:
    """The first of those that are of the same, in order."""
    found: dict[object, Written] = {}
    for row in rows:
        found.setdefault(getattr(row, by), row)
    return list(found.values())


def sessions_held(entry: Entry) -> QuerySet[Session]:
    """When it meets now, as it and those put into it say."""
    return Session.objects.filter(of_it(entry.id), ended_at__isnull=True).order_by("id")
