"""One line for every deed and every look, chained; and what rows held before they changed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part


class Entry(models.Model):
    """One line of the trail: who, when, what, about whom, for what purpose.

    Written only by the database function `trail_append` (sql/chain.sql), which makes the chain. No names and no
    note text in it, so that erasing a person leaves the chain whole.
    """

    keeping = NoPerson("Keys only: no name, no words. Whoever may see a person's trail sees its lines (access).", Kept.WITH_THE_TRAIL)

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    # No foreign keys: the trail must outlive whatever it describes.
    actor_id = models.UUIDField()
    role = models.TextField()
    verb = models.TextField()
    about = models.TextField()
    people = ArrayField(models.UUIDField())
    purpose = models.TextField()
    outcome = models.TextField()
    commitment = models.BinaryField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        default_permissions = ()
        indexes = [GinIndex(fields=["people"], name="trail_of_a_person"), models.Index(fields=["actor_id", "-seq"], name="trail_of_an_actor")]
        constraints = [
            models.CheckConstraint(
                name="a_line_holds_no_separator",
                condition=~models.Q(verb__contains="\x1f")
                & ~models.Q(about__contains="\x1f")
                & ~models.Q(purpose__contains="\x1f")
                & ~models.Q(role__contains="\x1f")
                & ~models.Q(outcome__contains="\x1f"),
            )
        ]


class Reason(models.Model):
    """Words that belong to a line. The chain holds only their salted hash, so they can be erased."""

    keeping = Keeping(Part.TRAIL, {"text": "A reason was given."}, Kept.WITH_THE_TRAIL, written_by_function=True)

    seq = models.BigIntegerField(primary_key=True)
    person_id = models.UUIDField()
    salt = models.UUIDField()
    text = models.TextField()

    class Meta:
        default_permissions = ()


class Change(models.Model):
    """What a row held before it was changed or removed, by whatever means; written by a trigger on every table with a person, or with rights.

    Of somebody's rights (`staff_id`, no person and no part) no page reads anything: only whoever holds the owner's password.
    `together` is the number of all that one transaction changed; a line of the trail vouches for it. `was` counts there by its
    `commitment`, so that it can be erased.
    """

    keeping = Keeping(Part.RECORD, {"was": "{}"}, Kept.WITH_THE_RECORD, written_by_function=True)

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    table = models.TextField(db_column="table_name")
    row = models.TextField(db_column="row_id")
    person_id = models.UUIDField(null=True)
    staff_id = models.UUIDField(null=True)
    part = models.TextField()
    deed = models.TextField()
    was = models.JSONField(null=True)
    salt = models.UUIDField(null=True)
    commitment = models.BinaryField(default=b"", db_default=b"")
    together = models.BigIntegerField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["person_id", "-id"], name="changes_of_a_person")]
        constraints = [models.CheckConstraint(name="a_change_is_of_a_record_or_of_rights", condition=models.Q(person_id__isnull=False) ^ models.Q(part=""))]
