"""Localities and the postcodes in them."""

from __future__ import annotations

from django.db import models

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from .words import FIFTHS


class Locality(Keyed):
    """A neighbourhood that a team walks in: about 8,000 to 10,000 people."""

    keeping = NoPerson("A place.", Kept.WHILE_TRUE)

    name = models.TextField(unique=True)
    council = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A postcode with the middle of it, in degrees (WGS 84), and the areas it lies in."""

    keeping = NoPerson("A place.", Kept.WHILE_TRUE)

    postcode = models.TextField(primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ward = models.TextField(blank=True)
    lsoa = models.TextField(blank=True)
    neighbourhood = models.TextField(blank=True)
    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="postcodes")

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="a_postcode_lies_in_the_british_isles",
                condition=models.Q(latitude__range=(49.0, 61.5), longitude__range=(-9.0, 2.5)),
            )
        ]


class Residents(Keyed):
    """How many people live in a locality, as somebody published it for a year."""

    keeping = NoPerson("How many people live in a place, as it was published.", Kept.WHILE_TRUE)

    locality = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="residents")
    year = models.PositiveSmallIntegerField()
    many = models.PositiveIntegerField()
    source = models.TextField()

    class Meta:
        default_permissions = ()
        ordering = ["locality", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["locality", "year"], name="residents_of_a_place_once_a_year"),
            models.CheckConstraint(name="a_count_of_residents_has_a_source", condition=models.Q(many__gt=0) & ~models.Q(source="")),
        ]


class Deprivation(models.Model):
    """How deprived a small area (an LSOA, a data zone) is beside all others of its country, as the index in force has it."""

    keeping = NoPerson("What a government publishes of places.", Kept.WHILE_TRUE)

    area = models.TextField(primary_key=True)
    fifth = models.TextField(choices=choices(FIFTHS))

    class Meta:
        default_permissions = ()


class SchoolTerm(Keyed):
    """A stretch of days with school, the last one with it, of one council's schools; without a council, of all that have no dates of their own."""

    keeping = NoPerson("Dates that schools publish.", Kept.WHILE_TRUE)

    council = models.TextField(blank=True)
    name = models.TextField(blank=True)
    starts_on = models.DateField()
    last_day = models.DateField()

    class Meta:
        default_permissions = ()
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(name="a_term_ends_after_it_begins", condition=models.Q(last_day__gte=models.F("starts_on"))),
            models.UniqueConstraint(fields=["council", "starts_on"], name="a_councils_terms_begin_on_different_days"),
        ]


class BusTimetable(Keyed):
    """The timetable that was loaded last, whole and packed (buses/timetable.py); there is one, or none."""

    keeping = NoPerson("What operators publish.", Kept.WHILE_TRUE)

    only = models.BooleanField(default=True, unique=True)
    digest = models.BinaryField()
    """Of the file, and of what of it was kept."""
    packed = models.BinaryField()
    loaded_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="there_is_one_timetable", condition=models.Q(only=True))]
