"""A gap: something that somebody would like and that is not there; wherever a person stands beside one, that is their record's (connections.GapOf)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..wishing import Wish
from ..words import HEARD_IN, NOT_FOR_ME_BECAUSE


class Gap(Keyed):
    """A kept wish. Without a team it was said on the open noticeboard, by nobody we know (sql/gaps.sql)."""

    keeping = NoPerson("What is wished for near a part of town, and nobody's name: words with a name or a number in them are refused.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
    near = models.TextField(blank=True)
    """A part of town, as people say it; never a whole postcode."""
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    """Rounded to about a kilometre."""
    reach = models.PositiveIntegerField(null=True, blank=True)
    """How far they can go, in metres."""
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    access = ArrayField(models.TextField(), default=list, blank=True)
    free_only = models.BooleanField(default=False)
    left = ArrayField(models.TextField(), default=list, blank=True)
    """What was read from the words and taken back, as finding keeps it."""
    spoken = models.TextField(blank=True)
    """A language that is to be spoken there, by its code."""
    how_many = models.PositiveIntegerField(default=1)
    """How many would come."""
    heard_in = models.TextField(choices=choices(HEARD_IN), default="search", db_default="search")
    stood_in_the_way = models.TextField(choices=choices(NOT_FOR_ME_BECAUSE), blank=True, default="", db_default="")
    """What stood in the way of what there is, where something was tried."""
    entry = models.ForeignKey("directory.Entry", null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    """What there is now."""
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_of = models.JSONField(default=dict, db_default={}, blank=True)
    """What came of it that whoever wished heard, where their name stands nowhere: by its key (an entry's, or of gaps/sql/news.sql), each with the day."""
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["-id"], name="gaps_that_are_open", condition=Q(ended_at__isnull=True, answered_at__isnull=True)),
            models.Index(fields=["team", "-id"], name="gaps_of_a_team"),
        ]
        constraints = [
            models.CheckConstraint(name="a_gap_says_what", condition=~Q(words="")),
            models.CheckConstraint(name="somebody_would_come", condition=Q(how_many__gte=1)),
            models.CheckConstraint(
                name="a_gap_is_near_both_its_degrees",
                condition=Q(latitude__isnull=True, longitude__isnull=True) | Q(latitude__isnull=False, longitude__isnull=False),
            ),
            models.CheckConstraint(
                name="a_team_keeps_a_gap_by_somebody", condition=Q(team__isnull=True, by__isnull=True) | Q(team__isnull=False, by__isnull=False)
            ),
            models.CheckConstraint(
                name="what_answers_a_gap_was_said_by_somebody",
                condition=Q(entry__isnull=True, answered_at__isnull=True, answered_by__isnull=True)
                | Q(entry__isnull=False, answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_gap_was_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]

    @property
    def state(self) -> str:
        """open, answered or ended."""
        return "ended" if self.ended_at else "answered" if self.answered_at else "open"

    def wish(self) -> Wish:
        """What finding would look for, today as on the day it was said."""
        return Wish(
            words=self.words,
            latitude=self.latitude,
            longitude=self.longitude,
            reach=self.reach,
            days=frozenset(self.days),
            access=frozenset(self.access),
            free_only=self.free_only,
            left=frozenset(self.left),
            spoken=self.spoken,
        )
