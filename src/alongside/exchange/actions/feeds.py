"""Connecting another directory, reading it, and reading it no more."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from alongside.directory.actions import load_entries
from alongside.directory.listing import Listing
from alongside.directory.models import Source
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..feeds.connecting import Connecting
from ..feeds.waiting import listings_of, over_of
from ..models import Feed

THERE_ALREADY = Sentence("This address is connected already, as “%(name)s”.")
NAME_TAKEN = Sentence("There is a source of this name already. Give this one a name of its own.")
NOT_CONNECTED = Sentence("This feed is not connected any more.")


@action
def connect_feed(said: Connecting, *, by: Actor, at: datetime) -> Feed:
    """Another directory is to be read from now on; nothing of it is here yet."""
    permissions.may_connect(by)
    there = Feed.objects.select_related("source").filter(address=said.address).first()
    if there is not None and there.ended_at is None:
        raise Refused(THERE_ALREADY, name=there.source.name, field="address")
    if there is None and Source.objects.filter(name=said.name).exists():
        raise Refused(NAME_TAKEN, field="name")
    if there is None:
        source = Source.objects.create(name=said.name, licence=said.licence)
        there = Feed(source=source, address=said.address, by_id=None if by == permissions.READ_FEEDS else by.id, at=at)
    there.kind, there.ended_at, there.said, there.said_at = said.kind, None, "", None
    there.save()
    leave_trace("connected a feed", about=f"feed {there.id}", at=at)
    return there


@action
def end_feed(feed_id: UUID, *, by: Actor, at: datetime) -> Feed:
    """It is not read any more; what came from it stays, and says where it is from."""
    permissions.may_connect(by)
    feed = _held(feed_id)
    feed.ended_at, feed.begun_at = at, None
    feed.save()
    leave_trace("ended a feed", about=f"feed {feed.id}", at=at)
    return feed


@action
def begin_reading(feed_id: UUID, *, by: Actor, at: datetime, anew: bool = False) -> Feed:
    """A reading begins, or goes on where the last one stopped."""
    permissions.may_connect(by)
    feed = _held(feed_id)
    if anew or feed.begun_at is None:
        feed.reading, feed.begun_at, feed.page, feed.pages, feed.left_out = feed.reading + 1, at, 1, None, []
    feed.said, feed.said_at, feed.not_before, feed.heard_at = "", None, None, at
    feed.save()
    leave_trace("began to read a feed", about=f"feed {feed.id} reading {feed.reading} page {feed.page}", at=at)
    return feed


@action
def stop_reading(feed_id: UUID, why: str, *, goes_on: bool, not_before: datetime | None = None, by: Actor, at: datetime) -> Feed:
    """It stopped, and why: it goes on from there another time, or is over with nothing loaded."""
    permissions.may_connect(by)
    feed = _held(feed_id)
    feed.said, feed.said_at, feed.not_before = why, at, not_before
    if not goes_on:
        feed.begun_at = None
    feed.save()
    leave_trace("stopped reading a feed", about=f"feed {feed.id} page {feed.page}", at=at)
    return feed


@action
def load_feed(feed_id: UUID, *, by: Actor, at: datetime) -> Feed:
    """Everything that was read goes into the directory, all of it or none."""
    permissions.may_connect(by)
    feed = _held(feed_id)
    waiting: list[Listing] = list(listings_of(feed))
    done = load_entries(waiting, source=feed.source.name, licence=feed.source.licence, over=over_of(feed), by=by, at=at)
    feed.done, feed.read_at, feed.begun_at, feed.said, feed.said_at = asdict(done), at, None, "", None
    feed.save()
    feed.services.filter(reading__lt=feed.reading).delete()
    leave_trace("loaded a feed", about=f"feed {feed.id}", at=at)
    return feed


def _held(feed_id: UUID) -> Feed:
    feed = Feed.objects.select_for_update(of=("self",)).select_related("source").filter(id=feed_id).first()
    if feed is None or feed.ended_at is not None:
        raise Refused(NOT_CONNECTED)
    return feed
