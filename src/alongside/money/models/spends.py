"""Spends: on an activity, a taster or a group, never on a person; what it came to, its receipt, and what was brought in beside it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.directory.models import Entry
from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.groups.models import Group, Taster
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import ANSWERS, BROUGHT, GRANT, SPENT_ON, WAYS_TO_SPEND
from .budgets import Budget


def _both_or_neither(by: str, at: str) -> Q:
    return Q(**{f"{by}__isnull": True, f"{at}__isnull": True}) | Q(**{f"{by}__isnull": False, f"{at}__isnull": False})


class Spend(Keyed):
    """Somebody wishes to spend so much on something that people want to do."""

    keeping = NoPerson("What money is for: an activity, a taster or a group, never a person.", Kept.WITH_THE_TRAIL)

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="spends")
    spent_on = models.TextField(choices=choices(SPENT_ON))
    words = models.TextField()
    group = models.ForeignKey(Group, null=True, on_delete=models.PROTECT, related_name="+")
    taster = models.ForeignKey(Taster, null=True, on_delete=models.PROTECT, related_name="+")
    """The taster day of the group that it was for: what a day cost is the sum of these."""
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.TextField(choices=choices(WAYS_TO_SPEND))
    tenths_of_a_mile = models.PositiveIntegerField(null=True)
    pence = models.PositiveBigIntegerField()
    """As it was asked for."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    needs_a_yes = models.BooleanField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(choices=choices(ANSWERS), blank=True)
    answer_words = models.TextField(blank=True)
    came_to_pence = models.PositiveBigIntegerField(null=True)
    spent_on_day = models.DateField(null=True)
    gone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    gone_at = models.DateTimeField(null=True)
    paid_on = models.DateField(null=True)
    """Mileage and expenses: when whoever spent it had it back."""
    paid_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(name="a_spend_says_what_for", condition=~Q(words="")),
            models.CheckConstraint(name="a_spend_is_of_something", condition=Q(pence__gt=0)),
            models.CheckConstraint(name="a_spend_on_a_taster_is_on_its_group", condition=Q(taster__isnull=True) | Q(group__isnull=False)),
            models.CheckConstraint(name="a_grant_goes_to_a_group", condition=~Q(way=GRANT) | Q(group__isnull=False)),
            models.CheckConstraint(
                name="an_answer_is_somebody_elses",
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False, needs_a_yes=True) & ~Q(answered_by=F("by"))),
            ),
            models.CheckConstraint(
                name="nothing_is_spent_without_the_yes_it_needs",
                condition=Q(came_to_pence__isnull=True, spent_on_day__isnull=True)
                | Q(came_to_pence__gt=0, spent_on_day__isnull=False, gone_at__isnull=True) & (Q(needs_a_yes=False) | Q(answer="yes")),
            ),
            models.CheckConstraint(name="a_spend_is_taken_back_by_somebody", condition=_both_or_neither("gone_by", "gone_at")),
            models.CheckConstraint(
                name="what_is_paid_back_was_spent",
                condition=_both_or_neither("paid_by", "paid_on") & (Q(paid_on__isnull=True) | Q(came_to_pence__isnull=False)),
            ),
            models.CheckConstraint(
                name="miles_are_of_mileage", condition=Q(way="mileage", tenths_of_a_mile__gt=0) | (~Q(way="mileage") & Q(tenths_of_a_mile__isnull=True))
            ),
        ]

    @property
    def stage(self) -> str:
        """Where it stands."""
        if self.gone_at:
            return "taken back"
        if self.came_to_pence is not None:
            return "spent"
        if self.needs_a_yes and self.answer != "yes":
            return "not agreed" if self.answer else "waits"
        return "agreed"


class Receipt(Keyed):
    """A page of a receipt, drawn anew: its dots and nothing else. It may show a name, so few open it."""

    keeping = NoPerson(
        "A receipt of ours; whoever stands on it is a shop or one of us, and whoever spent it and their manager alone open it.", Kept.WITH_THE_TRAIL
    )

    spend = models.ForeignKey(Spend, on_delete=models.PROTECT, related_name="receipts")
    number = models.PositiveSmallIntegerField()
    drawn = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["spend", "number"], name="pages_of_a_receipt_have_an_order")]


class Brought(Keyed):
    """What something brought in: cash of others, things and hours in kind, or money that ours let loose elsewhere."""

    keeping = NoPerson("What came to an activity or a group, from nobody by name.", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=choices(BROUGHT))
    words = models.TextField()
    pence = models.PositiveBigIntegerField()
    how_valued = models.TextField(blank=True)
    on = models.DateField()
    group = models.ForeignKey(Group, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    gone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["-on", "-at"]
        constraints = [
            models.CheckConstraint(name="what_is_brought_is_something", condition=Q(pence__gt=0) & ~Q(words="")),
            models.CheckConstraint(name="what_is_in_kind_says_how_it_is_valued", condition=~Q(kind="in kind") | ~Q(how_valued="")),
            models.CheckConstraint(name="what_was_brought_goes_by_somebody", condition=_both_or_neither("gone_by", "gone_at")),
        ]
