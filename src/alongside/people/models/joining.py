"""Two records that are one person's, and how that is undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import PROPOSAL_ANSWERS
from .who import AboutSomebody, Person


class Joining(AboutSomebody):
    """Two records turned out to be one person's: `other` was carried over to `person`. It can be undone, whole, the newest first."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="joinings_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["other"], condition=Q(undone_at__isnull=True), name="joined_to_one_at_a_time"),
            models.CheckConstraint(
                name="a_joining_undone_says_by_whom",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]


class JoinedRow(Keyed):
    """One row that a joining touched: how, and what it held. Written and read by the functions that join and part (access/sql/joining.sql)."""

    keeping = Keeping(Part.RECORD, {"was": "{}", "became": "{}"}, Kept.WITH_THE_RECORD, hidden=True, written_by_function=True)

    joining = models.ForeignKey(Joining, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    table = models.TextField(db_column="table_name")
    column = models.TextField(db_column="column_name")
    row = models.TextField(db_column="row_key")
    how = models.TextField()
    was = models.JSONField()
    became = models.JSONField(null=True)

    class Meta:
        default_permissions = ()


class Proposal(AboutSomebody):
    """Somebody who sees only one of two records proposes that both are one person's; one row on each side, written by functions (access/sql/proposing.sql).

    `asked` is the side that was asked: whoever sees it answers. Nobody is told who stands on the other side.
    """

    keeping = Keeping(Part.RECORD, {"words": "She told me of you.", "answer_words": ""}, Kept.WITH_THE_RECORD, written_by_function=True)

    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    together = models.UUIDField()
    asked = models.BooleanField()
    strength = models.TextField()
    words = models.TextField(blank=True)
    answer = models.TextField(blank=True, choices=choices(PROPOSAL_ANSWERS))
    answer_words = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="proposals_of_a_person"), models.Index(fields=["together"], name="proposals_together")]


class NotTheSame(AboutSomebody):
    """Somebody looked at both, and they are two people: not to be asked again."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "other"], name="told_apart_once")]
