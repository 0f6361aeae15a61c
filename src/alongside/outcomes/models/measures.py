"""Measures as they were asked: by which file, on which day, in which way, and each answer by itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import HOW_ANSWERED, WAYS_OF_ANSWERING

STAFF = settings.AUTH_USER_MODEL


class MeasureFile(Keyed):
    """A measure word for word as its file told it, under the file's version. No row is ever changed: whatever was asked by it can be read by it."""

    keeping = NoPerson("Questions as they are published.", Kept.WITH_THE_RECORD)

    key = models.TextField()
    version = models.TextField()
    text = models.TextField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="a_version_of_a_measure_is_kept_once")]


class TeamMeasure(Keyed):
    """A measure that a team may ask, with the reference of its licence where the measure wants one. One that is retired is asked no more."""

    keeping = NoPerson("Which questions a team may ask.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(MeasureFile, on_delete=models.PROTECT, related_name="+")
    reference = models.TextField(blank=True)
    since = models.DateField()
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["team", "file"], name="a_team_has_a_measure_once")]


class OfThemselves(Keyed):
    """What somebody answers of themselves: written down by one of us (`by`), or by them on their own page."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()


class Asking(OfThemselves):
    """One time at which somebody was asked, and how it ended: answered, wholly or in part, not today, or rather not."""

    keeping = Keeping(Part.SHARED_PAGE, {}, Kept.WITH_THE_RECORD)

    file = models.ForeignKey(MeasureFile, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    way = models.TextField(choices=choices(WAYS_OF_ANSWERING))
    ended = models.TextField(choices=choices(HOW_ANSWERED))
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfThemselves.Meta):
        indexes = [models.Index(fields=["person", "-on"], name="askings_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="an_asking_by_themselves_says_so",
                condition=Q(way="alone, on their page", by__isnull=True) | ~Q(way="alone, on their page") & Q(by__isnull=False),
            )
        ]


class Answer(OfThemselves):
    """The answer to one question: its number in the measure's own numbers, what it was about where they name that, and their own words."""

    keeping = Keeping(Part.SHARED_PAGE, {"concern": "", "words": ""}, Kept.WITH_THE_RECORD)

    asking = models.ForeignKey(Asking, on_delete=models.CASCADE, related_name="answers")
    item = models.TextField()
    number = models.SmallIntegerField(null=True, blank=True)
    concern = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta(OfThemselves.Meta):
        indexes = [models.Index(fields=["person"], name="answers_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["asking", "item"], name="a_question_has_one_answer"),
            models.CheckConstraint(name="an_answer_says_something", condition=Q(number__isnull=False) | ~Q(words="") | ~Q(concern="")),
        ]
