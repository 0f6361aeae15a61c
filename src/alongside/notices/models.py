"""What goes out, word for word, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .words import KINDS, STATES, WAYS


class Notice(Keyed):
    """One thing that goes to somebody elsewhere. Its words and its Message-ID are made once: a second try sends the same again.

    `taker` is the worker that carries it, while it does; `begun_at`, when that began to give the words over: from there to the answer
    nobody can know whether it went.
    """

    keeping = NoPerson("Fixed sentences and a link, to whoever leads a group, works elsewhere or works here: addresses for the team alone.", Kept.A_WHILE_AFTER)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=choices(KINDS))
    way = models.TextField(choices=choices(WAYS))
    to = models.TextField()
    called = models.TextField(blank=True)
    subject_line = models.TextField()
    words = models.TextField()
    reply_to = models.TextField(blank=True)
    message_id = models.TextField(unique=True)
    about = models.TextField(blank=True)
    once = models.TextField(blank=True)
    state = models.TextField(choices=choices(STATES), default="waiting")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    """One of us; nobody where it was due by the clock."""
    at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    tried_since = models.DateTimeField(null=True, blank=True)
    """When one of us sent it again; the two days after which we give up begin anew."""
    taker = models.IntegerField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(blank=True)
    why = models.TextField(blank=True)
    by_hand = models.BooleanField(default=False)
    """One of us did it, or heard that it came."""

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="waiting"), name="notices_that_wait"),
            models.Index(fields=["team", "-at"], name="notices_of_a_team"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["once"], condition=~Q(once=""), name="what_is_due_once_goes_once"),
            models.CheckConstraint(name="what_is_being_handed_over_has_somebody_who_does", condition=~Q(state="handing over") | Q(taker__isnull=False)),
            models.CheckConstraint(
                name="what_is_settled_says_when",
                condition=Q(state__in=["gone", "not gone", "taken back"], settled_at__isnull=False)
                | Q(state__in=["waiting", "handing over", "may have gone"], settled_at__isnull=True),
            ),
        ]
