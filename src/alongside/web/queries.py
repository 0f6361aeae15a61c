"""Finding drafts again."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from alongside.foundation.actor import Actor

from .models import Draft


def draft_of(form: str, person_id: UUID | None, *, by: Actor) -> Draft | None:
    """What this writer left unfinished in this form about this person."""
    return Draft.objects.filter(writer_id=by.id, form=form, person_id=person_id).first()


def unfinished(by: Actor) -> QuerySet[Draft]:
    """Everything this writer left unfinished, the newest first."""
    return Draft.objects.filter(writer_id=by.id).order_by("-saved_at")
