"""What somebody chose about who may know, what names them to a partner, and who covers for whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .words import ANSWERS, AUDIENCES, HOW_GIVEN


class Naming(AboutSomebody):
    """A person is named to a partner, with their yes: who, the words they agreed may be known, and until when."""

    keeping = Keeping(Part.AGREED_EXTRACT, {"extract": "They would like a word.", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    partner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    audience = models.TextField(choices=choices(AUDIENCES), default="partner")
    extract = models.TextField()
    how_they_said_yes = models.TextField()
    since = models.DateField()
    until = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["partner", "person"], name="named_to_a_partner"), models.Index(fields=["person"], name="namings_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_naming_ends_after_it_began", condition=Q(until__gte=F("since"))),
            models.CheckConstraint(name="a_naming_has_their_yes", condition=~Q(how_they_said_yes="")),
        ]


class Choice(AboutSomebody):
    """One answer to who may know. Every answer stays as it was given: a new one is a row of its own, and so is taking one back."""

    keeping = Keeping(Part.SHARED_PAGE, {"called": "Somebody.", "words": "They said so."}, Kept.WITH_THE_RECORD, written_once=True)

    # Nobody of ours, where they chose it themselves on their own page.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.TextField(choices=choices(AUDIENCES))
    # No foreign key: which partner, meeting or group, in whatever room that is kept.
    subject = models.UUIDField(null=True, blank=True)
    called = models.TextField(blank=True)
    answer = models.TextField(choices=choices(ANSWERS))
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_GIVEN))
    words = models.TextField(blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "audience", "-on"], name="choices_of_a_person")]
        constraints = [
            models.CheckConstraint(name="only_a_yes_ends_on_a_day", condition=Q(until__isnull=True) | Q(answer="yes", until__gt=F("on"))),
            models.CheckConstraint(
                name="a_choice_is_written_by_one_of_us_or_by_them",
                condition=Q(by__isnull=True, how="their own link") | (Q(by__isnull=False) & ~Q(how="their own link")),
            ),
        ]


class Cover(Keyed):
    """A colleague is away, and another stands in for them until a day: a right given, which ends by itself.

    Of everybody they walk alongside, or only of those `Covered`; only of the people whom `team` holds, when its manager arranged it. With
    nobody `covering`, it says only that they are away.
    """

    keeping = NoPerson("Who stands in for which colleague, and when; whom that concerns stands in a table of its own.", Kept.WITH_THE_POST)

    away = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    covering = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    everybody = models.BooleanField()
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["covering"], condition=Q(ended_at__isnull=True), name="covers_of_a_colleague"),
            models.Index(fields=["away"], condition=Q(ended_at__isnull=True), name="absences_of_a_colleague"),
        ]
        constraints = [
            models.CheckConstraint(name="cover_has_a_day", condition=Q(until__gt=F("since"))),
            models.CheckConstraint(name="nobody_covers_for_themselves", condition=Q(covering__isnull=True) | ~Q(covering=F("away"))),
            models.CheckConstraint(
                name="cover_that_was_ended_says_when_and_by_whom",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]


class Covered(AboutSomebody):
    """One of those whom a cover is for, where it is not for everybody."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    cover = models.ForeignKey(Cover, on_delete=models.PROTECT, related_name="people")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="covers_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["cover", "person"], name="covered_once")]
