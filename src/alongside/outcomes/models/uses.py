"""How often somebody used a service: by which source, over which days. Whatever no source tells of is not known, and is no nought."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import SERVICES_USED, SOURCES_OF_USE


class BroughtUses(Keyed):
    """A table of a practice's that was brought in, and who is in it by count; its rows stand with each person."""

    keeping = NoPerson("That a table came in, and how many rows it had.", Kept.WITH_THE_RECORD)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    practice = models.TextField()
    since = models.DateField()
    until = models.DateField()
    people = models.PositiveIntegerField()
    uses = models.PositiveIntegerField()
    by = models.ForeignKey("teams.Staff", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="a_table_of_uses_tells_of_some_days", condition=Q(until__gt=F("since")) & ~Q(practice=""))]


class KnownUse(AboutSomebody):
    """That one source tells of somebody's use of one service from a day up to another: how many times in all, or each on its day (`UseOn`)."""

    keeping = Keeping(Part.RECORD, {"words": "", "practice": ""}, Kept.WITH_THE_RECORD)

    service = models.TextField(choices=choices(SERVICES_USED))
    source = models.TextField(choices=choices(SOURCES_OF_USE))
    since = models.DateField()
    until = models.DateField()
    times = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    practice = models.TextField(blank=True)
    brought = models.ForeignKey(BroughtUses, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "service"], name="known_uses_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_use_is_known_over_some_days", condition=Q(until__gt=F("since"))),
            models.CheckConstraint(
                name="what_a_practice_brought_has_days",
                condition=Q(source="practice", times__isnull=True, brought__isnull=False) | ~Q(source="practice") & Q(brought__isnull=True),
            ),
        ]


class UseOn(AboutSomebody):
    """One use of a service, on its day."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    known = models.ForeignKey(KnownUse, on_delete=models.CASCADE, related_name="days")
    on = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="uses_of_a_person")]
