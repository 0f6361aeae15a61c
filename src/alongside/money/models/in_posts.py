"""Who does the work of a post, and when: by this alone people are counted by post and by who pays for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Kept, NoPerson
from alongside.web.models import Keyed

from ..posts import Stretch
from .posts import Post


class InPost(Keyed):
    """Somebody of the staff does a post's work, from one day up to another; two may share one post, nobody is in two on one day."""

    keeping = NoPerson("Staff and the post they are in; nobody who is walked alongside.", Kept.WITH_THE_POST)

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="held")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    gone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["since", "staff__name"]
        indexes = [models.Index(fields=["staff"], condition=Q(gone_at__isnull=True), name="posts_of_somebody")]
        constraints = [
            models.UniqueConstraint(fields=["staff"], condition=Q(gone_at__isnull=True, until__isnull=True), name="in_one_post_at_a_time"),
            models.CheckConstraint(name="in_a_post_until_after_it_began", condition=Q(until__isnull=True) | Q(until__gt=F("since"))),
            models.CheckConstraint(
                name="in_post_is_taken_back_by_somebody",
                condition=Q(gone_by__isnull=True, gone_at__isnull=True) | Q(gone_by__isnull=False, gone_at__isnull=False),
            ),
        ]

    @property
    def over(self) -> Stretch:
        """Its days."""
        return Stretch(self.since, self.until)
