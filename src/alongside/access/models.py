"""What somebody chose about who may know, what names them to a partner, and who covers for whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody, Person
from alongside.teams.models import Organisation, Team
from alongside.web.models import Keyed

from .words import ANSWERED, ANSWERS, ASKED_FOR, AUDIENCES, GROUNDS, HOW_GIVEN, TOLD


class Naming(AboutSomebody):
    """A person is named to a partner, with their yes: who, the words they agreed may be known, and until when."""

    keeping = Keeping(Part.AGREED_EXTRACT, {"extract": "They would like a word.", "how_they_said_yes": "", "reason": ""}, Kept.WITH_THE_RECORD)

    partner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    audience = models.TextField(choices=choices(AUDIENCES), default="partner")
    extract = models.TextField()
    how_they_said_yes = models.TextField(blank=True)
    # Why it may be told, which is another question than whether they said yes.
    ground = models.TextField(choices=choices(GROUNDS), default="their yes")
    reason = models.TextField(blank=True)
    told = models.TextField(choices=choices(TOLD), blank=True)
    since = models.DateField()
    until = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["partner", "person"], name="named_to_a_partner"), models.Index(fields=["person"], name="namings_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_naming_ends_after_it_began", condition=Q(until__gte=F("since"))),
            models.CheckConstraint(name="a_naming_has_their_yes", condition=~Q(ground="their yes") | ~Q(how_they_said_yes="")),
            models.CheckConstraint(
                name="without_a_yes_there_is_a_reason", condition=Q(ground="their yes", told="") | (~Q(ground="their yes") & ~Q(reason="") & ~Q(told=""))
            ),
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


class Asked(AboutSomebody):
    """What somebody asked of us about what we keep of them: everything to take away, something put right, to be forgotten; and what we answered."""

    keeping = Keeping(Part.THEIR_RIGHTS, {"words": "They asked.", "why": "It was answered."}, Kept.WITH_THE_RECORD)

    # Nobody of ours, where they asked themselves on their own page.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    for_what = models.TextField(choices=choices(ASKED_FOR))
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_GIVEN))
    words = models.TextField(blank=True)
    answer = models.TextField(choices=choices(ANSWERED), blank=True)
    why = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="asked_by_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "for_what"], condition=Q(done_at__isnull=True) & ~Q(for_what="put right"), name="asked_once_at_a_time"),
            models.CheckConstraint(
                name="an_answer_has_a_reason_and_somebody_who_gave_it",
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & ~Q(why="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
            ),
        ]


class Gathered(models.Model):
    """Everything about somebody, as it stood when it was gathered; and the file that is handed over, until its time is over.

    Written by database functions alone (sql/taking_away.sql), so that none of it stays behind in a history.
    """

    keeping = Keeping(Part.GATHERED, {"everything": "{}", "may_stay": "[]", "pack": ""}, Kept.UNTIL_SENT, written_by_function=True)

    asked = models.OneToOneField(Asked, on_delete=models.CASCADE, primary_key=True, related_name="gathered")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    everything = models.JSONField()
    may_stay = models.JSONField(null=True)
    pack = models.BinaryField(null=True)
    until = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["person"], name="gathered_of_a_person")]


class Blotted(AboutSomebody):
    """That the name of somebody who is forgotten was taken out of another's record: where, when and by whom. Made by `blot_name` (sql/blotting.sql) alone."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD, written_by_function=True)

    table = models.TextField(db_column="table_name")
    column = models.TextField(db_column="column_name")
    row = models.TextField(db_column="row_key")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="blotted_of_a_person")]


class Forgotten(Keyed):
    """That somebody was forgotten: a certificate with no name and no key of theirs. Made by `forget_somebody` (sql/forgetting.sql) alone."""

    keeping = NoPerson("Whoever was forgotten is not in it: days, who decided, and how many rows went.", Kept.WITH_THE_TRAIL)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    rows = models.JSONField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["organisation", "-done_at"], name="forgotten_by_whom")]
