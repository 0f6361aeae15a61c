"""What somebody has begun to write on their own page: kept for them alone until they send it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from ..models import Unfinished

LONGEST = 50_000
"""Letters of what is kept while it is written."""


def keep_unfinished(person_id: UUID, about: str, words: str, *, at: datetime) -> None:
    """What they have written so far; an empty box is nothing begun. It is nobody's record yet, so the trail has no line."""
    if not words.strip():
        drop_unfinished(person_id, about)
        return
    Unfinished.objects.update_or_create(person_id=person_id, about=about, defaults={"words": words[:LONGEST], "at": at})


def drop_unfinished(person_id: UUID, about: str) -> None:
    """It is sent, or emptied."""
    Unfinished.objects.filter(person_id=person_id, about=about).delete()


def forget_old_unfinished() -> None:
    """Clear away whatever was begun a month ago and never sent (sql/opening.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT mine_forget_old_unfinished()")
