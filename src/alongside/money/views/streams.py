"""Funding streams: what each wants to hear about, who reads it, and what it pays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .. import actions, permissions, queries
from ..forms import StreamForm
from ..models import Post, Share
from .organisation import ours


@page(roles=permissions.KEEPS_POSTS)
def streams(request: Request) -> HttpResponse:
    """Every funding stream, and what it pays today."""
    organisation, today = ours(request), timezone.localdate(request.now)
    found = list(queries.streams_of(organisation).prefetch_related("readers__staff"))
    paid: dict[UUID, list[tuple[Post, Share]]] = {one.id: [] for one in found}
    for post in queries.posts_of(organisation):
        for share in queries.holding(post):
            if share.since <= today and (share.until is None or today < share.until):
                paid[share.stream_id].append((post, share))
    return render(request, "money/streams.html", {"streams": [(one, paid[one.id]) for one in found]})


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def add_stream(request: Request) -> HttpResponse:
    """Money of one more place."""
    organisation = ours(request)
    sheet = Sheet(title=_("Add a funding stream"), back=reverse("money:streams"), kept=_("The funding stream is kept."), draft="funding stream")

    def do(said: dict[str, Any]) -> None:
        readers = said.pop("readers", None)
        made = actions.add_stream(organisation, **said, by=request.actor, at=request.now)
        if readers:
            actions.choose_readers(made, readers, by=request.actor, at=request.now)

    return written(request, StreamForm, sheet, do, readers=queries.commissioners(organisation, on=timezone.localdate(request.now)))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def put_right(request: Request, stream_id: UUID) -> HttpResponse:
    """What a stream is called, wants to hear, and who reads it."""
    stream = get_object_or_404(queries.streams_of(ours(request)).select_related("organisation"), id=stream_id)
    readers = queries.commissioners(stream.organisation, on=timezone.localdate(request.now))
    sheet = Sheet(
        title=_("Put the funding stream right"), back=reverse("money:streams"), kept=_("The funding stream is put right."), draft=f"funding stream/{stream.id}"
    )
    stands: dict[str, Any] = {"name": stream.name, "kind": stream.kind, "wants_to_hear": stream.wants_to_hear}
    if readers:
        stands["readers"] = [str(one) for one in stream.readers.filter(staff__in=readers).values_list("staff_id", flat=True)]

    def do(said: dict[str, Any]) -> None:
        chosen = said.pop("readers", ())
        actions.put_stream_right(stream, **said, by=request.actor, at=request.now)
        actions.choose_readers(stream, chosen, by=request.actor, at=request.now)

    return written(request, StreamForm, sheet, do, stands=stands, readers=readers)
