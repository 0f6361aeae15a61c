"""What every table shares, and the drafts of forms that save themselves."""

from __future__ import annotations

import re

from django.conf import settings
from django.db import models

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.foundation.keys import new_key

_NOBODYS_WORDS = re.compile(r"\d{1,4}|[0-9a-f]{16}|[0-9a-f-]{36}(\n[0-9a-f-]{36})*|on")


class Keyed(models.Model):
    """A table whose keys are made before its rows are written."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)

    class Meta:
        abstract = True


class Draft(Keyed):
    """Words somebody is still writing: theirs alone until they save them."""

    keeping = Keeping(Part.RECORD, {"words": "{}"}, Kept.UNTIL_SENT, own="writer_id")

    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    # No foreign key: this room stands below the people's.
    person_id = models.UUIDField(null=True)
    form = models.TextField()
    page = models.TextField()
    words = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["writer", "form", "person_id"], nulls_distinct=False, name="one_draft_a_form_and_person")]

    @property
    def typed(self) -> list[str]:
        """What somebody typed in it, the longest first; keys, and the numbers of a date, are nobody's words."""
        words = {value.strip(): None for value in self.words.values() if value.strip()}
        return sorted((one for one in words if not _NOBODYS_WORDS.fullmatch(one)), key=len, reverse=True)
