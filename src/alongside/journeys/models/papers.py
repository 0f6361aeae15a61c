"""Proofs and letters that somebody needs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.journeys.words import PAPER_STATES
from alongside.people.models import AboutSomebody


class Paper(AboutSomebody):
    """A proof or letter: what it is, who wants it, by when, and where it is now."""

    keeping = Keeping(Part.RECORD, {"what": "A letter.", "for_whom": "an office", "words": ""}, Kept.WITH_THE_RECORD)

    what = models.TextField()
    for_whom = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    state = models.TextField(choices=choices(PAPER_STATES))
    state_on = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="papers_of_a_person")]
        constraints = [models.CheckConstraint(name="a_paper_says_what_it_is", condition=~Q(what=""))]
