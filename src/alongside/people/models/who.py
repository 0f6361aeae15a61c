"""A person and their circle: who they are, where they can be found, what they bring, who is in their life."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import CARING, ETHNIC_GROUPS, HOW_SOMEBODY_LEFT, LIKES_TO_BE_TOLD, RINGS, SEX


class Person(Keyed):
    """Somebody in the neighbourhood. Any words will do for who they are."""

    keeping = Keeping(
        Part.IDENTITY, {"name": "A neighbour", "likes_to_be_called": "Neighbour", "date_of_birth": "1950-01-01"}, Kept.WITH_THE_RECORD, person="id"
    )

    name = models.TextField()
    likes_to_be_called = models.TextField(blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="a_person_has_some_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.likes_to_be_called or self.name


class AboutSomebody(Keyed):
    """A row about one person, with who wrote it and when."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()


class Holding(AboutSomebody):
    """Which team holds somebody's record. It is written first: it is the reason the team may see the rest."""

    keeping = Keeping(Part.IDENTITY, {}, Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "team"], name="a_team_holds_somebody_once")]


class Whereabouts(models.Model):
    """Where somebody lives and how they are reached: apart from the rest, so that it can be protected."""

    keeping = Keeping(
        Part.WHEREABOUTS,
        {
            "address": "1 Example Street",
            "postcode": "ZZ99 3WZ",
            "phone": "01632 960000",
            "email": "neighbour@example.org",
            "usual_places": "",
            "latitude": "53.0",
            "longitude": "-2.0",
        },
        Kept.WITH_THE_RECORD,
    )

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="+")
    address = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    usual_places = models.TextField(blank=True)
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="a_pin_has_both_its_degrees",
                condition=Q(latitude__isnull=True, longitude__isnull=True) | Q(latitude__isnull=False, longitude__isnull=False),
            )
        ]


class LocationProtection(AboutSomebody):
    """Somebody whose whereabouts only those listed may see: a safety matter, so it says why and who set it."""

    keeping = Keeping(Part.RECORD, {"why": "For their safety."}, Kept.WITH_THE_RECORD)

    why = models.TextField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(until__isnull=True), name="one_protection_at_a_time")]


class LocationListed(AboutSomebody):
    """One of the few who may see protected whereabouts."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "staff"], name="listed_once")]


class GoodToKnow(AboutSomebody):
    """What must be known before a knock on the door, and no more: how to reach them, what not to do, how one gets in and is understood."""

    keeping = Keeping(Part.RECORD, {"how_to_reach": "By telephone.", "keep_in_mind": "", "access": ""}, Kept.WITH_THE_RECORD)

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    how_to_reach = models.TextField(blank=True)
    keep_in_mind = models.TextField(blank=True)
    access = models.TextField(blank=True)
    likes_to_be_told = models.TextField(choices=choices(LIKES_TO_BE_TOLD), blank=True, default="", db_default="")
    """How they prefer to be told what was said and agreed about them."""


class OfThemselves(AboutSomebody):
    """What somebody chose to say of themselves: only what their team asks for, each of it or none, and never a condition of anything."""

    keeping = Keeping(Part.RECORD, {"ethnic_words": ""}, Kept.WITH_THE_RECORD)

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    sex = models.TextField(choices=choices(SEX), blank=True)
    ethnic_group = models.TextField(choices=choices(ETHNIC_GROUPS), blank=True)
    ethnic_words = models.TextField(blank=True)
    caring = models.TextField(choices=choices(CARING), blank=True)


class Gift(AboutSomebody):
    """Something a person brings: a skill, an interest, a way of being with others."""

    keeping = Keeping(Part.RECORD, {"words": "Good with people."}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        verbose_name = "gift"
        indexes = [models.Index(fields=["person"], name="gifts_of_a_person")]


class LikesToBeAsked(AboutSomebody):
    """What somebody would like to be asked to help with: their choice, from a day until they withdraw it."""

    keeping = Keeping(Part.RECORD, {"words": "Carrying shopping.", "how_they_said_so": "aloud"}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    how_they_said_so = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="asked_of_a_person")]


class InTheirLife(AboutSomebody):
    """One of the people in somebody's life: family, friend, neighbour; or somebody who is paid to be there.

    `known_here` is somebody who is a person here too: a page leads there only for whoever may see both.
    """

    keeping = Keeping(Part.RECORD, {"name": "A friend", "relation": "friend", "words": "", "gives": "", "receives": ""}, Kept.WITH_THE_RECORD)

    name = models.TextField()
    relation = models.TextField(blank=True)
    words = models.TextField(blank=True)
    gives = models.TextField(blank=True)
    receives = models.TextField(blank=True)
    known_here = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    left_as = models.TextField(blank=True, choices=choices(HOW_SOMEBODY_LEFT))

    class Meta(AboutSomebody.Meta):
        verbose_name = "in their life"
        indexes = [models.Index(fields=["person"], name="circle_of_a_person")]
        constraints = [
            models.CheckConstraint(name="life_goes_forward", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
            models.CheckConstraint(name="nobody_is_in_their_own_circle", condition=Q(known_here__isnull=True) | ~Q(known_here=F("person"))),
        ]


class Closeness(AboutSomebody):
    """The ring on which somebody in their life stands since a day; the newest is where they stand now."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    one = models.ForeignKey(InTheirLife, on_delete=models.PROTECT, related_name="places")
    ring = models.TextField(choices=choices(RINGS))
    since = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="rings_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["one", "since"], name="on_one_ring_at_a_time")]


class CircleLook(AboutSomebody):
    """A day on which somebody's circle was gone through as a whole: the first begins it, later ones can be laid beside it."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    on = models.DateField()

    class Meta(AboutSomebody.Meta):
        constraints = [models.UniqueConstraint(fields=["person", "on"], name="one_look_a_day")]


class MatchKey(models.Model):
    """Folded pieces of who somebody is, for the duplicate check alone: no page can read them."""

    keeping = Keeping(Part.IDENTITY, {"key": "0"}, Kept.WITH_THE_RECORD, hidden=True)

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.TextField()
    key = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "key"], name="match_by_key"), models.Index(fields=["person"], name="match_of_a_person")]
