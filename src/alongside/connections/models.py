"""Who was linked to what: a connection and the ladder it climbs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.directory.models import Entry
from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody

from .words import KINDS, RUNGS


class Connection(AboutSomebody):
    """A link from a person to a person, group, place or service."""

    keeping = Keeping(Part.RECORD, {"to": "A group nearby", "why": ""}, Kept.WITH_THE_RECORD)

    to = models.TextField()
    kind = models.TextField(choices=choices(KINDS))
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    made_on = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="connections_of_a_person")]
        constraints = [models.CheckConstraint(name="a_connection_leads_somewhere", condition=~Q(to=""))]


class Rung(AboutSomebody):
    """A step of the ladder a connection reached, on a day; the newest is where it stands."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="rungs")
    rung = models.TextField(choices=choices(RUNGS))
    on = models.DateField()
    words = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["connection", "-on", "-at"], name="rungs_of_a_connection"), models.Index(fields=["person"], name="rungs_of_a_person")]
        constraints = [models.CheckConstraint(name="not_for_me_says_why", condition=~Q(rung="not for me") | ~Q(words=""))]
