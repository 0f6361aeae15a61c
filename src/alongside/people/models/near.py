"""What somebody would like of a neighbour, and whom they must not meet."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part

from .who import AboutSomebody


class WouldLike(AboutSomebody):
    """What somebody would like a neighbour to do with them or for them: their choice to be asked, from a day until they withdraw it."""

    keeping = Keeping(Part.RECORD, {"words": "Company on a walk.", "how_they_said_so": "aloud"}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    how_they_said_so = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="wished_of_a_person")]


class KeptApart(AboutSomebody):
    """Somebody whom they must never be brought together with, by name: a safety matter, whoever walks alongside the other."""

    keeping = Keeping(Part.RECORD, {"name": "Somebody", "why": "For their safety."}, Kept.WITH_THE_RECORD)

    name = models.TextField()
    why = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="walls_of_a_person")]
        constraints = [models.CheckConstraint(name="a_wall_stands_before_somebody", condition=~Q(name=""))]
