"""One colleague's people become another's, from a day on and for good."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.people.models import AboutSomebody
from alongside.web.models import Keyed

from .walking import STAFF, Alongside


class HandOver(Keyed):
    """From a day on one colleague walks alongside in place of another; whom that concerns stands in `HandedOver`."""

    keeping = NoPerson("Who took over from which colleague, and from when; whom that concerns stands in a table of its own.", Kept.WITH_THE_POST)

    giver = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    by = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    """When whoever takes over said that they have read of it."""
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["taker", "-since"], condition=Q(undone_at__isnull=True), name="handed_to_a_colleague"),
            models.Index(fields=["giver", "-since"], condition=Q(undone_at__isnull=True), name="handed_by_a_colleague"),
        ]
        constraints = [
            models.CheckConstraint(name="nobody_takes_over_from_themselves", condition=~Q(taker=F("giver"))),
            models.CheckConstraint(
                name="a_hand_over_that_was_undone_says_when_and_by_whom",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]


class HandedOver(AboutSomebody):
    """One of those who were handed over, with a word to whoever goes on, and the rows that went with them: what it takes to undo it whole."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    hand_over = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="people")
    words = models.TextField(blank=True)
    # Empty once it was taken back, where the walk that went on goes when an earlier hand-over is taken back, too.
    ended = models.ForeignKey(Alongside, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Empty where whoever takes over walked alongside them already.
    began = models.ForeignKey(Alongside, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    steps = ArrayField(models.UUIDField(), default=list, blank=True)
    waits = ArrayField(models.UUIDField(), default=list, blank=True)
    visits = ArrayField(models.UUIDField(), default=list, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    """When it was undone for them; whoever has been handed on since stays handed over."""

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-at"], name="hand_overs_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["hand_over", "person"], name="handed_over_once"),
            models.CheckConstraint(name="who_was_handed_over_ended_a_walk_until_taken_back", condition=Q(ended__isnull=False) | Q(taken_back_at__isnull=False)),
        ]
