"""Finding the one row that a page is about, or saying that the page is not there."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from alongside.people.models import AboutSomebody
from alongside.web.writing import Sheet

from .opening import Opened

Row = TypeVar("Row", bound=AboutSomebody)


def about(model: type[Row], opened: Opened, key: UUID) -> Row:
    """A row about this person, by its key."""
    row = model.objects.filter(id=key, person_id=opened.id).first()
    if row is None:
        raise Http404
    return row


def sheet_of(opened: Opened, title: str, kept: str, *, draft: str = "", lead: str = "", at: str = "", **more: Any) -> Sheet:
    """A form's page about this person, which leads back to theirs."""
    back = reverse("desk:person", args=[opened.id])
    return Sheet(
        title=title, back=back, then=f"{back}#{at}" if at else back, kept=kept, lead=lead, draft=draft, person_id=opened.id, more={"person": opened, **more}
    )
