"""Which stream pays what part of a post: given, changed, ended, and taken back. Never more than the whole, whoever presses at once."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, queries, rules, words
from ..models import FundingStream, Post, Share
from ..posts import Paid, Stretch


@action
def give_share(post: Post, stream: FundingStream, *, parts: int, over: Stretch, by: Actor, at: datetime) -> Share:
    """A stream pays so many parts of a post from a day on."""
    permissions.may_keep_posts(by, queries.teams_of(post.organisation_id))
    made = _written(post, stream, parts, over, None, by, at)
    leave_trace("gave a share of a post", about=f"share {made.id}", at=at)
    return made


@action
def change_share(share: Share, stream: FundingStream, *, parts: int, over: Stretch, by: Actor, at: datetime) -> Share:
    """Another part, other days or another stream instead; what it said before stays, and comes back when this is taken back."""
    permissions.may_keep_posts(by, queries.teams_of(share.post.organisation_id))
    one_at_a_time(share.post_id)
    _goes(share, by, at)
    made = _written(share.post, stream, parts, over, share, by, at)
    leave_trace("changed a share of a post", about=f"share {made.id}", at=at)
    return made


@action
def take_back_share(share: Share, *, by: Actor, at: datetime) -> None:
    """As if it had not been given or changed: what it stood instead of holds again, where that still fits."""
    permissions.may_keep_posts(by, queries.teams_of(share.post.organisation_id))
    one_at_a_time(share.post_id)
    _goes(share, by, at)
    before = share.instead_of
    if before is not None:
        rules.fits(share.post.over, before.as_paid, _others(share.post))
        before.gone_by_id, before.gone_at = None, None
        before.save(update_fields=["gone_by", "gone_at"])
    leave_trace("took back a share of a post", about=f"share {share.id}", at=at)


def _others(post: Post) -> list[Paid]:
    return [one.as_paid for one in post.shares.filter(gone_at__isnull=True)]


def _written(post: Post, stream: FundingStream, parts: int, over: Stretch, instead_of: Share | None, by: Actor, at: datetime) -> Share:
    if stream.organisation_id != post.organisation_id:
        raise NotYours(words.OF_ANOTHER)
    one_at_a_time(post.id)
    rules.fits(post.over, Paid(stream.id, parts, over), _others(post))
    return Share.objects.create(
        id=new_key(), post=post, stream=stream, parts=parts, since=over.since, until=over.until, instead_of=instead_of, by_id=by.id, at=at
    )


def _goes(share: Share, by: Actor, at: datetime) -> None:
    gone = Share.objects.filter(id=share.id, gone_at__isnull=True).update(gone_by_id=by.id, gone_at=at)
    if not gone:
        raise Refused(words.TAKEN_BACK_ALREADY)
