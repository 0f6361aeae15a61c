"""What is read of a feed, page by page: it waits beside the directory until all of it is read, and is in nobody's sight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..feeds.walking import Page
from ..models import Feed, FeedService

MOST_LEFT_OUT = 200
"""Services that could not be read of which the reasons are kept."""


def keep_page(feed: Feed, page: Page, services: Iterable[FeedService], met: Iterable[str], left_out: list[dict[str, Any]], *, at: datetime) -> Feed:
    """A page is read: its services wait, and the next one is asked for after it."""
    FeedService.objects.filter(feed=feed, key__in=list(met)).update(reading=feed.reading)
    FeedService.objects.bulk_create(
        services,
        update_conflicts=True,
        unique_fields=["feed", "key"],
        update_fields=["reading", "modified", "etag", "http_modified", "listed", "read_as", "over", "entries"],
    )
    feed.left_out = [*feed.left_out, *left_out][:MOST_LEFT_OUT]
    feed.page, feed.pages, feed.heard_at = page.number + 1, page.pages, at
    feed.save(update_fields=["left_out", "page", "pages", "heard_at", "version"])
    return feed
