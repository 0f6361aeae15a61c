"""Reading a feed beside the pages: whoever pressed the button need not wait, and every night all of them are read again."""

from __future__ import annotations

import logging
from uuid import UUID

from django.db import Error
from django.db.models import Q
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import acting
from alongside.web.vocabulary import say_refusal

from ..actions.feeds import stop_reading
from ..models import Feed
from ..permissions import READ_FEEDS
from ..threads import beside
from .reading import A_DAY, PURPOSE, Busy, read_feed

BROKEN_OFF = Refused(Sentence("Something went wrong on our side. Nothing was loaded: try again, or ask whoever looks after this."))


def read_beside(feed_id: UUID, by: Actor) -> None:
    """As soon as it is kept that somebody asked for it; where another is read, it waits its turn."""
    beside(f"feed {feed_id}", lambda: read_or_say_why(feed_id, by, wait=3600.0))


def read_or_say_why(feed_id: UUID, by: Actor, *, wait: float = 0.0) -> None:
    """Read it; whatever stops it is kept with it for whoever looks, and stops nothing else."""
    try:
        read_feed(feed_id, by=by, wait=wait)
    except Busy:
        return
    except Refused as refused:
        logging.getLogger(__name__).info("Feed %s: %s", feed_id, refused.sentence)
    except Exception:
        logging.getLogger(__name__).exception("Reading feed %s was broken off.", feed_id)
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            stop_reading(feed_id, say_refusal(BROKEN_OFF, by.vocabulary), goes_on=False, by=by, at=timezone.now())


def read_what_is_due() -> None:
    """Every feed that was not read for a day, or broke off: one after another. Whoever else does the same meanwhile does nothing."""
    now = timezone.now()
    with acting(READ_FEEDS, purpose=PURPOSE, at=now):
        due = Feed.objects.filter(ended_at__isnull=True).exclude(not_before__gt=now)
        due = due.filter(Q(read_at__isnull=True) | Q(read_at__lt=now - A_DAY) | Q(begun_at__isnull=False))
        keys = list(due.order_by("read_at", "id").values_list("id", flat=True))
    for key in keys:
        try:
            read_or_say_why(key, READ_FEEDS)
        except Error:
            logging.getLogger(__name__).exception("Feed %s was not read.", key)
