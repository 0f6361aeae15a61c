"""Wishes that are one, as somebody said; and the idea of a group that came of them. Nobody's name is in these tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.directory.models import Gap
from alongside.foundation.keeping import Kept, NoPerson
from alongside.groups.models import Group
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed


def both_or_neither(at: str, by: str) -> Q:
    """When and by whom: both are said, or neither."""
    return Q(**{f"{at}__isnull": True, f"{by}__isnull": True}) | Q(**{f"{at}__isnull": False, f"{by}__isnull": False})


class Bundle(Keyed):
    """What is missing here: wishes that have grown together, for the team that keeps them (sql/of_ours.sql)."""

    keeping = NoPerson("What is missing near a part of town, in a few words; whose the wishes are stands with them, in tables of persons.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    apart_at = models.DateTimeField(null=True, blank=True)
    apart_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-id"], name="missing_of_a_team")]
        constraints = [
            models.CheckConstraint(name="what_is_missing_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="taken_apart_says_when_and_by_whom", condition=both_or_neither("apart_at", "apart_by")),
        ]

    def __str__(self) -> str:
        return self.name


class Together(Keyed):
    """A wish that is one of these, until it is taken out; a wish is in one place of a team at a time."""

    keeping = NoPerson("Which wishes are one; nobody in it.", Kept.WHILE_TRUE)

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="wishes")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="together")
    because = models.TextField(blank=True)
    """Why it was suggested, as it was said to whoever confirmed it."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "gap"], condition=Q(left_at__isnull=True), name="a_wish_grows_in_one_place"),
            models.CheckConstraint(name="taken_out_says_when_and_by_whom", condition=both_or_neither("left_at", "left_by")),
        ]


class Different(Keyed):
    """Two wishes that look alike and are different, as somebody said: nobody is asked again until that is taken back."""

    keeping = NoPerson("Which wishes are different; nobody in it.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "one", "other"], condition=Q(taken_back_at__isnull=True), name="two_wishes_are_different_once"),
            models.CheckConstraint(name="the_lesser_key_of_two_wishes_comes_first", condition=Q(one__lt=F("other"))),
            models.CheckConstraint(name="alike_after_all_says_when_and_by_whom", condition=both_or_neither("taken_back_at", "taken_back_by")),
        ]


class Idea(Keyed):
    """The group that came of it, from the day somebody said so."""

    keeping = NoPerson("Which group came of which wishes; nobody in it.", Kept.WHILE_TRUE)

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="ideas")
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="came_of")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["bundle"], condition=Q(taken_back_at__isnull=True), name="one_idea_at_a_time"),
            models.CheckConstraint(name="an_idea_taken_back_says_when_and_by_whom", condition=both_or_neither("taken_back_at", "taken_back_by")),
        ]
