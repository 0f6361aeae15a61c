"""Finding drafts again."""

from __future__ import annotations

import json
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alongside.foundation.actor import Actor

from .models import Draft

_DRAFT = "SELECT id, page, words, saved_at FROM web_draft WHERE writer_id = %s AND form = %s AND person_id IS NOT DISTINCT FROM %s"


def draft_of(form: str, person_id: UUID | None, *, by: Actor) -> Draft | None:
    """What this writer left unfinished in this form about this person; every page with a form asks."""
    with connection.cursor() as cursor:
        cursor.execute(_DRAFT, [by.id, form, person_id])
        row = cursor.fetchone()
    if row is None:
        return None
    key, page, words, saved_at = row
    return Draft(id=key, writer_id=by.id, form=form, person_id=person_id, page=page, words=json.loads(words), saved_at=saved_at)


def drafts_like(form: str, person_id: UUID, *, by: Actor) -> dict[str, Draft]:
    """What this writer left unfinished about this person in several forms of one kind, which differ in the key after the slash; by form."""
    return {draft.form: draft for draft in Draft.objects.filter(writer_id=by.id, person_id=person_id, form__startswith=f"{form}/")}


THROWN_AWAY = "thrown away: "
"""Before the name of a form: words that were thrown away, and can still be brought back by whoever wrote them."""


def thrown_away_last(by: Actor) -> Draft | None:
    """The words that this writer threw away last."""
    return Draft.objects.filter(writer_id=by.id, form__startswith=THROWN_AWAY).order_by("-saved_at").first()


def unfinished(by: Actor) -> QuerySet[Draft]:
    """Everything this writer left unfinished, the newest first."""
    return Draft.objects.filter(writer_id=by.id).exclude(form__startswith=THROWN_AWAY).order_by("-saved_at")
