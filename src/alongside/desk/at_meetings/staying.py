"""Whether a list that somebody has open may still be shown as it is: asked by the open page every two seconds. It shows nobody, and is no look."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpResponse

from alongside.meetings.models import Listed, Meeting
from alongside.meetings.queries import what_i_took_on, what_my_tables_decided
from alongside.web.pages import Request, page

from .finding import sitting_there
from .marks import mark_of
from .tables import AT_TABLES


def answer(request: Request, shown: Iterable[UUID]) -> HttpResponse:
    """*As it was*, or *gone*: not “no such page”, for whoever asks has a page that opens."""
    return _as_it_was(request.GET.get("shown", "") == mark_of(shown))


def _as_it_was(is_so: bool) -> HttpResponse:
    return HttpResponse(status=204 if is_so else 410)


def of_one(request: Request) -> HttpResponse | None:
    """Of one thing alone that they took on, where the page that asks is about that one: whatever else is otherwise leaves it as it is."""
    one = request.GET.get("one", "")
    return _as_it_was(one in {str(took.id) for took in what_i_took_on()}) if one else None


def on_lists(meetings: Iterable[Meeting]) -> set[UUID]:
    """The places on these lists that the one who asks may read."""
    return set(Listed.objects.filter(meeting__in=list(meetings), withdrawn_at__isnull=True).values_list("id", flat=True))


def theirs_afterwards() -> set[UUID]:
    """What they took on, and what their tables decided."""
    return {one.id for one in what_i_took_on()} | {one.id for one in what_my_tables_decided()}


@page(roles=AT_TABLES)
def list_still(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """Of the list of one day."""
    sitting = sitting_there(request, series_id, day)
    if sitting.meeting is None:
        raise Http404
    return answer(request, on_lists([sitting.meeting]))


@page(roles=AT_TABLES)
def tables_still(request: Request) -> HttpResponse:
    """Of what they took on, and of what was decided."""
    return of_one(request) or answer(request, theirs_afterwards())
