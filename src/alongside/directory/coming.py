"""When entries meet next: their sessions, with the school terms around each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import F

from alongside.places.queries import terms_at
from alongside.places.terms import Term

from .meeting import Meets
from .models import Session
from .twins.family import of_them


@dataclass(frozen=True)
class Coming:
    """A session, and its days as far as school terms are known."""

    session: Session
    meets: Meets

    @property
    def terms_known(self) -> bool:
        """Whether it meets in school terms alone, and those are known."""
        return self.meets.terms is not None

    @property
    def terms_until(self) -> date | None:
        """The last day of the last term that we know, where it goes by terms."""
        return max((last for _first, last in self.meets.terms), default=None) if self.meets.terms is not None else None


def coming(keys: Sequence[UUID]) -> dict[UUID, list[Coming]]:
    """The sessions of these entries; one query, and two more where any of them goes by school terms."""
    held = list(of_them(Session.objects.filter(ended_at__isnull=True), keys).annotate(postcode=F("entry__postcode")))
    terms = terms_at(one.postcode for one in held if one.term_time) if any(one.term_time for one in held) else {}
    found: dict[UUID, list[Coming]] = {key: [] for key in keys}
    for one in held:
        found[one.stays].append(Coming(one, _in_terms(one, terms.get(one.postcode, []))))
    return found


def _in_terms(session: Session, terms: Sequence[Term]) -> Meets:
    """Its days, where these are the terms around it; it meets as its rule says where none is known."""
    return replace(session.meets, terms=tuple((term.starts_on, term.last_day) for term in terms)) if session.term_time and terms else session.meets
