"""How somebody came to us, by whom, and whether they said yes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team

from .words import SOURCES, WAYS_OF_SENDING


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

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="introductions_of_a_person"), models.Index(fields=["team", "on"], name="introductions_of_a_team")]
        constraints = [models.CheckConstraint(name="nobody_is_introduced_without_their_yes", condition=Q(said_yes=True))]


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
