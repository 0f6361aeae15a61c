"""Pictures: their yes to photographs of papers, the photographs, pictures of their own, and an organisation's set for Easy Read."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Keeping, Kept, NoPerson, Part
from alongside.foundation.words import choices
from alongside.journeys.models import Paper
from alongside.people.models import AboutSomebody
from alongside.teams.models import Organisation
from alongside.web.models import Keyed

from .words import HOW_THEY_SAID_YES

STAFF = settings.AUTH_USER_MODEL


class PhotographsYes(AboutSomebody):
    """They said yes to photographs of their papers being kept; or did, and took it back."""

    keeping = Keeping(Part.RECORD, {}, Kept.WITH_THE_RECORD)

    on = models.DateField()
    how = models.TextField(choices=choices(HOW_THEY_SAID_YES))
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_how = models.TextField(choices=choices(HOW_THEY_SAID_YES), blank=True)
    taken_back_by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AboutSomebody.Meta):
        verbose_name = "yes to photographs of papers"
        indexes = [models.Index(fields=["person"], name="photographs_yes_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="a_yes_taken_back_says_how_and_by_whom",
                condition=Q(taken_back_at__isnull=True, taken_back_how="", taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_how=""),
            )
        ]


class PaperPicture(AboutSomebody):
    """A photograph of a proof or letter, kept because they wish it."""

    keeping = Keeping(Part.RECORD, {"words": "A letter.", "drawn": ""}, Kept.WITH_THE_RECORD, really_gone=True)

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    drawn = models.BinaryField()

    class Meta(AboutSomebody.Meta):
        verbose_name = "photograph of a paper"
        indexes = [models.Index(fields=["person", "paper"], name="photographs_of_a_paper")]
        constraints = [models.CheckConstraint(name="a_photograph_of_a_paper_is_told_in_words", condition=~Q(words=""))]


class TheirPicture(Keyed):
    """A picture in their own copy: added by themselves (`by` is nobody of ours), or by one of us with their yes."""

    keeping = Keeping(Part.SHARED_PAGE, {"words": "A picture.", "drawn": ""}, Kept.WITH_THE_RECORD, really_gone=True)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(STAFF, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    how = models.TextField(choices=choices(HOW_THEY_SAID_YES))
    words = models.TextField()
    drawn = models.BinaryField()

    class Meta:
        default_permissions = ()
        verbose_name = "picture of their own"
        indexes = [models.Index(fields=["person"], name="pictures_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_picture_is_told_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_picture_says_who_added_it",
                condition=Q(how="by their link", by__isnull=True) | ~Q(how="by their link") & Q(by__isnull=False),
            ),
        ]


class SetPicture(Keyed):
    """One picture of an organisation's own set for Easy Read, with where it is from."""

    keeping = NoPerson("A drawing or symbol that an administrator brought; what it is chosen for stands in other tables.", Kept.WITH_THE_POST)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    source = models.TextField()
    drawn = models.BinaryField()
    by = models.ForeignKey(STAFF, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    left_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = "picture for Easy Read"
        constraints = [models.CheckConstraint(name="a_picture_of_a_set_has_name_and_source", condition=~Q(name="") & ~Q(source=""))]

    @property
    def where_from(self) -> str:
        """In whoever brought it's own words."""
        return self.source
