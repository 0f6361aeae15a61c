"""A meeting that comes again, who sits at its table, and each day on which it met. Nobody we walk alongside is in these tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.directory.meeting import Meets
from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..days import working_day_before
from ..rules import Stands
from ..words import BASES, KINDS, NATIONS


class Series(Keyed):
    """A locality's or a practice's meeting, with its rhythm and what may be told there."""

    keeping = NoPerson("A meeting and its rhythm; whoever is spoken of stands in tables of their own.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    kind = models.TextField(choices=choices(KINDS), default="locality")
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    nation = models.TextField(choices=choices(NATIONS), default="ENG")
    starts_on = models.DateField()
    rule = models.TextField()
    """Its rhythm, as RFC 5545 writes it."""
    starts_at = models.TimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.TextField(blank=True)
    call_link = models.TextField(blank=True)
    chair = models.TextField(blank=True)
    may_tell = models.TextField()
    """What may be told there, in words that those at the table read."""
    basis = models.TextField(choices=choices(BASES), default="their yes")
    last_day = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="a_team_names_a_meeting_once"),
            models.CheckConstraint(name="a_series_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="a_series_says_what_may_be_told", condition=~Q(may_tell="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def meets(self) -> Meets:
        """Its rhythm."""
        return Meets(self.starts_on, self.rule, self.last_day)


class Seat(Keyed):
    """Somebody who sits at a series' table, by profession and organisation: a colleague who signs in, or anybody by a link of their own."""

    keeping = NoPerson("Professionals of other organisations and ours, at work.", Kept.WITH_THE_POST)

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="seats")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    profession = models.TextField()
    organisation = models.TextField(blank=True)
    email = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    reference = models.TextField(unique=True)
    link_until = models.DateField()
    """The first day on which their link opens nothing any more."""
    link_ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["staff"], condition=Q(staff__isnull=False), name="seats_at_meetings")]
        constraints = [
            models.UniqueConstraint(fields=["series", "staff"], condition=Q(until__isnull=True, staff__isnull=False), name="somebody_sits_at_a_table_once"),
            models.CheckConstraint(name="a_seat_at_a_table_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.profession}"


class Meeting(Keyed):
    """One day of a series, from when somebody is put on its list."""

    keeping = NoPerson("A day, and when its list went out and it was closed.", Kept.WITH_THE_RECORD)

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["series", "on"], name="a_series_meets_once_a_day"),
            models.CheckConstraint(
                name="a_list_that_went_out_says_by_whom",
                condition=Q(sent_at__isnull=True, sent_by__isnull=True) | Q(sent_at__isnull=False, sent_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_closed_meeting_says_by_whom",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True) | Q(closed_at__isnull=False, closed_by__isnull=False, sent_at__isnull=False),
            ),
        ]

    @property
    def stands(self) -> Stands:
        """As the rules take it."""
        return Stands(self.on, working_day_before(self.on, self.series.nation), self.sent_at is not None, self.closed_at is not None)


class Present(Keyed):
    """A seat that was taken on a day."""

    keeping = NoPerson("Which professionals were at a meeting.", Kept.WITH_THE_RECORD)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="present")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="somebody_is_present_once")]
