"""The dated extract from which a team's figures are counted, and the bridge from its numbers back to people."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.outcomes.words import SERVICES_USED
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.web.models import Keyed


class Extract(Keyed):
    """What a team's figures are counted from: numbers drawn by lot in place of people, days and kinds; no names, no words.

    Made only by the database function `make_evidence_extract` (sql/extract.sql), and read only by whoever may see the team's
    figures. The newest of a team is kept whole; of those before it, the day, the digest and how many rows there were.
    """

    keeping = NoPerson("Numbers drawn by lot, days and kinds; a policy of its own (sql/who_sees.sql) says who may count it.", Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digest = models.TextField()
    rows = models.JSONField()
    payload = models.BinaryField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-made_at"], name="extracts_of_a_team")]
        constraints = [models.UniqueConstraint(fields=["team"], condition=Q(payload__isnull=False), name="one_whole_extract_a_team")]


class CountedAhead(Keyed):
    """What was counted of an extract when it was made, over the periods that pages ask for most: so that these open at once.

    As soon as anything of the extract is another (somebody said no, or is protected since), it goes, and pages count for themselves.
    """

    keeping = NoPerson("Counts of an extract; a policy of its own (sql/who_sees.sql) says who may read it.", Kept.WITH_THE_RECORD)

    extract = models.OneToOneField(Extract, on_delete=models.CASCADE, related_name="+")
    made_from = models.TextField()
    """Which expressions it was counted by (as_sql.made_from): by another's no page goes."""
    counts = models.JSONField()

    class Meta:
        default_permissions = ()


class Link(models.Model):
    """Whom a number in an extract stands for. Seen only by whoever may see the person's record, so opening a figure is a join."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD, written_by_function=True)

    extract = models.ForeignKey(Extract, on_delete=models.CASCADE, related_name="links")
    number = models.IntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["person"], name="links_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["extract", "number"], name="a_number_stands_for_one_person")]


class Remainder(Keyed):
    """What is left of somebody who was forgotten, so that no figure of a period that is over changes: the same columns as an extract, days kept
    only by the quarter. No key leads to it or from it, and nobody reads it: extracts are made with it (sql/forgotten.sql)."""

    keeping = NoPerson("Whoever it was counted for is forgotten: kinds and quarters, no key, no words.", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    payload = models.JSONField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team"], name="remainders_of_a_team")]


class GivenOut(Keyed):
    """The receipt of an extract that left: to whom, for what, and how it was made safe. The extract itself is not kept, and no key leads back."""

    keeping = NoPerson("Counts, and to whom; nobody is in it (pooling/coarse.py).", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    given_to = models.TextField()
    purpose = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    unit = models.TextField()
    together = models.IntegerField()
    people = models.IntegerField()
    left_out = models.TextField()
    digest = models.TextField()

    @property
    def what_for(self) -> str:
        """In the words of whoever gave it."""
        return self.purpose

    class Meta:
        default_permissions = ()
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["team", "-at"], name="given_out_by_a_team")]


class LetOut(Keyed):
    """One breakdown of one total over one period as it left, small numbers held back: kept so that it never leaves again with other numbers.

    `by` is the figure, or nothing for the total itself; `numbers` its parts, null where they are held back. A manager may take back what left of a year
    with a reason, when it was let out too soon: it stays here, and what leaves then says that it is another edition.
    """

    keeping = NoPerson("Numbers that have left, small ones held back.", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    total = models.TextField()
    by = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField()
    numbers = models.JSONField()
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why_taken_back = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["team", "total", "by", "since", "until"], condition=Q(taken_back_at__isnull=True), name="a_figure_of_a_period_leaves_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True, why_taken_back="")
                | (Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(why_taken_back="")),
                name="what_left_is_taken_back_by_somebody_with_a_reason",
            ),
        ]


class BesideAService(Keyed):
    """What stands beside a team's use of one service: what everybody uses in a year and how alike two years are, what others did, what one use costs."""

    keeping = NoPerson("Means of others and costs, each with its source; nobody is in it.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    service = models.TextField(choices=choices(SERVICES_USED))
    everybody = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    again = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    anyway_source = models.TextField(blank=True)
    others_before = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    others_after = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    others_source = models.TextField(blank=True)
    pence = models.PositiveBigIntegerField(null=True)
    price_year = models.TextField(blank=True)
    uplift = models.DecimalField(max_digits=7, decimal_places=3, null=True)
    cost_source = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "service"], name="one_beside_each_service"),
            models.CheckConstraint(
                name="what_everybody_uses_has_a_source",
                condition=Q(everybody__isnull=True, again__isnull=True) | Q(everybody__isnull=False, again__isnull=False) & ~Q(anyway_source=""),
            ),
            models.CheckConstraint(
                name="what_others_used_has_a_source",
                condition=Q(others_before__isnull=True, others_after__isnull=True)
                | Q(others_before__isnull=False, others_after__isnull=False) & ~Q(others_source=""),
            ),
            models.CheckConstraint(name="what_a_use_costs_has_a_source", condition=Q(pence__isnull=True) | ~Q(price_year="") & ~Q(cost_source="")),
        ]
