"""How often they and we are in touch, as they agreed to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.journeys.words import RHYTHMS
from alongside.people.models import AboutSomebody


class Rhythm(AboutSomebody):
    """What was agreed about being in touch. Each time it is said anew is a row; the newest holds."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    kind = models.TextField(choices=choices(RHYTHMS))
    every_days = models.PositiveSmallIntegerField(null=True, blank=True)
    not_before = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-at"], name="rhythms_of_a_person")]
        constraints = [models.CheckConstraint(name="every_so_many_days_says_how_many", condition=~Q(kind="every") | Q(every_days__gte=1))]
