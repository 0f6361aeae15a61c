"""Posts, what they cost, and the funding streams that pay shares of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Organisation
from alongside.web.models import Keyed

from ..posts import WHOLE, Costs, Paid, Stretch
from ..words import POSTS, STREAMS


class FundingStream(Keyed):
    """Money from one place for one purpose, and what whoever gives it wants to hear about."""

    keeping = NoPerson("Who pays for work.", Kept.WHILE_TRUE)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    kind = models.TextField(choices=choices(STREAMS))
    wants_to_hear = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="a_stream_has_its_own_name"),
            models.CheckConstraint(name="a_stream_is_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class StreamReader(Keyed):
    """A commissioner who reads what a stream's money did."""

    keeping = NoPerson("Staff and what they read: sums, and nobody.", Kept.WITH_THE_POST)

    stream = models.ForeignKey(FundingStream, on_delete=models.CASCADE, related_name="readers")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["stream", "staff"], name="a_stream_is_read_by_somebody_once")]


class Post(Keyed):
    """A job in a locality, from one day up to another."""

    keeping = NoPerson("A job, not who does it.", Kept.WHILE_TRUE)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    kind = models.TextField(choices=choices(POSTS))
    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="+")
    minutes_a_week = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="a_post_has_its_own_name"),
            models.CheckConstraint(name="a_post_is_named", condition=~Q(name="")),
            models.CheckConstraint(name="a_post_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gt=F("since"))),
            models.CheckConstraint(name="a_post_has_hours", condition=Q(minutes_a_week__range=(60, 3600))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def over(self) -> Stretch:
        """Its days."""
        return Stretch(self.since, self.until)


class PostCost(Keyed):
    """What a post costs in a year, from a day on until the next of them."""

    keeping = NoPerson("What a job costs, whoever does it.", Kept.WHILE_TRUE)

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="costs")
    since = models.DateField()
    pay_pence = models.PositiveBigIntegerField()
    on_costs_pence = models.PositiveBigIntegerField()
    """National Insurance, pension and what else comes with it."""

    class Meta:
        default_permissions = ()
        ordering = ["since"]
        constraints = [models.UniqueConstraint(fields=["post", "since"], name="a_post_has_one_cost_a_day")]

    @property
    def pence(self) -> int:
        """All of it."""
        return self.pay_pence + self.on_costs_pence

    @property
    def as_costs(self) -> Costs:
        """As the engine counts it."""
        return Costs(self.since, self.pence)


class Share(Keyed):
    """What part of a post one stream pays, and when. A row is never changed: what changes stands in another, `instead_of` it."""

    keeping = NoPerson("Who pays for a job.", Kept.WHILE_TRUE)

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="shares")
    stream = models.ForeignKey(FundingStream, on_delete=models.PROTECT, related_name="shares")
    parts = models.PositiveSmallIntegerField()
    """Of ten thousand."""
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    instead_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    gone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["since", "stream__name"]
        constraints = [
            models.CheckConstraint(name="a_share_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gt=F("since"))),
            models.CheckConstraint(name="a_share_is_a_part_of_a_post", condition=Q(parts__range=(1, WHOLE))),
            models.CheckConstraint(
                name="a_share_goes_by_somebody", condition=Q(gone_by__isnull=True, gone_at__isnull=True) | Q(gone_by__isnull=False, gone_at__isnull=False)
            ),
        ]

    @property
    def over(self) -> Stretch:
        """Its days."""
        return Stretch(self.since, self.until)

    @property
    def as_paid(self) -> Paid:
        """As the engine counts it."""
        return Paid(self.stream_id, self.parts, self.over)
