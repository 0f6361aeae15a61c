"""A good life in their words, and what we each do: versions, none of which is ever changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.journeys.words import AGREEMENT_PARTS, HOW_AGREED
from alongside.people.models import AboutSomebody


class GoodLife(AboutSomebody):
    """What a good life is to them, in their words. Each version stays; the newest is the one that holds."""

    keeping = Keeping(Part.RECORD, {"words": "To see people more often.", "who_was_there": ""}, Kept.WITH_THE_RECORD)

    words = models.TextField()
    how_agreed = models.TextField(choices=choices(HOW_AGREED), blank=True)
    who_was_there = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person", "-at"], name="good_life_of_a_person")]


class Agreement(AboutSomebody):
    """A version of the shared agreement: what we each do, in one box or in parts. They can change or end any part of it at any time."""

    keeping = Keeping(
        Part.RECORD,
        {
            "words": "We will see each other now and then.",
            "they_do": "",
            "we_do": "",
            "others_do": "",
            "how_we_meet": "",
            "not_do": "",
            "who_was_there": "",
            "kept_where": "",
        },
        Kept.WITH_THE_RECORD,
    )

    version = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    they_do = models.TextField(blank=True)
    we_do = models.TextField(blank=True)
    others_do = models.TextField(blank=True)
    how_we_meet = models.TextField(blank=True)
    not_do = models.TextField(blank=True)
    agreed_on = models.DateField()
    how_agreed = models.TextField(choices=choices(HOW_AGREED))
    who_was_there = models.TextField(blank=True)
    kept_where = models.TextField(blank=True)
    """Where the paper is that they signed."""

    class Meta(AboutSomebody.Meta):
        constraints = [
            models.UniqueConstraint(fields=["person", "version"], name="a_version_of_an_agreement_is_one"),
            models.CheckConstraint(name="an_agreement_says_something", condition=~Q(words="", they_do="", we_do="", others_do="", how_we_meet="", not_do="")),
        ]


class EndedPart(AboutSomebody):
    """They ended a part of an agreement, or the whole of it, in their words. The version stays as it was, and so does the relationship."""

    keeping = Keeping(Part.RECORD, {"words": "They would rather not."}, Kept.WITH_THE_RECORD)

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="ended_parts")
    part = models.TextField(choices=choices(AGREEMENT_PARTS))
    on = models.DateField()
    words = models.TextField(blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="ended_parts_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["agreement", "part"], name="a_part_ends_once")]
