"""Posts and what they cost."""

from __future__ import annotations

from datetime import date, datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.places.models import Locality
from alongside.teams.models import Organisation
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, queries, words
from ..models import Post, PostCost
from ..posts import Stretch
from ..rules import some_name


@action
def add_post(
    organisation: Organisation,
    name: str,
    *,
    kind: str,
    locality: Locality | None,
    minutes_a_week: int,
    over: Stretch,
    pay_pence: int,
    on_costs_pence: int,
    by: Actor,
    at: datetime,
) -> Post:
    """A job, and what it costs in a year from its first day."""
    permissions.may_keep_posts(by, queries.teams_of(organisation.id))
    made = Post.objects.create(
        id=new_key(),
        organisation=organisation,
        name=_its_own_name(organisation, name),
        kind=kind,
        locality=locality,
        minutes_a_week=minutes_a_week,
        since=over.since,
        until=over.until,
    )
    PostCost.objects.create(id=new_key(), post=made, since=over.since, pay_pence=pay_pence, on_costs_pence=on_costs_pence)
    leave_trace("added a post", about=f"post {made.id}", at=at)
    return made


@action
def put_post_right(post: Post, name: str, *, kind: str, locality: Locality | None, minutes_a_week: int, over: Stretch, by: Actor, at: datetime) -> Post:
    """What it is, where, and from when to when; its shares must still lie within it."""
    permissions.may_keep_posts(by, queries.teams_of(post.organisation_id))
    one_at_a_time(post.id)
    for share in post.shares.filter(gone_at__isnull=True).select_related("stream"):
        if share.over.overlap(over) != share.over:
            raise Refused(words.SHARES_OUTSIDE, stream=share.stream.name, field="last_day" if share.since >= over.since else "since")
    costs = list(post.costs.order_by("since"))
    before = [one for one in costs if one.since <= over.since]
    # What holds on the first day is what holds from it on; what was true only before it is gone.
    post.costs.filter(id__in=[one.id for one in before[:-1]]).delete()
    if first := before[-1:] or costs[:1]:
        post.costs.filter(id=first[0].id).update(since=over.since)
    post.name, post.kind, post.locality = _its_own_name(post.organisation, name, but=post), kind, locality
    post.minutes_a_week, post.since, post.until = minutes_a_week, over.since, over.until
    post.save(update_fields=["name", "kind", "locality", "minutes_a_week", "since", "until"])
    leave_trace("put a post right", about=f"post {post.id}", at=at)
    return post


@action
def say_what_it_costs(post: Post, since: date, *, pay_pence: int, on_costs_pence: int, by: Actor, at: datetime) -> PostCost:
    """What it costs in a year from a day on: after a pay award, or put right where that day has a cost already."""
    permissions.may_keep_posts(by, queries.teams_of(post.organisation_id))
    if since < post.since:
        raise Refused(words.COST_BEFORE, since=post.since, field="since")
    one_at_a_time(post.id)
    cost, _new = PostCost.objects.update_or_create(post=post, since=since, defaults={"pay_pence": pay_pence, "on_costs_pence": on_costs_pence})
    leave_trace("said what a post costs", about=f"post {post.id}", at=at)
    return cost


def _its_own_name(organisation: Organisation, name: str, but: Post | None = None) -> str:
    name = some_name(name, ask=words.NAME_A_POST, field="name")
    others = Post.objects.filter(organisation=organisation, name__iexact=name)
    if others.exclude(id=but.id if but else None).exists():
        raise Refused(words.ANOTHER_OF_THAT_NAME, name=name, field="name")
    return name
