"""What one funding stream pays for in some days: its own share of each post, beside what the whole post costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.models import Sum

from alongside.teams.models import Organisation, Team

from . import queries
from .models import FundingStream, Post, Spend
from .posts import WHOLE, Stretch, bill, pieces
from .words import WALK_ALONGSIDE


@dataclass(frozen=True)
class OfAPost:
    """What a stream pays of one post: pence, the years of a whole post that buys, and what the whole post costs in those days."""

    post: Post
    pence: int
    post_years: Fraction
    whole_pence: int


def paid_by(stream: FundingStream, over: Stretch) -> list[OfAPost]:
    """Every post of which it paid a share in these days."""
    found = []
    for post in queries.posts_of(stream.organisation):
        shares = [one.as_paid for one in queries.holding(post)]
        if not any(one.stream == stream.id and one.over.overlap(over) for one in shares):
            continue
        billed = bill(post.over, shares, [one.as_costs for one in post.costs.all()], over)
        found.append(OfAPost(post, billed.paid.get(stream.id, 0), _years(post, over, stream.id), billed.whole))
    return [one for one in found if one.post_years]


@dataclass(frozen=True)
class AllPosts:
    """What posts cost in some days, which streams paid for them, and how much of it nobody paid: pence, and names. No stream's own sum stands in it."""

    pence: int
    streams: tuple[str, ...]
    by_nobody: int


def posts_paid(organisation: Organisation, localities: Iterable[UUID], over: Stretch) -> AllPosts:
    """All posts of some localities, whoever pays for them; whoever asks must keep posts."""
    pence, nobody, names = 0, 0, set()
    for post in queries.posts_of(organisation).filter(locality_id__in=list(localities)):
        held = queries.holding(post)
        billed = bill(post.over, [one.as_paid for one in held], [one.as_costs for one in post.costs.all()], over)
        pence, nobody = pence + billed.whole, nobody + billed.nobody
        names |= {one.stream.name for one in held if billed.paid.get(one.stream_id)}
    return AllPosts(pence, tuple(sorted(names)), nobody)


def activities_paid(team: Team, year: int) -> int:
    """Pence that were spent out of the team's budgets of a financial year: what each spend came to, of all its localities and officers together."""
    spent = Spend.objects.filter(budget__team=team, budget__year=year, came_to_pence__isnull=False, gone_at__isnull=True)
    return int(spent.aggregate(sum=Sum("came_to_pence"))["sum"] or 0)


def _years(post: Post, over: Stretch, stream: UUID | None = None) -> Fraction:
    """Years of a whole post in these days; of one stream's share, or of all of it."""
    within = post.over.overlap(over)
    if within is None or within.until is None or over.until is None:
        return Fraction(0)
    whole = (over.until - over.since).days
    if stream is None:
        return Fraction((within.until - within.since).days, whole)
    shares = [one.as_paid for one in queries.holding(post) if one.stream_id == stream]
    return sum((Fraction(parts * _days(piece.over), WHOLE * whole) for piece in pieces(within, shares) for _stream, parts in piece.paid), Fraction(0))


def _days(over: Stretch) -> int:
    return ((over.until or date.max) - over.since).days


def years_alongside(stream: FundingStream, localities: Iterable[UUID], over: Stretch) -> Fraction:
    """Years of whole posts that walk alongside people, coordinators' and link officers', in some localities, whoever pays for them."""
    posts = queries.posts_of(stream.organisation).filter(kind__in=WALK_ALONGSIDE, locality_id__in=list(localities))
    return sum((_years(post, over) for post in posts), Fraction(0))


def pence_a_person(paid: Iterable[OfAPost], localities: Iterable[UUID], years_of_all: Fraction, people: int) -> int | None:
    """What a post that walks alongside people costs in a year, of those it pays for there, over how many such a post walks with. None where either is unknown.

    Made of its own posts' costs and of counts alone. What one post costs tells what all others pay of it together, and where one other pays, that one's sum.
    """
    there = set(localities)
    own = [one for one in paid if one.post.kind in WALK_ALONGSIDE and one.post.locality_id in there]
    years = sum((one.post_years for one in own), Fraction(0))
    if not years or not years_of_all or not people:
        return None
    return round(Fraction(sum(one.pence for one in own)) / years / (people / years_of_all))
