"""Whom a team hands to, and what each side says is theirs. Nobody we walk alongside is in these tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import KINDS_OF_RECEIVER, WHAT_THEY_ARE


class Receiver(Keyed):
    """A person, a post or a duty of another service, and how to reach them: also now, when it cannot wait."""

    keeping = NoPerson("Professionals of other services, at work.", Kept.WITH_THE_POST)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    kind = models.TextField(choices=choices(KINDS_OF_RECEIVER))
    nature = models.TextField(choices=choices(WHAT_THEY_ARE), default="person")
    organisation = models.TextField(blank=True)
    email = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    now = models.TextField(blank=True)
    """How somebody is reached there when it cannot wait."""
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    retired_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "kind", "name"], name="a_team_names_a_receiver_once"),
            models.CheckConstraint(name="a_receiver_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}" if self.organisation else self.name


class WhoDoesWhat(Keyed):
    """What a team says of the boundary with one profession: ours, yours, together. Each version stays; the newest holds."""

    keeping = NoPerson("How two roles share their work.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=choices(KINDS_OF_RECEIVER))
    ours = models.TextField(blank=True)
    theirs = models.TextField(blank=True)
    together = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "kind", "-at"], name="boundaries_of_a_team")]
        constraints = [models.CheckConstraint(name="a_boundary_says_something", condition=~Q(ours="", theirs="", together=""))]
