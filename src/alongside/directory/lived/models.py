"""What an entry is really like: in the words of those who went, and in counts of what became of it, by team and month and by nobody."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import LIVED


class Impression(Keyed):
    """What it is really like, in the words of one of us who went, or of somebody who told us: for anybody, or for the team alone."""

    keeping = NoPerson("A place as somebody found it, and nobody's name; what is private is seen by that team alone (sql/of_ours.sql).", Kept.WHILE_TRUE)

    entry = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="impressions")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
    private = models.BooleanField(default=False)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["entry", "-at"], name="impressions_of_an_entry")]
        constraints = [models.CheckConstraint(name="an_impression_says_something", condition=~Q(words=""))]


class Lived(models.Model):
    """A count. Its key is a number and it holds a month, no day: nothing of it can be laid beside what stands in somebody's record."""

    keeping = NoPerson("Counts of a place by team and month.", Kept.WHILE_TRUE)

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="lived")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    """Its first day."""
    happened = models.TextField(choices=choices(LIVED))
    many = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["entry", "team", "month", "happened"], name="lived_is_counted_once"),
            models.CheckConstraint(name="a_month_is_its_first_day", condition=Q(month__day=1)),
        ]
