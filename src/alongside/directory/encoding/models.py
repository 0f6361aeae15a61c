"""What an entry means, kept beside it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Kept, NoPerson


class Encoded(models.Model):
    """What an entry means, as vectors (closeness/), and when it was last changed: by this the columns in memory are kept in step.

    A trigger on the entries writes `changed` and `text`, whoever changes an entry and however (migrations/0005_encoded.py).
    """

    keeping = NoPerson("Vectors of what an entry says.", Kept.WHILE_TRUE)

    entry = models.OneToOneField("directory.Entry", primary_key=True, on_delete=models.CASCADE, related_name="encoded")
    changed = models.BigIntegerField()
    """The transaction in which the entry, or this, was last written."""
    text = models.TextField()
    """A digest of the text that the entry has."""
    of_text = models.TextField(blank=True, db_default="")
    """The digest of the text of which the vectors are."""
    vectors = models.BinaryField(null=True)
    """Of the whole, the name and the pieces of the description: rows of half floats."""

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["changed"], name="encoded_by_change"),
            models.Index(fields=["entry"], condition=~Q(of_text=F("text")), name="encoded_that_wait"),
        ]
