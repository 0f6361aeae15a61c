"""A group, the stages it came to, and who holds what in it. Nobody we walk alongside is in these tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.directory.models import Entry
from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..rules import Reached
from ..words import HOLDERS, STAGES, STANDINGS, THINGS


class Group(Keyed):
    """A group of neighbours, from the day somebody wished for it. The team that keeps it sees it; what everybody sees is its entry."""

    keeping = NoPerson("A group, in words for the team alone (sql/of_ours.sql); who of our people is in it stands in tables of theirs.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    what_happens = models.TextField(blank=True)
    """What everybody reads of it, once it has begun."""
    times = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    across_ages = models.BooleanField(default=False)
    """Whether it is meant to bring young and old together; what counts as such is counted (across_ages.py)."""
    standing = models.TextField(choices=choices(STANDINGS), default="informal")
    standing_words = models.TextField(blank=True)
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    copied_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    # No foreign key yet: what is missing here is kept in the directory's room.
    gap = models.UUIDField(null=True, blank=True)
    """What was missing, of which it came."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "locality"], name="groups_of_a_locality")]
        constraints = [models.CheckConstraint(name="a_group_has_a_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name


class Step(Keyed):
    """A stage that a group came to, on a day. One that was taken back stays in its history."""

    keeping = NoPerson("A stage of a group, in words for the team alone.", Kept.WHILE_TRUE)

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    """Its place among all that were ever said of the group."""
    stage = models.TextField(choices=choices(STAGES))
    on = models.DateField()
    words = models.TextField(blank=True)
    many = models.PositiveIntegerField(null=True, blank=True)
    """How many said that they would come, of an interest that was heard."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="stages_of_a_group_have_an_order"),
            models.CheckConstraint(
                name="a_stage_taken_back_says_when_and_by_whom",
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True) | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]

    @property
    def reached(self) -> Reached:
        """As the rules take it."""
        return Reached(self.stage, self.on)


class Held(Keyed):
    """Who holds one of the five things of a group, from a day until another takes it."""

    keeping = NoPerson(
        "A job in a group, by a side of it and at most a first name for the team alone; nobody we walk alongside is named here.", Kept.WHILE_TRUE
    )

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="held")
    thing = models.TextField(choices=choices(THINGS))
    side = models.TextField(choices=choices(HOLDERS))
    who = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["group", "thing"], condition=Q(until__isnull=True), name="one_side_holds_a_thing_at_a_time"),
            models.CheckConstraint(name="what_is_held_is_held_forward", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
        ]
