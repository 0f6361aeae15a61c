"""Which hand-over a page is about, and what each side sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404

from alongside.access.opening import Opened, leave_a_look, open_person
from alongside.handovers.models import SharedPage, StepUp, Turn
from alongside.handovers.models.exchange import OPEN
from alongside.handovers.queries import exchange_of, handed_to_me, is_late, shared_page_of
from alongside.handovers.rules import waits_too_long
from alongside.web.pages import Request

NAMED = "named in a hand-over"


@dataclass(frozen=True)
class Exchange:
    """One hand-over with all that both sides said; the shared page only while they work jointly, or afterwards for ours."""

    step_up: StepUp
    turns: list[Turn]
    shared: SharedPage | None
    late: bool

    @property
    def called(self) -> str:
        """As both sides know them."""
        return str(self.step_up.person)


def exchange(found: StepUp, *, now: datetime) -> Exchange:
    """All of it, as far as the one who asks may see it."""
    return Exchange(found, exchange_of(found), shared_page_of(found), is_late(found, now=now))


def ours(request: Request, person_id: UUID, step_up_id: UUID) -> tuple[Opened, StepUp]:
    """A hand-over of ours about this person, or no such page: a concern is for fewer than their record is."""
    opened = open_person(request, person_id)
    found = StepUp.objects.filter(id=step_up_id, person_id=opened.id).select_related("person", "receiver", "receiver__team", "by").first()
    if found is None:
        raise Http404
    return opened, found


def handed_to_them(request: Request, step_up_id: UUID) -> StepUp:
    """One that is open to the one who asks, with a line in the trail for whom they see."""
    found = handed_to_me().filter(id=step_up_id).first()
    if found is None:
        raise Http404
    leave_a_look(request, NAMED, found.person_id)
    return found


def stands_of(shared: SharedPage | None) -> dict[str, Any]:
    """What stands on the shared page, box by box."""
    return {name: getattr(shared, name) if shared else "" for name in ("agreed", "who_does_what", "comes_next")}


def as_they_stand(found: list[dict[str, Any]] | None, *, now: datetime) -> list[dict[str, Any]]:
    """What was handed over of somebody, for their page: what is open first, and then the newest; `found` holds only what whoever asks may read."""
    rows = [one | {"open": one["stage"] in OPEN, "late": waits_too_long(one["stage"], one["answer_by"], now=now)} for one in found or ()]
    return sorted(rows, key=lambda row: not row["open"])
