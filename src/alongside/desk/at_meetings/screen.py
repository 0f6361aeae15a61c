"""A shared screen: one person at a time, in large type, for as long as the table may see them; whoever shows it sees no more than the table."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from alongside.meetings.queries import places_open
from alongside.web.pages import Request, page

from .finding import AT_THE_TABLE, items_of, next_steps, sitting_there
from .room import beside
from .tables import AT_TABLES


@page(roles=AT_TABLES)
def screen(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """What this one agreed to, and what is said and agreed, as the table sees it."""
    sitting = sitting_there(request, series_id, day)
    open_now = places_open(sitting.meeting.id) if sitting.meeting else set()
    if listed_id not in open_now:
        raise Http404
    items = [item for item in items_of(request, sitting.meeting, AT_THE_TABLE) if item.listed.id in open_now]
    item = next((found for found in items if found.listed.id == listed_id), None)
    if item is None:
        raise Http404
    context = {"sitting": sitting, "series": sitting.series, "item": item, "steps": next_steps(item), **beside(items, item)}
    return render(request, "desk/meetings/screen.html", context)


@page(roles=AT_TABLES)
def still(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """Whether the table may still see them: asked by an open screen every two seconds. It shows nobody."""
    sitting = sitting_there(request, series_id, day)
    if sitting.meeting is None or listed_id not in places_open(sitting.meeting.id):
        raise Http404
    return HttpResponse(status=204)
