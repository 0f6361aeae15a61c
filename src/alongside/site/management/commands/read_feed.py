"""`alongside read-feed ADDRESS`: read another directory, published as Open Referral UK, into this one."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from alongside.directory.words import KINDS
from alongside.exchange.actions.feeds import connect_feed
from alongside.exchange.feeds.connecting import Connecting, connecting
from alongside.exchange.feeds.reading import PURPOSE, read_feed
from alongside.exchange.models import Feed
from alongside.exchange.permissions import READ_FEEDS
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.site.importing import tables_are_there, told
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Read another directory, published as Open Referral UK 3.0, into this one. Safe to run again: what broke off goes on, and what is as it was is left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="where it is, such as https://directory.example.org/open-referral/3.0")
        parser.add_argument("--name", default="", help="what it is called here; its host otherwise")
        parser.add_argument("--licence", default="", help="under which licence it is published")
        parser.add_argument("--kind", default="service", choices=[word.stored for word in KINDS], help="what its services are, unless it says so")

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            tables_are_there()
            feed = _connected(connecting(given["address"], given["name"], given["licence"], given["kind"]))
            with tqdm(desc=feed.source.name, unit=" pages", disable=None, file=sys.stderr, leave=False) as bar:
                feed = read_feed(feed.id, by=READ_FEEDS, each=lambda now: _shown(bar, now))
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        self.stdout.write("\n".join([feed.source.name, *told(feed.done, feed.left_out, what="feed")]))


def _shown(bar: Any, feed: Feed) -> None:
    bar.total = feed.pages
    bar.update(feed.page - 1 - bar.n)


def _connected(said: Connecting) -> Feed:
    there = Feed.objects.select_related("source").filter(address=said.address, ended_at__isnull=True).first()
    if there is not None:
        return there
    with acting(READ_FEEDS, purpose=PURPOSE, at=timezone.now()):
        if Feed.objects.filter(address=said.address).exists():
            raise Refused(Sentence("This feed was ended. An administrator connects it again on the page of feeds."))
        return connect_feed(said, by=READ_FEEDS, at=timezone.now())
