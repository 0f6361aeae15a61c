"""Asking for posts and who pays for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, Subquery, Sum, Value

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.teams.models import Membership, Organisation, Staff, Team
from alongside.teams.queries import seats_on

from . import books
from .models import FundingStream, InPost, Post, PostCost, Share, Spend
from .posts import Costs, Gap, Piece, Stretch, cost, gaps_from, pieces


def organisation_of(actor: Actor, *roles: Role) -> Organisation | None:
    """The organisation for which somebody has one of these seats; the first by name, where there are several."""
    teams = [seat.team_id for seat in actor.seats if seat.role in roles]
    return Organisation.objects.filter(teams__in=teams).order_by("name").first()


def teams_of(organisation_id: UUID) -> list[UUID]:
    """Keys of an organisation's teams."""
    return list(Team.objects.filter(organisation_id=organisation_id).values_list("id", flat=True))


def posts_of(organisation: Organisation | UUID) -> QuerySet[Post]:
    """Its posts, with what each costs and the shares that hold."""
    holding = Share.objects.filter(gone_at__isnull=True).select_related("stream")
    return (
        Post.objects.filter(organisation=organisation)
        .select_related("locality")
        .prefetch_related(Prefetch("shares", queryset=holding, to_attr="holding"), Prefetch("costs", queryset=PostCost.objects.order_by("since")))
        .order_by("locality__name", "name")
    )


def staff_of(organisation: Organisation) -> QuerySet[Staff]:
    """Who works, or worked, in one of its teams, and can be in a post."""
    seats = Membership.objects.filter(team__organisation=organisation, role__in=[role.value for role in TEAM_ROLES])
    return Staff.objects.filter(id__in=seats.values("staff_id")).order_by("name")


def in_post(post: Post) -> list[InPost]:
    """Who is and was in a post, the first first."""
    return list(post.held.filter(gone_at__isnull=True).select_related("staff"))


def posts_of_a_team(team: Team) -> QuerySet[Post]:
    """Posts in which somebody of the team is or was, and those of its localities: by these its people are counted."""
    seats = Membership.objects.filter(team=team).values("staff_id")
    theirs = InPost.objects.filter(gone_at__isnull=True, staff_id__in=seats).values("post_id")
    return posts_of(team.organisation_id).filter(Q(id__in=theirs) | Q(locality__teams=team)).distinct()


def posts_paid_by(posts: Iterable[Post], over: Stretch) -> dict[FundingStream, list[Post]]:
    """Each stream that pays a share of one of these posts on a day of this stretch, with those posts."""
    found: dict[FundingStream, list[Post]] = {}
    for post in posts:
        within = post.over.overlap(over)
        for stream in sorted({one.stream for one in holding(post) if within and one.over.overlap(within)}, key=lambda one: one.name):
            found.setdefault(stream, []).append(post)
    return dict(sorted(found.items(), key=lambda one: one[0].name))


def streams_of(organisation: Organisation) -> QuerySet[FundingStream]:
    """The funding streams it has."""
    return FundingStream.objects.filter(organisation=organisation).order_by("name")


def holding(post: Post) -> list[Share]:
    """The shares of a post that hold, as it was found or asked now."""
    found = getattr(post, "holding", None)
    return found if found is not None else list(post.shares.filter(gone_at__isnull=True).select_related("stream"))


@dataclass(frozen=True)
class Paying:
    """A post, cut by who pays for it, and what nobody pays from today on."""

    post: Post
    pieces: list[Piece]
    gaps: list[Gap]


def paying(post: Post, *, on: date) -> Paying:
    """Who pays for a post, and its gaps on a day and after it."""
    shares = [one.as_paid for one in holding(post)]
    return Paying(post, pieces(post.over, shares), gaps_from(post.over, shares, on=on))


def cost_on(post: Post, day: date) -> PostCost | None:
    """What it costs in a year, as it holds on a day; before the first, the first."""
    known = list(post.costs.all())
    return next((one for one in reversed(known) if one.since <= day), known[0] if known else None)


def posts_in(actor: Actor, over: Stretch, locality_id: UUID | None) -> int | None:
    """Pence that the posts of a locality, or all posts, cost over some days, for managers, who alone see it; None to others. One query."""
    teams = [seat.team_id for seat in actor.seats if seat.role == Role.MANAGER]
    if not teams:
        return None
    first = Organisation.objects.filter(teams__in=teams).order_by("name").values("id")[:1]
    found = PostCost.objects.filter(post__organisation=Subquery(first), **({"post__locality_id": locality_id} if locality_id else {}))
    costs: dict[Stretch, dict[UUID, list[Costs]]] = defaultdict(lambda: defaultdict(list))
    for one in found.select_related("post").order_by("since"):
        costs[one.post.over][one.post_id].append(one.as_costs)
    return sum(cost(post, each, over) for post, posts in costs.items() for each in posts.values())


def financial_year_of(year: int) -> Stretch:
    """From April to March."""
    return Stretch(date(year, 4, 1), date(year + 1, 4, 1))


def commissioners(organisation: Organisation, *, on: date) -> QuerySet[Staff]:
    """Who holds a commissioner's seat in one of its teams."""
    seats: QuerySet[Membership] = seats_on(on).filter(role=Role.COMMISSIONER, team__organisation=organisation)
    return Staff.objects.filter(id__in=seats.values("staff_id"), is_active=True).order_by("name")


def streams_read_by(actor: Actor) -> QuerySet[FundingStream]:
    """Those that somebody may read as a funder, while they are a commissioner of the organisation."""
    teams = [seat.team_id for seat in actor.seats if seat.role == Role.COMMISSIONER]
    return FundingStream.objects.filter(readers__staff_id=actor.id, organisation__teams__in=teams).distinct().order_by("name")


def streams_seen_by(actor: Actor) -> list[FundingStream]:
    """Those a commissioner was chosen to read; a manager sees each stream of their organisation as its reader does."""
    ours = organisation_of(actor, Role.MANAGER)
    seen = Q(id__in=streams_read_by(actor).values("id"))
    return list(FundingStream.objects.filter(seen | Q(organisation=ours) if ours else seen).select_related("organisation").order_by("name"))


@dataclass(frozen=True)
class MoneyOf:
    """What was spent on a group, a taster day or an entry and is promised to it, and what came in beside it: pence, over all years."""

    spent: int = 0
    promised: int = 0
    money_in: int = 0
    in_kind: int = 0
    leveraged: int = 0

    @property
    def beside_it(self) -> int:
        """All that came in."""
        return self.money_in + self.in_kind + self.leveraged


def money_of_group(group_id: UUID, *, by: Actor) -> MoneyOf:
    """What a group cost and what it brought in, as far as its team's books say; one query."""
    spent = _spends_on(by, group_id=group_id).values_list(Value("spent"), "spent", "promised")
    brought = books.brought_there(by).filter(group_id=group_id).order_by().values("kind").annotate(sum=Sum("pence"))
    came = {what: (pence or 0, promised or 0) for what, pence, promised in spent.union(brought.values_list("kind", "sum", Value(0)), all=True)}
    return MoneyOf(*came.get("spent", (0, 0)), *(came.get(kind, (0, 0))[0] for kind in ("money in", "in kind", "leveraged")))


def money_of_entry(entry_id: UUID, *, by: Actor) -> MoneyOf:
    """What was spent on something of the noticeboard, by one's own teams."""
    return _spent_and_promised(by, entry_id=entry_id)


def money_of_taster(taster_id: UUID, *, by: Actor) -> MoneyOf:
    """What a taster day cost, as far as the books of one's own teams say; one query."""
    return _spent_and_promised(by, taster_id=taster_id)


def _spent_and_promised(by: Actor, **on: UUID) -> MoneyOf:
    found = list(_spends_on(by, **on).values_list("spent", "promised"))
    return MoneyOf(*(pence or 0 for pence in found[0])) if found else MoneyOf()


def _spends_on(by: Actor, **on: UUID) -> QuerySet[Spend]:
    agreed = books.UNSPENT & (Q(needs_a_yes=False) | Q(answer="yes"))
    found = books.spends_there(by).filter(**on).order_by().values(*on)
    return found.annotate(spent=Sum("came_to_pence"), promised=Sum("pence", filter=agreed))
