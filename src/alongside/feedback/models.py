"""That people were asked how it was, and what they answered: who was asked, and who answered, is written down nowhere."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .words import CONNECTED, DIFFERENCES, ENDED, OF_WHOM, ROOTED, STARS, VALUABLE, WAYS


class Asked(Keyed):
    """So many were asked, with one link and one sheet; the link answers no more often than that."""

    keeping = NoPerson("How many were asked, in which neighbourhood; not who.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    people_or_partners = models.TextField(choices=choices(OF_WHOM))
    how_many = models.PositiveSmallIntegerField()
    answered = models.PositiveSmallIntegerField(default=0)
    """How many sheets came back, those who would rather not among them."""
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    reference = models.TextField(unique=True)
    until = models.DateField()
    """The first day on which the link opens nothing any more."""
    ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-on"], name="asked_by_a_team")]
        constraints = [
            models.CheckConstraint(name="one_or_more_are_asked", condition=Q(how_many__gte=1, how_many__lte=1000)),
            models.CheckConstraint(name="no_more_answer_than_were_asked", condition=Q(answered__lte=F("how_many"))),
        ]


class Heard(Keyed):
    """One sheet that came back: what was chosen, and on which day; not whose it is, nor by which link it came."""

    keeping = NoPerson("What somebody chose, who is written down nowhere; no words of theirs.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    people_or_partners = models.TextField(choices=choices(OF_WHOM))
    way = models.TextField(choices=choices(WAYS))
    locality = models.ForeignKey(Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    ended = models.TextField(choices=choices(ENDED))
    stars = models.TextField(choices=choices(STARS), blank=True)
    difference = models.TextField(choices=choices(DIFFERENCES), blank=True)
    connected = models.TextField(choices=choices(CONNECTED), blank=True)
    valuable = models.TextField(choices=choices(VALUABLE), blank=True)
    rooted = models.TextField(choices=choices(ROOTED), blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-on"], name="heard_by_a_team")]
        constraints = [
            models.CheckConstraint(
                name="a_no_answers_nothing",
                condition=~Q(ended="would rather not") | Q(stars="", difference="", connected="", valuable="", rooted=""),
            ),
            models.CheckConstraint(name="people_answer_what_people_are_asked", condition=~Q(people_or_partners="people") | Q(valuable="", rooted="")),
            models.CheckConstraint(
                name="partners_answer_what_partners_are_asked", condition=~Q(people_or_partners="partners") | Q(stars="", difference="", connected="")
            ),
        ]


class Words(Keyed):
    """What somebody wrote besides: apart from what they chose, so that neither leads to the other.

    It is gone once the team has dealt with it, and after two years in any case (sql/of_ours.sql).
    """

    keeping = NoPerson("Words to the team, from somebody who is written down nowhere; gone as soon as they are dealt with.", Kept.UNTIL_DEALT_WITH)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    people_or_partners = models.TextField(choices=choices(OF_WHOM))
    words = models.TextField()
    month = models.DateField()
    """The first day of the month in which they came."""

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-month"], name="words_to_a_team")]
        constraints = [models.CheckConstraint(name="words_to_a_team_say_something", condition=~Q(words=""))]
