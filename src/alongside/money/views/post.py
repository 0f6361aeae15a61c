"""One post: who pays, when, what it costs; written, put right, ended, taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.places.models import Locality
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .. import actions, permissions, queries, rules
from ..boxes import hours_of
from ..forms import CostForm, NewPostForm, PostForm
from ..models import Post
from ..posts import bill, financial_year, last_day
from .organisation import ours
from .posts import drawing, numbered, row_of, told


def one_of_ours(request: Request, post_id: UUID) -> Post:
    """A post of the reader's organisation."""
    return get_object_or_404(queries.posts_of(ours(request)).select_related("organisation"), id=post_id)


def _localities(request: Request) -> Any:
    return Locality.objects.filter(teams__organisation=ours(request)).distinct().order_by("name")


@page(roles=permissions.KEEPS_POSTS)
def post(request: Request, post_id: UUID) -> HttpResponse:
    """All of one post, and this financial year's bill."""
    found, today = one_of_ours(request, post_id), timezone.localdate(request.now)
    streams = list(queries.streams_of(found.organisation))
    row, names = row_of(found, streams, today=today), {one.id: one.name for one in streams}
    year = financial_year(today)
    shares = queries.holding(found)
    billed = bill(found.over, [one.as_paid for one in shares], [one.as_costs for one in found.costs.all()], queries.financial_year_of(year))
    context = {
        "post": found,
        "hours": hours_of(found.minutes_a_week).normalize(),
        "row": row,
        "gaps": told([row], today=today),
        "shares": [(one, rules.in_per_cent(one.parts)) for one in sorted(shares, key=lambda one: (one.since, one.stream.name))],
        "legend": [(stream, number) for stream, number in zip(streams, numbered(streams).values(), strict=True)],
        "drawing": drawing(today),
        "year": year,
        "bill": billed,
        "held": queries.in_post(found),
        "billed": sorted(((names[key], pence) for key, pence in billed.paid.items()), key=lambda one: one[0]),
    }
    return render(request, "money/post.html", context)


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def add_post(request: Request) -> HttpResponse:
    """One more post."""
    organisation = ours(request)
    sheet = Sheet(title=_("Add a post"), back=reverse("money:posts"), kept=_("The post is kept. Say who pays for it."), draft="post")

    def do(said: dict[str, Any]) -> None:
        over, minutes = rules.a_stretch(said["since"], said.pop("last_day")), rules.minutes_a_week(said.pop("hours"))
        del said["since"]
        actions.add_post(organisation, over=over, minutes_a_week=minutes, **said, by=request.actor, at=request.now)

    return written(request, NewPostForm, sheet, do, localities=_localities(request))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def put_right(request: Request, post_id: UUID) -> HttpResponse:
    """What a post is, and its days."""
    found = one_of_ours(request, post_id)
    here = reverse("money:post", args=[found.id])
    sheet = Sheet(title=_("Put the post right"), back=here, kept=_("The post is put right."), lead=found.name, draft=f"post/{found.id}")

    def do(said: dict[str, Any]) -> None:
        over, minutes = rules.a_stretch(said.pop("since"), said.pop("last_day")), rules.minutes_a_week(said.pop("hours"))
        actions.put_post_right(found, over=over, minutes_a_week=minutes, **said, by=request.actor, at=request.now)

    stands = {"name": found.name, "kind": found.kind, "locality": found.locality_id, "hours": hours_of(found.minutes_a_week).normalize()}
    stands |= {"since": found.since, "last_day": last_day(found.over)}
    return written(request, PostForm, sheet, do, stands=stands, localities=_localities(request))


@page(roles=permissions.KEEPS_POSTS, methods=WRITING)
def cost(request: Request, post_id: UUID) -> HttpResponse:
    """What it costs from a day on."""
    found = one_of_ours(request, post_id)
    sheet = Sheet(title=_("What the post costs"), back=reverse("money:post", args=[found.id]), kept=_("What it costs is kept."), lead=found.name)

    def do(said: dict[str, Any]) -> None:
        actions.say_what_it_costs(found, said.pop("since"), **said, by=request.actor, at=request.now)

    return written(request, CostForm, sheet, do)
