"""Who is in a post: said, ended, taken back."""

from __future__ import annotations

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
from ..forms import EndInPostForm, InPostForm
from ..models import InPost
from .organisation import ours
from .post import one_of_ours


def _held(request: Request, held_id: UUID, **asked: Any) -> InPost:
    return get_object_or_404(InPost.objects.select_related("post__organisation", "staff").filter(post__organisation=ours(request), **asked), id=held_id)


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def put(request: Request, post_id: UUID) -> HttpResponse:
    """Somebody is in a post from a day on."""
    found = one_of_ours(request, post_id)
    sheet = Sheet(title=_("Who is in this post?"), back=reverse("money:post", args=[found.id]), kept=_("Who is in it is kept."), lead=found.name)

    def do(said: dict[str, Any]) -> None:
        actions.put_into_post(found, said["staff"], over=rules.a_stretch(said["since"], said["last_day"]), by=request.actor, at=request.now)

    return written(request, InPostForm, sheet, do, initial={"since": found.since}, staff=queries.staff_of(found.organisation))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def end(request: Request, held_id: UUID) -> HttpResponse:
    """Somebody's last day in a post."""
    held = _held(request, held_id, gone_at__isnull=True)
    sheet = Sheet(title=_("When do they leave this post?"), back=reverse("money:post", args=[held.post_id]), kept=_("Their last day in the post is kept."))

    def do(said: dict[str, Any]) -> None:
        actions.end_in_post(held, rules.a_stretch(held.since, said["last_day"]), by=request.actor, at=request.now)

    return written(request, EndInPostForm, sheet, do)


@page(roles=permissions.KEEPS_POSTS, methods=("POST",))
def take_back(request: Request, held_id: UUID) -> HttpResponse:
    """As if it had not been said."""
    held = _held(request, held_id)
    actions.take_back_in_post(held, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("money:post", args=[held.post_id]))
