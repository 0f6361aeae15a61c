"""Published lists of tags, what entries' words suggest, and what people said of that."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.foundation.words import choices
from alongside.web.models import Keyed

from ..words import VERDICTS


class TagList(Keyed):
    """A list of tags as somebody publishes it: activities, or causes."""

    keeping = NoPerson("A published list of words.", Kept.WHILE_TRUE)

    name = models.TextField()
    address = models.TextField(unique=True)
    licence = models.TextField(blank=True)
    loaded_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Tag(Keyed):
    """One tag. Its key follows from its list and its code, so that it is the same in every house that uses the list."""

    keeping = NoPerson("A published word.", Kept.WHILE_TRUE)

    of_list = models.ForeignKey(TagList, on_delete=models.PROTECT, related_name="tags")
    code = models.TextField()
    name = models.TextField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="narrower")
    words = ArrayField(models.TextField(), default=list, blank=True)
    """What else it is called."""
    pattern = models.TextField(blank=True)
    """Its publisher's own regular expression, if they give one; `unless`: what must not stand in the same text."""
    unless = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["of_list", "code"], name="a_code_stands_once_in_its_list")]

    def __str__(self) -> str:
        return self.name


class LearnedTags(models.Model):
    """What labelled texts taught of a list: weights for words, of which each suggestion names those that decided."""

    keeping = NoPerson("Weights of words.", Kept.WHILE_TRUE)

    of_list = models.OneToOneField(TagList, primary_key=True, on_delete=models.CASCADE, related_name="learned")
    weights = models.BinaryField()
    texts = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class SuggestedTag(Keyed):
    """What an entry's words suggest, and which words; made anew whenever they change, and nothing until a person has said so."""

    keeping = NoPerson("A word for an entry.", Kept.WHILE_TRUE)

    entry = models.ForeignKey("directory.Entry", on_delete=models.CASCADE, related_name="suggested")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+")
    sure = models.FloatField()
    because = ArrayField(models.TextField())

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["-sure"], name="suggested_by_how_sure")]
        constraints = [models.UniqueConstraint(fields=["entry", "tag"], name="a_tag_is_suggested_once")]


class Tagging(Keyed):
    """That a person accepted or refused a tag for an entry, when, and why it had been suggested: by which words, how sure; neither, if they thought of it."""

    keeping = NoPerson("A word for an entry.", Kept.WHILE_TRUE)

    entry = models.ForeignKey("directory.Entry", on_delete=models.PROTECT, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="taggings")
    verdict = models.TextField(choices=choices(VERDICTS))
    because = ArrayField(models.TextField(), default=list, blank=True)
    sure = models.FloatField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    together = models.UUIDField()
    """The same for all that was said with one press, so that it is taken back with one."""
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["together"], name="taggings_together")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "tag"], condition=Q(taken_back_at__isnull=True), name="one_word_on_a_tag_stands"),
            models.CheckConstraint(
                name="a_word_on_a_tag_is_taken_back_by_somebody",
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True) | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]
