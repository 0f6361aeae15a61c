"""What whoever leads a group answered, six and twelve months after members took it over."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import GOING, THINGS, TOLD_US
from .gatherings import RegisterLink
from .life import Group, Step


class StillGoing(Keyed):
    """An answer, as it was told: by the link, and then `by` is nobody, or to one of us. It says nothing of the group's stage until one of us agrees."""

    keeping = NoPerson("What a group says of itself: sides, and words for the team alone.", Kept.WHILE_TRUE)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="answers")
    months = models.PositiveSmallIntegerField()
    going = models.TextField(choices=choices(GOING))
    held = models.JSONField(default=dict, blank=True)
    """By thing, the side that holds it; what nothing was said of is not in it."""
    needed = models.TextField(blank=True)
    words = models.TextField(blank=True)
    told_us = models.TextField(choices=choices(TOLD_US))
    link = models.ForeignKey(RegisterLink, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    step = models.ForeignKey(Step, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    """The stage that was said because of it; where that was taken back, the answer waits again."""
    taken_back_at = models.DateTimeField(null=True, blank=True)
    """Set aside by one of us, or told otherwise since."""

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["group", "-at"], name="answers_of_a_group")]
        constraints = [
            models.CheckConstraint(name="an_answer_is_after_six_or_twelve_months", condition=Q(months__in=[6, 12])),
            models.CheckConstraint(name="an_answer_is_told_by_somebody_or_by_a_link", condition=Q(by__isnull=False) | Q(link__isnull=False)),
        ]

    @property
    def in_order(self) -> list[tuple[str, str]]:
        """What it says of who holds what, in the order in which it is always said."""
        return [(thing.stored, self.held[thing.stored]) for thing in THINGS if thing.stored in self.held]

    @property
    def waits(self) -> bool:
        """Whether nobody has dealt with it yet, or the stage that was said of it was taken back (`queries.answers_waiting` asks the same)."""
        return self.taken_back_at is None and (self.step is None or self.step.taken_back_at is not None)
