"""Reading a feed to its end, or as far as it goes today: page by page, each kept as soon as it is read, and loaded when all are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import acting
from alongside.web.vocabulary import say_refusal

from ..actions.feeds import begin_reading, load_feed, stop_reading
from ..actions.feeds_read import keep_page
from ..enough import enough_is_right
from ..models import Feed, FeedService
from ..open_referral.incoming import incoming
from .fetching import Asking, ComeBack
from .reaching import Resolve, networks, resolved
from .stopping import GoesOn
from .waiting import READ_AS, kept
from .walking import Page, digest_of, is_whole, page_of, service_of, version_of

PURPOSE = "reading a feed"
A_DAY = timedelta(hours=20)
"""After so long a feed is read again, at night."""
TOO_OLD = timedelta(days=1)
"""A reading that broke off longer ago begins anew: pages have moved since."""
ROUND_AND_ROUND, IF_IT_SAYS_HOW_MANY = 3, 100
"""Pages one after another with nothing on them that was not on a page before; more of them where a feed says how many pages it has, since that ends."""

IS_READ = Sentence("A feed is being read already. One at a time is read, so as to be a burden to nobody; this one is next.")
LATER = Sentence("They ask not to be asked before %(when)s. Reading goes on then.")
IN_A_CIRCLE = Sentence("The feed goes round in a circle: page %(page)s tells again what was told before. Nothing was loaded.")

Each = Callable[[Feed], Any]


class Busy(Refused):
    """Another feed is being read, here or by another process."""


def read_feed(
    feed_id: UUID,
    *,
    by: Actor,
    rest: Callable[[float], Any] = time.sleep,
    each: Each | None = None,
    resolve: Resolve = resolved,
    wait: float = 0.0,
) -> Feed:
    """One whole reading. Whatever stops it is kept with the feed and said to whoever asked."""
    with one_feed_at_a_time(wait):
        feed = _begun(feed_id, by)
        asking = Asking(networks(settings.FEEDS_FROM), rest=rest, resolve=resolve)
        try:
            for page in _pages(asking, feed, by):
                feed = page
                if each:
                    each(feed)
            with acting(by, purpose=PURPOSE, at=timezone.now()):
                return load_feed(feed_id, by=by, at=timezone.now())
        except ComeBack as later:
            until = timezone.now() + timedelta(seconds=later.seconds)
            _stopped(feed, Refused(LATER, when=timezone.localtime(until).strftime("%H:%M")), by, goes_on=True, until=until)
            raise Refused(LATER, when=timezone.localtime(until).strftime("%H:%M")) from None
        except Refused as refused:
            _stopped(feed, refused, by, goes_on=isinstance(refused, GoesOn))
            raise
        finally:
            asking.close()


def _begun(feed_id: UUID, by: Actor) -> Feed:
    now = timezone.now()
    with acting(by, purpose=PURPOSE, at=now):
        feed = Feed.objects.filter(id=feed_id).first()
        old = feed is not None and feed.begun_at is not None and feed.heard_at is not None and now - feed.heard_at > TOO_OLD
        return begin_reading(feed_id, by=by, at=now, anew=old)


def _stopped(feed: Feed, refused: Refused, by: Actor, *, goes_on: bool, until: Any = None) -> None:
    with acting(by, purpose=PURPOSE, at=timezone.now()):
        stop_reading(feed.id, say_refusal(refused, by.vocabulary), goes_on=goes_on, not_before=until, by=by, at=timezone.now())


def _pages(asking: Asking, feed: Feed, by: Actor) -> Iterator[Feed]:
    """Each page kept, from the one that is to be asked for next."""
    if not feed.version or feed.page == 1:
        feed.version = version_of(asking, feed.address)
    whole = bool(feed.version) and "UK" not in feed.version.upper()
    nothing_new = 0
    while True:
        page = page_of(asking, feed.address, feed.page, whole=whole)
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            known = {one.key: one for one in feed.services.filter(key__in=[str(item.get("id")) for item in page.items]).defer("entries")}
        nothing_new = nothing_new + 1 if page.items and all(_met(item, known, feed) for item in page.items) else 0
        if nothing_new >= (ROUND_AND_ROUND if page.pages is None else IF_IT_SAYS_HOW_MANY):
            raise Refused(IN_A_CIRCLE, page=page.number)
        services, met, wrong = _services(asking, feed, page, known)
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            feed = keep_page(feed, page, services, met, wrong, at=timezone.now())
            _enough_is_right(feed)
        yield feed
        if page.last:
            return


def _met(item: dict[str, Any], known: dict[str, FeedService], feed: Feed) -> bool:
    one = known.get(str(item.get("id")))
    return one is not None and one.reading == feed.reading


def _services(asking: Asking, feed: Feed, page: Page, known: dict[str, FeedService]) -> tuple[list[FeedService], list[str], list[dict[str, Any]]]:
    """The services of a page that are new or changed, the keys of those that are as they were, and what could not be read."""
    new: dict[str, FeedService] = {}
    met: list[str] = []
    wrong: list[dict[str, Any]] = []
    for item in page.items:
        given = item.get("id")
        key = given if isinstance(given, str) else ""
        try:
            found = _one(asking, feed, item, key, known.get(key))
        except Refused as refused:
            if isinstance(refused, GoesOn):
                raise
            wrong.append({"key": key[:100], "name": str(item.get("name") or "")[:100], "why": refused.sentence})
            continue
        if found is None:
            met.append(key)
        elif key not in new or _later(found, new[key]):
            new[key] = found
    return list(new.values()), met, wrong


def _one(asking: Asking, feed: Feed, item: dict[str, Any], key: str, known: FeedService | None) -> FeedService | None:
    """One service read; None when it is as it was, so far as they or we can tell."""
    listed = digest_of(item)
    same_way = known is not None and known.read_as == READ_AS
    if known is not None and same_way and bytes(known.listed) == listed and (is_whole(item) or item.get("last_modified")):
        return None
    if is_whole(item) or not key:
        told, etag, modified = item, "", ""
    else:
        asked = {"etag": known.etag, "modified": known.http_modified} if known is not None and same_way else {}
        told, answer = service_of(asking, feed.address, key, **asked)
        if told is None:
            return None
        etag, modified = answer.etag, answer.modified
    read = incoming(told, kind=feed.kind)
    if read.key != key:
        raise Refused(Sentence("Asked for %(key)s, the feed tells of another service, %(other)s."), key=key[:60], other=read.key[:60])
    return FeedService(
        feed=feed, key=key, reading=feed.reading, modified=read.modified, etag=etag, http_modified=modified, listed=listed, read_as=READ_AS, over=read.over,
        entries=[kept(one) for one in read.listings],
    )  # fmt: skip


def _later(one: FeedService, other: FeedService) -> bool:
    """Which of two tellings of one service counts, whatever order they came in: the later, or else always the same one."""
    return (one.modified, bytes(one.listed)) > (other.modified, bytes(other.listed))


def _enough_is_right(feed: Feed) -> None:
    wrong, right = len(feed.left_out), feed.services.filter(reading=feed.reading).count()
    enough_is_right(wrong, right, feed.left_out[0]["why"] if wrong else "")


@contextmanager
def one_feed_at_a_time(wait: float = 0.0) -> Iterator[None]:
    """A lock of this connection's own, which is gone when it is: whatever a reading dies of, the next one may begin. `wait`: seconds until it is one's turn."""
    until = time.monotonic() + wait
    while not _asked_for("pg_try_advisory_lock"):
        if time.monotonic() >= until:
            raise Busy(IS_READ)
        time.sleep(1)
    try:
        yield
    finally:
        _asked_for("pg_advisory_unlock")


def _asked_for(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtextextended('reading a feed', 0))")
        return bool(cursor.fetchone()[0])
