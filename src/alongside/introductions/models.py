"""How somebody came to us, by whom, and whether they said yes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team
from alongside.web.models import Keyed

from .words import AREAS, SOURCES, WAYS_OF_SENDING, WHEN_TOLD


class Introduction(AboutSomebody):
    """Somebody was introduced, or came themselves."""

    keeping = Keeping(Part.RECORD, {"introduced_by": "A neighbour", "why": "", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    introduced_by = models.TextField()
    source = models.TextField(choices=choices(SOURCES))
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_yes = models.BooleanField()
    how_they_said_yes = models.TextField(blank=True)
    why = models.TextField(blank=True)
    on = models.DateField()
    amended_at = models.DateTimeField(null=True, blank=True)
    for_whom = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    accepted_on = models.DateField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="introductions_of_a_person"), models.Index(fields=["team", "on"], name="introductions_of_a_team")]
        constraints = [
            models.CheckConstraint(name="nobody_is_introduced_without_their_yes", condition=Q(said_yes=True)),
            models.CheckConstraint(
                name="an_acceptance_says_when_and_by_whom",
                condition=Q(accepted_on__isnull=True, accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_on__isnull=False, accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        ]


class MessageBack(AboutSomebody):
    """What we told the GP, or whoever introduced them, with their yes: word for word as it was sent, to whom and when."""

    keeping = Keeping(Part.RECORD, {"words": "They have met us.", "to_whom": "A surgery", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    introduction = models.ForeignKey(Introduction, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_whom = models.TextField()
    words = models.TextField()
    how_they_said_yes = models.TextField()
    how_sent = models.TextField(choices=choices(WAYS_OF_SENDING))
    sent_on = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="messages_back_of_a_person")]
        constraints = [models.CheckConstraint(name="a_message_back_has_their_yes", condition=~Q(how_they_said_yes="") & ~Q(words="") & ~Q(to_whom=""))]


class TeamReason(Keyed):
    """A word of a team's own for why people come. One that is retired is offered no more, and stays where it was used."""

    keeping = NoPerson("A word on a team's list.", Kept.WHILE_TRUE)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    area = models.TextField(choices=choices(AREAS), blank=True)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "words"], name="a_reason_stands_once_on_a_list"),
            models.CheckConstraint(name="a_reason_on_a_list_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words


class WhyTheyCame(AboutSomebody):
    """One of the reasons why somebody came: an area, a word of the team's, or their own words. What was said first stays."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    area = models.TextField(choices=choices(AREAS), blank=True)
    listed = models.ForeignKey(TeamReason, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    told = models.TextField(choices=choices(WHEN_TOLD))
    on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="reasons_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_reason_says_something", condition=~Q(area="") | Q(listed__isnull=False) | ~Q(words="")),
            models.CheckConstraint(name="a_reason_ends_after_it_was_told", condition=Q(until__isnull=True) | Q(until__gte=models.F("on"))),
        ]
