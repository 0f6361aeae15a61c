"""Who is in a post: put into it, ended, taken back."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.teams.models import Staff
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, queries, words
from ..models import InPost, Post
from ..posts import Stretch


@action
def put_into_post(post: Post, staff: Staff, *, over: Stretch, by: Actor, at: datetime) -> InPost:
    """Somebody does this post's work from a day on."""
    permissions.may_keep_posts(by, queries.teams_of(post.organisation_id))
    if not queries.staff_of(post.organisation).filter(id=staff.id).exists():
        raise Refused(words.NOT_OF_OURS, field="staff")
    one_at_a_time(staff.id)
    _fits(post, staff, over)
    made = InPost.objects.create(id=new_key(), post=post, staff=staff, since=over.since, until=over.until, by_id=by.id, at=at)
    leave_trace("put somebody into a post", about=f"in post {made.id}", at=at)
    return made


@action
def end_in_post(held: InPost, over: Stretch, *, by: Actor, at: datetime) -> InPost:
    """The last day on which somebody is in a post; what happened until then still counts for it."""
    permissions.may_keep_posts(by, queries.teams_of(held.post.organisation_id))
    one_at_a_time(held.staff_id)
    _fits(held.post, held.staff, over, but=held)
    held.until = over.until
    held.save(update_fields=["until"])
    leave_trace("ended somebody's time in a post", about=f"in post {held.id}", at=at)
    return held


@action
def take_back_in_post(held: InPost, *, by: Actor, at: datetime) -> None:
    """As if it had not been said: it was somebody else, or another post."""
    permissions.may_keep_posts(by, queries.teams_of(held.post.organisation_id))
    if not InPost.objects.filter(id=held.id, gone_at__isnull=True).update(gone_by_id=by.id, gone_at=at):
        raise Refused(words.TAKEN_BACK_ALREADY)
    leave_trace("took back who is in a post", about=f"in post {held.id}", at=at)


def _fits(post: Post, staff: Staff, over: Stretch, but: InPost | None = None) -> None:
    """Within the post's days, and in no other post on any of them."""
    if over.overlap(post.over) != over:
        raise Refused(words.OUTSIDE_THIS_POST, field="last_day" if over.since >= post.since else "since")
    for other in InPost.objects.filter(staff=staff, gone_at__isnull=True).exclude(id=but.id if but else None).select_related("post"):
        if other.over.overlap(over):
            raise Refused(words.IN_ANOTHER_POST, post=other.post.name, who=staff.name, field="since")
