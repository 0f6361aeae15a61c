"""Everything people gather for, or can turn to, near here."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast, Right, Upper

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .complaints.models import Complaint
from .disagreeing.models import Settled
from .encoding.models import Encoded
from .gaps.models import Gap
from .lived.models import Impression, Lived
from .meeting import Meets
from .tagging.models import LearnedTags, SuggestedTag, Tag, Tagging, TagList
from .twins.models import LikelyTwins, TwinsJudged
from .words import ANSWERS, CONFIRMED_HOW, COSTS, KINDS, ROOM

__all__ = [
    "Complaint",
    "Encoded",
    "Entry",
    "Gap",
    "Impression",
    "KnownWord",
    "LearnedTags",
    "LikelyTwins",
    "Lived",
    "Session",
    "Settled",
    "Source",
    "StillRight",
    "SuggestedTag",
    "Tag",
    "TagList",
    "Tagging",
    "TwinsJudged",
]


class Source(Keyed):
    """Where entries come from: a file with its mapping, or our own knowledge."""

    keeping = NoPerson("A file or a feed.", Kept.WHILE_TRUE)

    name = models.TextField(unique=True)
    licence = models.TextField(blank=True)
    last_loaded_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Entry(Keyed):
    """One group, place, activity or service. Without a known place it has no latitude; it is never put at 0,0."""

    keeping = NoPerson("A group, place, activity or service; contact details are the organisation's own.", Kept.WHILE_TRUE)

    name = models.TextField()
    kind = models.TextField(choices=choices(KINDS))
    description = models.TextField(blank=True)
    organisation = models.TextField(blank=True)
    address = models.TextField(blank=True)
    place_words = models.TextField(blank=True, db_default="")
    """What to know of its place, such as that only its letters go there."""
    postcode = models.TextField(blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    """Days of the week it meets or opens, Monday is 1; empty when not known."""
    times = models.TextField(blank=True)
    cost = models.TextField(choices=choices(COSTS), default="unknown")
    cost_words = models.TextField(blank=True)
    access = ArrayField(models.TextField(), default=list, blank=True)
    access_missing = ArrayField(models.TextField(), default=list, blank=True)
    """Access features known to be absent; what is in neither list is not known."""
    access_words = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    website = models.TextField(blank=True)
    how_to_join = models.TextField(blank=True)
    getting_there = models.TextField(blank=True, db_default="")
    languages = models.TextField(blank=True, db_default="")
    who_for = models.TextField(blank=True, db_default="")
    not_for = models.TextField(blank=True, db_default="")
    room = models.TextField(choices=choices(ROOM), blank=True, db_default="")
    room_on = models.DateField(null=True, blank=True)
    """When one of us last said whether there is room."""
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="entries")
    source_key = models.TextField()
    digest = models.BinaryField(null=True)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_how = models.TextField(choices=choices(CONFIRMED_HOW), blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by_source = models.BooleanField(default=False, db_default=False)
    """Its source says that it is not there any more, and may say that it is again."""
    put_right = models.JSONField(default=dict, db_default={}, blank=True)
    """Fields that one of us put right, each with the day: no source writes over them."""
    source_says = models.JSONField(default=dict, db_default={}, blank=True)
    """What its source says of those fields instead, where that is something else."""
    stems = ArrayField(models.TextField(), db_default=[], blank=True)
    """The words of its name, organisation and description without endings, by which it is found."""
    tag_words = models.TextField(blank=True, db_default="")
    """The names of its accepted tags; no source writes here."""
    tag_stems = ArrayField(models.TextField(), db_default=[], blank=True)
    """Their words without endings, by which it is found too."""
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="also_told")
    """The entry that stays, where one of us said that both are one: always the last, of which nobody said so. No source writes here."""
    read_for_tags = models.TextField(blank=True, db_default="")
    """What of it was read, with what, when tags were last suggested; something else stands there once any of it changes."""

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["latitude", "longitude"], name="entries_by_place"),
            # What a source calls an organisation may be longer than a tree takes.
            HashIndex(fields=["postcode"], name="entries_by_postcode", condition=~Q(postcode="")),
            HashIndex(Upper("organisation"), name="entries_by_organisation", condition=~Q(organisation="")),
            models.Index(Right(Cast("id", models.TextField()), 12), name="entries_by_short_address"),
            models.Index(fields=["same_as"], condition=Q(same_as__isnull=False), name="entries_put_together"),
            models.Index(fields=["source"], condition=~Q(source_says={}), name="entries_that_disagree"),
        ]
        constraints = [
            models.CheckConstraint(name="an_entry_is_not_its_own_twin", condition=~Q(same_as=F("id"))),
            models.UniqueConstraint(fields=["source", "source_key"], name="an_entry_comes_once_from_its_source"),
            models.CheckConstraint(name="an_entry_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_place_has_both_its_degrees",
                condition=Q(latitude__isnull=True, longitude__isnull=True) | Q(latitude__isnull=False, longitude__isnull=False),
            ),
            models.CheckConstraint(name="nothing_lies_at_nought_nought", condition=~Q(latitude=0.0) | ~Q(longitude=F("latitude"))),
        ]

    def __str__(self) -> str:
        return self.name


class KnownWord(models.Model):
    """A word without its ending that the directory uses, and how many entries do: what is rare tells most."""

    keeping = NoPerson("Words of the directory.", Kept.WHILE_TRUE)

    stem = models.TextField(primary_key=True)
    entries = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()


class Session(Keyed):
    """When it meets or opens: once, or by a rule as calendars write it (RFC 5545; meeting.py)."""

    keeping = NoPerson("A day and a time.", Kept.WHILE_TRUE)

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sessions")
    starts_on = models.DateField()
    rule = models.TextField(blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    not_on = ArrayField(models.DateField(), default=list, blank=True)
    term_time = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    """Nobody, where its source says so."""
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    """Since when it is not one of its sessions any more."""

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["entry"], condition=Q(ended_at__isnull=True), name="sessions_of_an_entry")]
        constraints = [
            models.CheckConstraint(
                name="a_session_ends_after_it_starts", condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(name="a_session_has_a_first_day_before_its_last", condition=Q(last_day__isnull=True) | Q(last_day__gte=F("starts_on"))),
        ]

    @property
    def meets(self) -> Meets:
        """Its days, school terms aside."""
        return Meets(self.starts_on, self.rule, self.last_day, tuple(self.not_on))


class StillRight(Keyed):
    """A link that asks whoever runs it whether an entry is still right, and what they answered."""

    keeping = NoPerson("A question to a group or a place; to whom it went is theirs, and seen by the team that asked (sql/of_ours.sql).", Kept.WHILE_TRUE)

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="asked")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    to = models.TextField(blank=True)
    reference = models.TextField(unique=True)
    until = models.DateField()
    """The first day on which it opens nothing any more."""
    ended_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(choices=choices(ANSWERS), blank=True)
    words = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["entry", "-at"], name="asked_about_an_entry")]
        constraints = [
            models.CheckConstraint(
                name="an_answer_has_its_day", condition=Q(answer="", answered_on__isnull=True) | ~Q(answer="") & Q(answered_on__isnull=False)
            )
        ]
