"""Grants that an organisation gave or received, as 360Giving's form says them."""

from __future__ import annotations

from django.db import models

from alongside.foundation.keeping import Kept, NoPerson
from alongside.teams.models import Organisation
from alongside.web.models import Keyed


class Grant(Keyed):
    """One grant: what we reckon with, and all that was said of it, so that it leaves as it came."""

    keeping = NoPerson("A grant to an organisation, as it was published; a grant to a person is not taken.", Kept.WHILE_TRUE)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key = models.TextField()
    title = models.TextField()
    recipient = models.TextField()
    funder = models.TextField()
    pence = models.PositiveBigIntegerField()
    awarded_on = models.DateField()
    said = models.JSONField()

    class Meta:
        default_permissions = ()
        ordering = ["-awarded_on", "key"]
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="a_grant_stands_here_once")]
