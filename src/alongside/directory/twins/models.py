"""Two entries that may be one, and what a person said of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import TWIN_VERDICTS


class LikelyTwins(Keyed):
    """Two entries that may be one, how sure that is, and why; made anew at any time, and nothing until a person has said so."""

    keeping = NoPerson("Two entries of the directory.", Kept.WHILE_TRUE)

    one = models.ForeignKey("directory.Entry", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("directory.Entry", on_delete=models.CASCADE, related_name="+")
    sure = models.FloatField()
    reasons = models.JSONField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["-sure"], name="likely_twins_by_how_sure")]
        constraints = [models.UniqueConstraint(Least("one", "other"), Greatest("one", "other"), name="twins_are_told_once")]


class TwinsJudged(Keyed):
    """That a person said of two entries that they are one (the other is found no more) or two. Taken back, it stays as it was said."""

    keeping = NoPerson("Two entries of the directory.", Kept.WHILE_TRUE)

    stays = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="judged_beside")
    other = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="judged_apart")
    verdict = models.TextField(choices=choices(TWIN_VERDICTS))
    took = models.JSONField(default=dict, blank=True)
    """What the one that stays took over of the other, by field: how it was `before`, whether one of us had `put_right` that, and how it was `after`."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["stays"], condition=Q(ended_at__isnull=True), name="twins_of_the_one_that_stays")]
        constraints = [
            models.UniqueConstraint(Least("stays", "other"), Greatest("stays", "other"), condition=Q(ended_at__isnull=True), name="one_word_on_twins_stands"),
            models.UniqueConstraint(fields=["other"], condition=Q(ended_at__isnull=True, verdict="one"), name="an_entry_goes_into_one_other"),
            models.CheckConstraint(name="twins_are_two_entries", condition=~Q(stays=F("other"))),
            models.CheckConstraint(
                name="a_word_on_twins_is_taken_back_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
