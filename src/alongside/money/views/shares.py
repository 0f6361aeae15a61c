"""Who pays what part of a post: given, changed, ended, taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions, permissions, queries, rules
from ..forms import EndShareForm, ShareForm
from ..models import Share
from ..posts import gaps, last_day
from .organisation import ours
from .post import one_of_ours


def _share(request: Request, share_id: UUID, **asked: Any) -> Share:
    shares = Share.objects.select_related("post__organisation", "stream", "instead_of__stream").filter(post__organisation=ours(request), **asked)
    return get_object_or_404(shares, id=share_id)


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def give(request: Request, post_id: UUID) -> HttpResponse:
    """A stream pays a share: what is offered first is what nobody pays yet."""
    found = one_of_ours(request, post_id)
    here = reverse("money:post", args=[found.id])
    sheet = Sheet(title=_("Who pays for this post?"), back=here, kept=_("The share is kept."), lead=found.name)

    def do(said: dict[str, Any]) -> None:
        parts, over = rules.parts_of(said["percent"]), rules.a_stretch(said["since"], said["last_day"])
        actions.give_share(found, said["stream"], parts=parts, over=over, by=request.actor, at=request.now)

    open_now = gaps(found.over, [one.as_paid for one in queries.holding(found)])
    initial = {"percent": rules.in_per_cent(open_now[0].parts), "since": open_now[0].over.since, "last_day": last_day(open_now[0].over)} if open_now else {}
    return written(request, ShareForm, sheet, do, initial=initial, streams=queries.streams_of(found.organisation))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def change(request: Request, share_id: UUID) -> HttpResponse:
    """Another part, other days or another stream."""
    share = _share(request, share_id, gone_at__isnull=True)
    sheet = Sheet(title=_("Change this share"), back=reverse("money:post", args=[share.post_id]), kept=_("The share is changed."), lead=share.post.name)

    def do(said: dict[str, Any]) -> None:
        parts, over = rules.parts_of(said["percent"]), rules.a_stretch(said["since"], said["last_day"])
        actions.change_share(share, said["stream"], parts=parts, over=over, by=request.actor, at=request.now)

    stands = {"stream": share.stream_id, "percent": Decimal(rules.in_per_cent(share.parts)), "since": share.since, "last_day": last_day(share.over)}
    return written(request, ShareForm, sheet, do, stands=stands, streams=queries.streams_of(share.post.organisation))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def end(request: Request, share_id: UUID) -> HttpResponse:
    """The last day on which a stream pays."""
    share = _share(request, share_id, gone_at__isnull=True)
    named = {"stream": share.stream.name, "percent": rules.in_per_cent(share.parts), "post": share.post.name}
    lead = _("%(stream)s pays %(percent)s %% of %(post)s.") % named
    sheet = Sheet(
        title=_("When does this share end?"), back=reverse("money:post", args=[share.post_id]), kept=_("The last day of the share is kept."), lead=lead
    )

    def do(said: dict[str, Any]) -> None:
        over = rules.a_stretch(share.since, said["last_day"])
        actions.change_share(share, share.stream, parts=share.parts, over=over, by=request.actor, at=request.now)

    return written(request, EndShareForm, sheet, do, initial={"last_day": last_day(share.over)})


@page(roles=permissions.KEEPS_POSTS, methods=("POST",))
def take_back(request: Request, share_id: UUID) -> HttpResponse:
    """As if it had not been given or changed."""
    share = _share(request, share_id)
    actions.take_back_share(share, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back. What stood before holds again.") if share.instead_of_id else _("It is taken back."))
    return see_other(reverse("money:post", args=[share.post_id]))
