"""Which meeting a page is about, and whom of its list the one who asks may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from alongside.access.opening import leave_a_look
from alongside.foundation.refusals import Refused
from alongside.meetings.actions.lists import stands_on
from alongside.meetings.calling import series_of_ours
from alongside.meetings.models import Agreed, Brought, Discussed, Listed, Meeting, Series, ToldBack
from alongside.meetings.rules import Stands
from alongside.web.pages import Request

AT_THE_TABLE = "on the list of their meeting"


@dataclass(frozen=True)
class Sitting:
    """One day of a series; the meeting is none where nobody was put on its list yet."""

    series: Series
    on: date
    meeting: Meeting | None
    stands: Stands

    @property
    def url(self) -> str:
        """The team's page of this day."""
        return reverse("desk:meeting", args=[self.series.id, self.on.isoformat()])


def sitting_there(request: Request, series_id: UUID, day: str) -> Sitting:
    """One of a series' days, or no such page."""
    series = series_of_ours(request, series_id)
    try:
        on = date.fromisoformat(day)
        meeting = Meeting.objects.select_related("sent_by", "closed_by").filter(series=series, on=on).first()
        stands = stands_on(series, on, meeting)
    except (ValueError, Refused):
        raise Http404 from None
    return Sitting(series, on, meeting, stands)


@dataclass(frozen=True)
class Item:
    """Somebody on a list, with what was said of them and agreed."""

    listed: Listed
    discussed: Discussed | None
    agreed: list[Agreed]
    told: list[ToldBack]
    brought: list[Brought]

    @property
    def called(self) -> str:
        """As the table knows them."""
        return str(self.listed.person)


def items_of(request: Request, meeting: Meeting | None, because: str, *, one: UUID | None = None) -> list[Item]:
    """Those of a list whom the one who asks may see, with a line in the trail for each; five queries, however many."""
    if meeting is None:
        return []
    listed = Listed.objects.filter(meeting=meeting, withdrawn_at__isnull=True).select_related("person").order_by("at", "id")
    rows = list(listed.filter(id=one) if one else listed)
    for row in rows:
        row.meeting = meeting
    keys = [row.id for row in rows]
    discussed = {found.listed_id: found for found in Discussed.objects.filter(listed__in=keys)}
    agreed: dict[UUID, list[Agreed]] = {key: [] for key in keys}
    for promise in Agreed.objects.filter(listed__in=keys).order_by("at", "id"):
        agreed[promise.listed_id].append(promise)
    told: dict[UUID, list[ToldBack]] = {key: [] for key in keys}
    for word in ToldBack.objects.filter(listed__in=keys).order_by("on"):
        told[word.listed_id].append(word)
    brought: dict[UUID, list[Brought]] = {key: [] for key in keys}
    for proposal in Brought.objects.filter(listed__in=keys).order_by("at"):
        brought[proposal.listed_id].append(proposal)
    if rows:
        leave_a_look(request, because, *(row.person_id for row in rows))
    return [Item(row, discussed.get(row.id), agreed[row.id], told[row.id], brought[row.id]) for row in rows]


def item_there(request: Request, sitting: Sitting, listed_id: UUID, because: str) -> Item:
    """One of them, or no such page."""
    found = items_of(request, sitting.meeting, because, one=listed_id)
    if not found:
        raise Http404
    return found[0]


def today_of(request: Request) -> date:
    """The day by the house's calendar."""
    return timezone.localdate(request.now)
