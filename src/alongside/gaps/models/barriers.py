"""What stands in the way of what is missing, who sees to it by when, and everything that was ever said of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..rules import Said
from ..words import BARRIER_STATES, BARRIERS
from .bundles import Bundle, both_or_neither


class Barrier(Keyed):
    """A barrier for the leadership group. Whoever owns it is named by their work, and is nobody we walk alongside."""

    keeping = NoPerson("What stands in the way here, for the leadership group; no one we walk alongside is named.", Kept.WHILE_TRUE)

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="barriers")
    kind = models.TextField(choices=choices(BARRIERS))
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="a_barrier_says_what_stands_in_the_way", condition=~Q(words=""))]


class BarrierStep(Keyed):
    """What was said of a barrier, on a day; what was taken back stays in its history."""

    keeping = NoPerson("How a barrier stands, and who sees to it, by their work.", Kept.WHILE_TRUE)

    barrier = models.ForeignKey(Barrier, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    """Its place among all that was ever said of it."""
    state = models.TextField(choices=choices(BARRIER_STATES))
    on = models.DateField()
    words = models.TextField(blank=True)
    owner = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["barrier", "number"], name="what_is_said_of_a_barrier_has_an_order"),
            models.CheckConstraint(name="whoever_sees_to_a_barrier_has_a_day", condition=~Q(state="owned") | (~Q(owner="") & Q(by_when__isnull=False))),
            models.CheckConstraint(name="what_became_of_a_barrier_is_said", condition=~Q(state__in=["cleared", "cannot"]) | ~Q(words="")),
            models.CheckConstraint(name="taken_back_of_a_barrier_says_when_and_by_whom", condition=both_or_neither("taken_back_at", "taken_back_by")),
        ]

    @property
    def said(self) -> Said:
        """As the rules take it."""
        return Said(self.state, self.on, self.words, self.owner, self.by_when)
