"""What is to come: steps with who does each, safe waiting, and a look back when they want one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.journeys.words import HOW_A_LOOK_BACK_ENDED, HOW_A_STEP_ENDED, HOW_A_WAIT_ENDED, WHO_DOES_IT
from alongside.people.models import AboutSomebody

from .walking import STAFF, Level


def _ended_whole() -> Q:
    """How, when and by whom something ended: all of it or none."""
    return Q(ended_as="", ended_on__isnull=True, ended_at__isnull=True, ended_by__isnull=True) | ~Q(ended_as="") & Q(
        ended_on__isnull=False, ended_at__isnull=False, ended_by__isnull=False
    )


class Step(AboutSomebody):
    """A small agreed action, with who does it. A service is asked last, and is asked why."""

    keeping = Keeping(Part.RECORD, {"words": "A next step.", "who": "them", "why_a_service": "", "how_it_went": ""}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    who_kind = models.TextField(choices=choices(WHO_DOES_IT))
    who = models.TextField(blank=True)
    staff = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why_a_service = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    how_it_went = models.TextField(blank=True)
    ended_as = models.TextField(choices=choices(HOW_A_STEP_ENDED), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    laid_aside_with = models.ForeignKey(Level, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [
            models.Index(fields=["person"], name="steps_of_a_person"),
            models.Index(fields=["staff"], condition=Q(ended_on__isnull=True), name="steps_promised"),
        ]
        constraints = [
            models.CheckConstraint(name="what_we_promise_has_a_name", condition=~Q(who_kind="us") | Q(staff__isnull=False)),
            models.CheckConstraint(
                name="a_step_that_ended_says_how_when_and_by_whom",
                condition=_ended_whole(),
            ),
        ]


class Waiting(AboutSomebody):
    """Safe waiting: what is awaited, of whom, since when, and who keeps them company meanwhile."""

    keeping = Keeping(Part.RECORD, {"awaited": "An answer.", "of_whom": "", "company": "", "how_it_went": ""}, Kept.WITH_THE_RECORD)

    awaited = models.TextField()
    of_whom = models.TextField(blank=True)
    since = models.DateField()
    company = models.TextField(blank=True)
    staff = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    look_again_on = models.DateField(null=True, blank=True)
    step = models.ForeignKey(Step, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how_it_went = models.TextField(blank=True)
    ended_as = models.TextField(choices=choices(HOW_A_WAIT_ENDED), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    laid_aside_with = models.ForeignKey(Level, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="waits_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_wait_that_ended_says_how_when_and_by_whom", condition=_ended_whole()),
            models.CheckConstraint(name="a_wait_ends_after_it_began", condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since"))),
        ]


class LookBack(AboutSomebody):
    """A day on which they and we look at what has changed, if they want one."""

    keeping = Keeping(Part.RECORD, {"words": ""}, Kept.WITH_THE_RECORD)

    on = models.DateField()
    words = models.TextField(blank=True)
    """What was said, once it took place."""
    ended_as = models.TextField(choices=choices(HOW_A_LOOK_BACK_ENDED), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    laid_aside_with = models.ForeignKey(Level, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="looks_back_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_as=""), name="one_look_back_ahead"),
            models.CheckConstraint(name="a_look_back_that_ended_says_how_when_and_by_whom", condition=_ended_whole()),
        ]
