"""Valuations of a team, and the versions of them that stay as they are."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.foundation.keeping import Kept, NoPerson
from alongside.teams.models import Team
from alongside.web.models import Keyed


class Worked(Keyed):
    """A valuation that a manager works on: what is valued of a financial year, and every assumption with its source. Its figures move with it."""

    keeping = NoPerson("Assumptions and their sources; people are counted elsewhere.", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    year = models.PositiveSmallIntegerField()
    """The financial year that began in April of this year."""
    sheet = models.JSONField()
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ["-year", "name", "id"]
        indexes = [models.Index(fields=["team", "-year"], name="valuations_of_a_team")]

    def __str__(self) -> str:
        return self.name


class Version(Keyed):
    """A valuation as it was said at one moment: its sheet, its rows, the sum of the extract they were counted from, and what came out. Never changed."""

    keeping = NoPerson("How many people had which combination of changes; no number stands for anybody.", Kept.WITH_THE_TRAIL)

    of = models.ForeignKey(Worked, on_delete=models.PROTECT, related_name="versions")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sheet = models.JSONField()
    rows = models.JSONField()
    extract_digest = models.TextField()
    extract_made_on = models.DateField()
    seed = models.PositiveIntegerField()
    draws = models.PositiveIntegerField()
    told = models.JSONField()
    beside = models.JSONField(null=True)
    """WELLBYs as they stood beside it, with all that they are worked out of; none where it was kept before they did."""
    digest = models.TextField()

    class Meta:
        default_permissions = ()
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="versions_are_numbered")]
