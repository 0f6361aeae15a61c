"""Budgets of a year, and the book of every movement of money."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..ledger import FREE, WAYS
from ..words import KINDS, POTS

_GOES_ITS_WAY = reduce(
    or_,
    (
        Q(kind=kind, source_pot=one, target_pot=other, reverses__isnull=back)
        for kind, (source, target) in WAYS.items()
        for one, other, back in ((source, target, True), (target, source, False))
    ),
)


class Ways(Keyed):
    """How a team goes about money: up to which sum one decides alone, what a mile is paid, whether small sums for one person's own idea are known."""

    keeping = NoPerson("What a team chose.", Kept.WHILE_TRUE)

    team = models.OneToOneField(Team, on_delete=models.CASCADE, related_name="+")
    limit_pence = models.PositiveBigIntegerField(default=10_000)
    mile_pence = models.PositiveSmallIntegerField(default=45)
    own_ideas = models.BooleanField(default=False)
    own_idea_pence = models.PositiveBigIntegerField(default=10_000)
    """The most that one of them may come to."""

    class Meta:
        default_permissions = ()


class Budget(Keyed):
    """Money for a financial year: of a locality, or of one officer; of the whole team where it is neither's."""

    keeping = NoPerson("Money for what people want to do.", Kept.WITH_THE_TRAIL)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    """In whose April it begins."""
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "locality", "officer", "year"], nulls_distinct=False, name="one_budget_a_year"),
            models.CheckConstraint(name="a_budget_is_of_this_century", condition=Q(year__range=(2000, 2099))),
        ]


class Closing(Keyed):
    """A budget's year was closed; and reopened, where it was."""

    keeping = NoPerson("That a year is closed.", Kept.WITH_THE_TRAIL)

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="closings")
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    why_reopened = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["closed_at"]
        constraints = [
            models.UniqueConstraint(fields=["budget"], condition=Q(reopened_at__isnull=True), name="a_year_is_closed_once"),
            models.CheckConstraint(
                name="a_year_is_reopened_by_somebody_with_a_reason",
                condition=Q(reopened_at__isnull=True, reopened_by__isnull=True)
                | (Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(why_reopened="")),
            ),
        ]


class Movement(Keyed):
    """So many pence from one pot to another: the same leaves as arrives. Never changed and never removed; only reversed, by another."""

    keeping = NoPerson("A line in a book of money.", Kept.WITH_THE_TRAIL)

    kind = models.TextField(choices=choices(KINDS))
    source = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="+")
    source_pot = models.TextField(choices=choices(POTS))
    target = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="+")
    target_pot = models.TextField(choices=choices(POTS))
    pence = models.PositiveBigIntegerField()
    on = models.DateField()
    words = models.TextField(blank=True)
    spend = models.ForeignKey("money.Spend", null=True, on_delete=models.PROTECT, related_name="movements")
    closing = models.ForeignKey(Closing, null=True, on_delete=models.PROTECT, related_name="movements")
    reverses = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["source", "source_pot"], name="what_went_from_a_pot"),
            models.Index(fields=["target", "target_pot"], name="what_came_to_a_pot"),
        ]
        constraints = [
            models.CheckConstraint(name="a_movement_moves_something", condition=Q(pence__gt=0)),
            models.CheckConstraint(name="a_movement_goes_somewhere", condition=~Q(source=F("target"), source_pot=F("target_pot"))),
            models.CheckConstraint(name="money_moves_between_budgets_as_it_is", condition=Q(source=F("target")) | Q(source_pot=FREE, target_pot=FREE)),
            models.CheckConstraint(name="a_movement_goes_its_way", condition=_GOES_ITS_WAY),
        ]
