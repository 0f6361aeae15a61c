"""Walking alongside one person: who walks, at which level, what happened and when to meet."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.journeys.words import HOW_A_CONTACT_ENDED, HOW_A_VISIT_ENDED, HOW_WE_MET, LEVELS, WAYS_OF_A_NOTE
from alongside.people.models import AboutSomebody
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

STAFF = settings.AUTH_USER_MODEL


class Alongside(AboutSomebody):
    """A coordinator walks alongside a person, from one day up to another."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    coordinator = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [
            models.Index(fields=["coordinator", "person"], condition=Q(until__isnull=True), name="walking_now"),
            models.Index(fields=["person"], name="who_walks"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "coordinator"], condition=Q(until__isnull=True), name="alongside_once_at_a_time"),
            models.CheckConstraint(name="a_walk_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
        ]


class Level(AboutSomebody):
    """How deep the relationship is, from one day up to another. It says nothing of how severe anything is."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    level = models.TextField(choices=choices(LEVELS))
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-since"], name="levels_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until__isnull=True), name="one_level_at_a_time"),
            models.CheckConstraint(name="a_level_ends_after_it_began", condition=Q(until__isnull=True) | Q(until__gte=F("since"))),
        ]


class Nameless(Keyed):
    """A light contact with nobody named: a chat, a tip, a word on the doorstep. It is counted, and it is on nobody's page."""

    keeping = NoPerson("Nobody is named in it: of a team, and seen by that team alone (sql/of_a_team.sql).", Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_WE_MET))
    text = models.TextField(blank=True)
    how_many = models.PositiveSmallIntegerField(default=1)
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_as = models.TextField(choices=choices(HOW_A_CONTACT_ENDED), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-on", "-at"], name="nameless_of_a_team")]
        constraints = [
            models.CheckConstraint(name="a_contact_is_with_somebody", condition=Q(how_many__gte=1)),
            models.CheckConstraint(name="a_contact_that_counts_says_something", condition=~Q(ended_as="") | ~Q(text="")),
            models.CheckConstraint(
                name="a_contact_that_ended_says_when_and_by_whom",
                condition=Q(ended_as="", ended_at__isnull=True, ended_by__isnull=True) | ~Q(ended_as="") & Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]


class Outing(Keyed):
    """What one visit took: minutes, travel and miles; once, however many people it was with."""

    keeping = NoPerson("Who went how far on which day, never to whom: their own, and their manager's (sql/of_a_team.sql).", Kept.WITH_THE_POST)

    # No foreign key: it stays, for the claim, when what it belongs to is erased.
    visit = models.UUIDField(unique=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    travel_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    tenths_of_miles = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["by", "on"], name="outings_of_a_colleague"), models.Index(fields=["team", "on"], name="outings_of_a_team")]
        constraints = [
            models.CheckConstraint(
                name="an_outing_says_something",
                condition=Q(minutes__isnull=False) | Q(travel_minutes__isnull=False) | Q(tenths_of_miles__isnull=False),
            )
        ]


class Note(AboutSomebody):
    """What happened, in a few words or many. A visit with several people is a row on each one's page, `together`; `only` is for one page alone."""

    keeping = Keeping(Part.RECORD, {"text": "We met and talked.", "only": ""}, Kept.WITH_THE_RECORD)

    on = models.DateField()
    how = models.TextField(choices=choices(WAYS_OF_A_NOTE))
    text = models.TextField()
    only = models.TextField(blank=True)
    together = models.UUIDField(null=True, blank=True)
    of_them = models.PositiveSmallIntegerField(default=1)
    was = models.ForeignKey(Nameless, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    amended_at = models.DateTimeField(null=True, blank=True)
    kept_as = models.UUIDField(null=True, blank=True)
    """The kept wish that was read out of it. It stands here alone: the wish itself says nothing of whose it was."""

    class Meta(AboutSomebody.Meta):
        indexes = [
            models.Index(fields=["person", "-on", "-at"], name="notes_of_a_person"),
            models.Index(fields=["by", "-on"], name="notes_of_a_writer"),
            models.Index(fields=["together"], condition=Q(together__isnull=False), name="notes_of_one_visit"),
        ]
        constraints = [models.UniqueConstraint(fields=["person", "together"], condition=Q(together__isnull=False), name="a_visit_is_on_a_page_once")]


class Visit(AboutSomebody):
    """A time when somebody here and a person mean to meet."""

    keeping = Keeping(Part.WHEREABOUTS, {"where": "At home.", "words": ""}, Kept.WITH_THE_RECORD)

    staff = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    where = models.TextField(blank=True)
    words = models.TextField(blank=True)
    ended = models.TextField(choices=choices(HOW_A_VISIT_ENDED), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    laid_aside_with = models.ForeignKey(Level, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["staff", "on"], name="visits_of_a_day"), models.Index(fields=["person", "on"], name="visits_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_visit_that_ended_says_when", condition=Q(ended="", ended_at__isnull=True) | ~Q(ended="") & Q(ended_at__isnull=False))
        ]
