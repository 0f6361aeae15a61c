"""What changed in somebody's life, good or bad, and how much of it was others' doing."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody

from .words import DIRECTIONS, SHARES


class LifeChange(AboutSomebody):
    """A change, named in the person's words."""

    keeping = Keeping(Part.RECORD, {"words": "Something changed.", "whose_doing": ""}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    direction = models.TextField(choices=choices(DIRECTIONS))
    noticed_on = models.DateField()
    others_share = models.TextField(choices=choices(SHARES))
    whose_doing = models.TextField(blank=True)
    would_have_happened = models.TextField(choices=choices(SHARES))
    amended_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-noticed_on"], name="changes_in_a_life")]
        constraints = [models.CheckConstraint(name="a_change_is_told", condition=~Q(words=""))]
