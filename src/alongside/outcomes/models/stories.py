"""Stories that somebody chose to tell: each drafted with them, for one use, and printed only with their yes to these very words."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.words import choices
from alongside.people.models import AboutSomebody

from ..words import USES_OF_A_STORY


class Story(AboutSomebody):
    """One story for one use. `changed` says which details are otherwise than they were; `judged` holds what was looked at with them and may stay.

    A yes is to the words as they stood: as soon as they are changed, it holds no longer. What was withdrawn is printed no more.
    """

    keeping = Keeping(
        Part.RECORD,
        {"words": "Somebody told a story.", "use": "A paper", "changed": "", "judged": "", "how_they_said_yes": "", "how_withdrawn": "", "printed_where": ""},
        Kept.WITH_THE_RECORD,
    )

    words = models.TextField()
    use_kind = models.TextField(choices=choices(USES_OF_A_STORY))
    use = models.TextField()
    changed = models.TextField(blank=True)
    judged = models.TextField(blank=True)
    yes_on = models.DateField(null=True, blank=True)
    how_they_said_yes = models.TextField(blank=True)
    printed_on = models.DateField(null=True, blank=True)
    printed_where = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    how_withdrawn = models.TextField(blank=True)
    amended_at = models.DateTimeField(null=True, blank=True)

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["person"], name="stories_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_story_says_what_it_is_for", condition=~Q(words="") & ~Q(use="")),
            models.CheckConstraint(name="a_story_is_printed_with_a_yes", condition=Q(printed_on__isnull=True) | Q(yes_on__isnull=False)),
        ]

    @property
    def may_stay(self) -> list[str]:
        """What was looked at with them and may stay, a line each."""
        return self.judged.splitlines()

    @property
    def stands(self) -> str:
        """Where it is: printed, withdrawn (before or after), with their yes, or a draft."""
        if self.withdrawn_on:
            return "withdrawn after" if self.printed_on else "withdrawn"
        return "printed" if self.printed_on else "their yes" if self.yes_on else "draft"
