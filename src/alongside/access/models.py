"""What names somebody to a partner, until meetings and hand-overs do the same."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.foundation.keeping import Keeping, Kept, Part
from alongside.people.models import AboutSomebody


class Naming(AboutSomebody):
    """A person is named to a partner, with their yes: who, the words they agreed may be known, and until when."""

    keeping = Keeping(Part.AGREED_EXTRACT, {"extract": "They would like a word.", "how_they_said_yes": ""}, Kept.WITH_THE_RECORD)

    partner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    extract = models.TextField()
    how_they_said_yes = models.TextField()
    since = models.DateField()
    until = models.DateField()

    class Meta(AboutSomebody.Meta):
        indexes = [models.Index(fields=["partner", "person"], name="named_to_a_partner"), models.Index(fields=["person"], name="namings_of_a_person")]
        constraints = [
            models.CheckConstraint(name="a_naming_ends_after_it_began", condition=Q(until__gte=F("since"))),
            models.CheckConstraint(name="a_naming_has_their_yes", condition=~Q(how_they_said_yes="")),
        ]
