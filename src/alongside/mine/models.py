"""Copies made for somebody, the links by which they read them, and what they say themselves."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody, Person
from alongside.web.models import Keyed

from .words import ANSWERS, EASY_PARTS, HOW_SAID, PARTS, PICTURES, SOURCES, VOICES, WISHES

STAFF = settings.AUTH_USER_MODEL


class Copy(AboutSomebody):
    """A copy that was made for somebody on a day; the newest is what they read."""

    keeping = Keeping(Part.SHARED_PAGE, {}, Kept.WITH_THE_RECORD)

    parts = ArrayField(models.TextField(choices=choices(PARTS)), default=list)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-at"], name="copies_of_a_person")]


class Line(AboutSomebody):
    """One line of a copy as it was given to them, with what it was taken from."""

    keeping = Keeping(Part.SHARED_PAGE, {"says": "You said something.", "more": ""}, Kept.WITH_THE_RECORD)

    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    part = models.TextField(choices=choices(PARTS))
    voice = models.TextField(choices=choices(VOICES))
    says = models.TextField()
    more = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)
    of = models.TextField(choices=choices(SOURCES))
    # No foreign key: it is of one of many tables.
    row = models.UUIDField()

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["copy", "place"], name="a_line_has_its_place")]


class EasyLine(AboutSomebody):
    """One line of their copy in Easy Read: a few words and the picture that somebody chose for them."""

    keeping = Keeping(Part.SHARED_PAGE, {"words": "We meet for tea."}, Kept.WITH_THE_RECORD)

    place = models.PositiveSmallIntegerField()
    part = models.TextField(choices=choices(EASY_PARTS), default="else")
    words = models.TextField()
    picture = models.TextField(choices=choices(PICTURES))
    # No foreign key: a picture of theirs, or of the organisation's set; whoever's it is may take it away, and the line stays.
    chosen = models.UUIDField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="an_easy_line_has_its_place"),
            models.CheckConstraint(
                name="an_easy_line_has_a_picture",
                condition=~Q(words="") & (Q(chosen__isnull=True) & ~Q(picture="") | Q(chosen__isnull=False, picture="")),
            ),
        ]


class Link(AboutSomebody):
    """An address by which somebody reads their copy, with a code told apart from it, until a day."""

    keeping = Keeping(Part.SHARED_PAGE, {"reference": "00000000"}, Kept.WITH_THE_RECORD)

    reference = models.TextField(unique=True)
    until = models.DateField()
    code_number = models.PositiveIntegerField(default=1)
    shows_who_looked = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    last_opened_at = models.DateTimeField(null=True, blank=True)
    times_opened = models.PositiveIntegerField(default=0)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="own_links_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="a_link_that_ended_says_by_whom", condition=Q(ended_at__isnull=True, ended_by__isnull=True) | Q(ended_at__isnull=False)
            ),
        ]


class Tries(models.Model):
    """How often a code was tried at a link since it last opened; kept on a connection of its own, so that no undone request undoes it."""

    keeping = NoPerson("Counts wrong codes by a link's reference.", Kept.WITH_THE_RECORD)

    reference = models.TextField(primary_key=True)
    many = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class SaidBySomebody(Keyed):
    """A row that is the person's own: said by themselves, or written down for them by one of us (`by`)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_SAID))
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        default_permissions = ()


class TheirWords(SaidBySomebody):
    """Something they want to have in their record, in their own words."""

    keeping = Keeping(Part.SHARED_PAGE, {"words": "In my own words."}, Kept.WITH_THE_RECORD)

    words = models.TextField()

    class Meta(SaidBySomebody.Meta):
        indexes = [models.Index(fields=["person", "-on"], name="own_words_of_a_person")]
        constraints = [
            models.CheckConstraint(name="own_words_say_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="own_words_say_who_wrote_them", condition=Q(how="by their link", by__isnull=True) | ~Q(how="by their link") & Q(by__isnull=False)
            ),
        ]


class NotRight(SaidBySomebody):
    """They say that something in their record is not right: asked to be put right, or to stand beside it for good."""

    keeping = Keeping(Part.SHARED_PAGE, {"said": "It said this.", "words": "It is not right.", "answer_words": ""}, Kept.WITH_THE_RECORD)

    of = models.TextField(choices=choices(SOURCES))
    row = models.UUIDField()
    said = models.TextField()
    words = models.TextField()
    wish = models.TextField(choices=choices(WISHES))
    answer = models.TextField(choices=choices(ANSWERS), blank=True)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(SaidBySomebody.Meta):
        indexes = [models.Index(fields=["person", "row"], name="not_right_in_a_record")]
        constraints = [
            models.CheckConstraint(name="what_is_not_right_is_said", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_answer_says_when_and_by_whom",
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
        ]


class Unfinished(Keyed):
    """Words that somebody has begun to write on their own page and not sent: theirs alone to see, until they send or empty them."""

    keeping = Keeping(Part.SHARED_PAGE, {"words": ""}, Kept.UNTIL_SENT, own="person_id")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    about = models.TextField()
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        verbose_name = "something they began to write"
        constraints = [models.UniqueConstraint(fields=["person", "about"], name="begun_once_about_a_thing")]
