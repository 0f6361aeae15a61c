"""People we know in a group: what they do there, and how a taster day was for them. Under row security like all else about them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody

from ..words import CAME, DOES, TOLD
from .life import Group
from .tasters import Taster


class InGroup(AboutSomebody):
    """Somebody in a group, and what they do there, from a day until another; whoever has not come for long stays in it."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    does = ArrayField(models.TextField(choices=choices(DOES)), default=list, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["group"], name="people_in_a_group"), models.Index(fields=["person"], name="groups_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "group"], condition=Q(until__isnull=True), name="somebody_is_in_a_group_once"),
            models.CheckConstraint(name="somebody_is_in_a_group_forward", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
        ]


class Guest(AboutSomebody):
    """Somebody who was asked to a taster day: how they were told, whether they came, and what they said."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    taster = models.ForeignKey(Taster, on_delete=models.PROTECT, related_name="+")
    told = models.TextField(choices=choices(TOLD))
    told_on = models.DateField(null=True, blank=True)
    """The day on which they were told; nobody has told them yet, where it is empty."""
    came = models.TextField(choices=choices(CAME), blank=True)
    words = models.TextField(blank=True)
    wants_more = models.BooleanField(default=False)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["taster"], name="guests_of_a_taster"), models.Index(fields=["person"], name="tasters_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["person", "taster"], name="somebody_is_asked_to_a_taster_once")]
