"""Who was linked to what: a connection and the ladder it climbs; what was given and received; what fills somebody's week."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from alongside.directory.models import Entry, Gap
from alongside.directory.words import NOT_FOR_ME_BECAUSE
from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody, Person

from .words import GAVE_OR_RECEIVED, KINDS, PARTS_OF_DAY, RUNGS, SAID_TO_MEETING, SERVICES_OF_A_WEEK, WHAT_IT_IS, WITH_WHOM


class Connection(AboutSomebody):
    """A link from a person to a person, group, place or service."""

    keeping = Keeping(Part.RECORD, {"to": "A group nearby", "why": "", "how_both_said_yes": ""}, Kept.WITH_THE_RECORD)

    to = models.TextField()
    kind = models.TextField(choices=choices(KINDS))
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how_both_said_yes = models.TextField(blank=True)
    why = models.TextField(blank=True)
    made_on = models.DateField()
    kept_as = models.UUIDField(null=True, blank=True)
    """The kept wish that came of it. It stands here alone: the wish itself says nothing of whose it was."""

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="connections_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_connection_leads_somewhere", condition=~Q(to="")),
            models.CheckConstraint(name="both_were_asked", condition=Q(other__isnull=True) | (~Q(other=F("person")) & ~Q(how_both_said_yes=""))),
        ]


class Rung(AboutSomebody):
    """A step of the ladder a connection reached, on a day; the newest is where it stands."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="rungs")
    rung = models.TextField(choices=choices(RUNGS))
    on = models.DateField()
    words = models.TextField(blank=True)
    stood_in_the_way = models.TextField(choices=choices(NOT_FOR_ME_BECAUSE), blank=True, db_default="")
    """What of the place stood in the way, where it is not for them."""

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["connection", "-on", "-at"], name="rungs_of_a_connection"), models.Index(fields=["person"], name="rungs_of_a_person")]
        constraints = [models.CheckConstraint(name="not_for_me_says_why", condition=~Q(rung="not for me") | ~Q(words=""))]


class Contribution(AboutSomebody):
    """Something somebody gave, or received, on a day; of two people whom we know, each has a row of their own (`exchange`)."""

    keeping = Keeping(Part.RECORD, {"words": "Help.", "whom": "A neighbour"}, Kept.WITH_THE_RECORD)

    way = models.TextField(choices=choices(GAVE_OR_RECEIVED))
    words = models.TextField()
    on = models.DateField()
    minutes = models.PositiveIntegerField(null=True, blank=True)
    kind = models.TextField(choices=choices(WITH_WHOM))
    whom = models.TextField(blank=True)
    other = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    exchange = models.UUIDField(null=True, blank=True)
    amended_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [
            models.Index(fields=["person", "way", "-on", "-at"], name="giving_of_a_person"),
            models.Index(fields=["exchange"], name="both_sides_of_giving", condition=Q(exchange__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="nobody_gives_to_themselves", condition=Q(other__isnull=True) | ~Q(other=F("person"))),
            models.CheckConstraint(name="time_given_is_some_time", condition=Q(minutes__isnull=True) | Q(minutes__gt=0)),
        ]


class MayMeet(AboutSomebody):
    """What one of two said who could meet: their own side alone. The other's stands with the other, and `pair` tells nobody who that is.

    Written by the functions of `sql/may_meet.sql`, which alone know both.
    """

    keeping = Keeping(Part.RECORD, {"about": "Gardening", "how_they_said_so": "aloud"}, Kept.WITH_THE_RECORD, written_by_function=True)

    pair = models.UUIDField()
    gives = models.BooleanField()
    row = models.UUIDField()
    """What they would like to be asked (`gives`), or what they would like."""
    about = models.TextField()
    answer = models.TextField(choices=choices(SAID_TO_MEETING))
    how_they_said_so = models.TextField(blank=True)
    on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    """The day on which both had said yes."""
    ended_on = models.DateField(null=True, blank=True)
    connection = models.ForeignKey(Connection, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    """What came of it, once they had met."""

    class Meta(AboutSomebody.Meta):
        constraints = [
            models.UniqueConstraint(fields=["pair", "person"], name="each_of_two_says_it_once"),
            models.CheckConstraint(name="nobody_agreed_who_said_no", condition=Q(answer="yes") | Q(agreed_on__isnull=True)),
            models.CheckConstraint(name="only_what_was_agreed_ends", condition=Q(agreed_on__isnull=False) | Q(ended_on__isnull=True)),
            models.CheckConstraint(name="only_who_agreed_met", condition=Q(agreed_on__isnull=False) | Q(connection__isnull=True)),
        ]
        indexes = [models.Index(fields=["person"], name="answers_about_meeting")]


class MeetKey(models.Model):
    """What somebody's offer or wish is about, folded, and with whom they must not meet: for `sql/may_meet.sql` alone, no page can read it."""

    keeping = Keeping(Part.RECORD, {"key": "0", "said": "gardening"}, Kept.WITH_THE_RECORD, hidden=True)

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    row = models.UUIDField()
    gives = models.BooleanField()
    kind = models.TextField()
    key = models.TextField()
    said = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "key"], name="meet_by_key"),
            models.Index(fields=["row"], name="meet_keys_of_a_row"),
            models.Index(fields=["person"], name="meet_keys_of_a_person"),
        ]


class GapOf(AboutSomebody):
    """A kept wish that is theirs, as they said it; near where and when stands with the gap, without them."""

    keeping = Keeping(Part.RECORD, {"words": "Somewhere to sing."}, Kept.WITH_THE_RECORD)

    gap = models.OneToOneField(Gap, on_delete=models.PROTECT, related_name="of")
    words = models.TextField()
    told_on = models.DateField(null=True, blank=True)
    """On which day they heard that there is something now."""
    told_of = models.JSONField(default=dict, db_default={}, blank=True)
    """Of what else came of it they heard, by its key (gaps/sql/news.sql), each with the day."""

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="gaps_of_a_person")]


class Activity(AboutSomebody):
    """Something that fills a part of somebody's week, from a day until it ends; it may take the place of a service."""

    keeping = Keeping(Part.RECORD, {"words": "Walks to the shop.", "with_whom": ""}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    with_whom = models.TextField(blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=list)
    parts = ArrayField(models.TextField(choices=choices(PARTS_OF_DAY)), default=list)
    what_it_is = models.TextField(choices=choices(WHAT_IT_IS), default="own")
    takes_place_of = models.TextField(choices=choices(SERVICES_OF_A_WEEK), blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["person"], name="week_of_a_person")]
        constraints = [models.CheckConstraint(name="an_activity_goes_forward", condition=Q(until__isnull=True) | Q(until__gte=F("since")))]
