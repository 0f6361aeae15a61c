"""The starter pack as a team writes it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import PACK


class PackPage(Keyed):
    """A page of the starter pack in a team's own words; where there is none, ours stands (starter_pack.yaml)."""

    keeping = NoPerson("What any group may want to know.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    subject = models.TextField(choices=choices(PACK))
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "subject"], name="a_team_writes_each_page_of_its_pack_once"),
            models.CheckConstraint(name="a_page_of_a_pack_says_something", condition=~Q(words="")),
        ]
