"""What a team thinks over together, and a member's own calendar. Nobody we walk alongside is in these tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.teams.models import Team
from alongside.web.models import Keyed

from ..words import THOUGHTS


class Reflection(Keyed):
    """Something of practice that a team thinks over: a scene made up or told without a name, and a question."""

    keeping = NoPerson("A scene with nobody's name in it, for the team alone; it is never part of a record.", Kept.WITH_THE_POST)

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    scene = models.TextField()
    question = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["team", "-on"], name="reflections_of_a_team")]
        constraints = [models.CheckConstraint(name="a_reflection_has_a_scene_and_a_question", condition=~Q(scene="") & ~Q(question=""))]


class Thought(Keyed):
    """What one of the team says to it: how they see it, or what they will try."""

    keeping = NoPerson("Words of a colleague about practice, for the team alone.", Kept.WITH_THE_POST)

    reflection = models.ForeignKey(Reflection, on_delete=models.PROTECT, related_name="thoughts")
    kind = models.TextField(choices=choices(THOUGHTS))
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(name="a_thought_has_words_until_it_is_taken_back", condition=~Q(words="") | Q(taken_back_at__isnull=False))]


class OwnCalendar(Keyed):
    """The address at which a colleague's own calendar reads the days of their meetings."""

    keeping = NoPerson("An address by which a calendar reads when meetings are; it opens nothing else.", Kept.WITH_THE_POST)

    staff = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reference = models.TextField(unique=True)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
