"""A complaint: something in an entry is not right, says a visitor or one of us."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import BECAME_OF_IT, COMPLAINED_OF

LONGEST = 500
"""Letters of a complaint."""


class Complaint(Keyed):
    """Without a team it was said on the open noticeboard, by nobody we know (sql/complaints.sql)."""

    keeping = NoPerson("What is wrong with an entry, from somebody whose name nobody asks; seen by the teams whose patch it lies in.", Kept.WHILE_TRUE)

    entry = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="complaints")
    about = models.TextField(choices=choices(COMPLAINED_OF))
    words = models.TextField(blank=True)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    became = models.TextField(choices=choices(BECAME_OF_IT), blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["entry", "-at"], name="complaints_of_an_entry"),
            models.Index(fields=["-id"], name="complaints_that_are_open", condition=Q(settled_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(name="a_complaint_is_short", condition=LessThanOrEqual(Length("words"), LONGEST)),
            models.CheckConstraint(
                name="a_team_complains_by_somebody", condition=Q(team__isnull=True, by__isnull=True) | Q(team__isnull=False, by__isnull=False)
            ),
            models.CheckConstraint(
                name="a_complaint_was_settled_by_somebody",
                condition=Q(became="", settled_at__isnull=True, settled_by__isnull=True)
                | ~Q(became="") & Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]
