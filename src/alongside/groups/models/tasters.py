"""Taster days, by their day, place and counts; whoever is named stands in tables of theirs."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import TOLD
from .life import Group


class Taster(Keyed):
    """A day on which people try something: how many came, what was said, what it cost."""

    keeping = NoPerson("A day and counts, in words for the team alone.", Kept.WHILE_TRUE)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="tasters")
    on = models.DateField()
    times = models.TextField(blank=True)
    place = models.TextField(blank=True)
    told = ArrayField(models.TextField(choices=choices(TOLD)), default=list, blank=True)
    bring = models.TextField(blank=True)
    """What the letter says besides: what to bring, how to get there."""
    came = models.PositiveIntegerField(null=True, blank=True)
    """Heads, those who are named among them."""
    more = models.PositiveIntegerField(null=True, blank=True)
    """How many want more of it."""
    words = models.TextField(blank=True)
    cost_pence = models.PositiveIntegerField(null=True, blank=True)
    """As somebody reckoned it: told only where no budget says what was spent (money.queries.money_of_taster)."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["group", "-on"], name="tasters_of_a_group")]
        constraints = [
            models.CheckConstraint(name="no_more_want_more_than_came", condition=Q(more__isnull=True) | Q(came__isnull=False, more__lte=models.F("came")))
        ]

    def each(self, pence: int | None) -> int | None:
        """What so much is for each who came, rounded to the penny; None where nobody came or nothing is said."""
        return round(pence / self.came) if pence is not None and self.came else None
