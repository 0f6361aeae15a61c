"""What was settled where one of us and a source said different things."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import TOOK


class Settled(Keyed):
    """Whose word stands in one field of an entry, and what both said then: so that it is not asked again, and can be taken back."""

    keeping = NoPerson("Two tellings of a group, a place, an activity or a service.", Kept.WHILE_TRUE)

    entry = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="settled")
    field = models.TextField()
    took = models.TextField(choices=choices(TOOK))
    ours = models.JSONField()
    theirs = models.JSONField()
    since = models.TextField(blank=True)
    """The day on which ours was put right."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["entry", "field"], name="settled_of_an_entry"),
            models.Index(fields=["-at"], name="settled_lately"),
        ]
