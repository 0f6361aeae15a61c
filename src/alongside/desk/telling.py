"""How somebody prefers to be told what was said and agreed about them, for whoever is about to tell them."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from alongside.people.models import GoodToKnow
from alongside.web.vocabulary import say_word, word_for


def how_they_like_it(person_id: UUID) -> tuple[str, str]:
    """In a sentence, empty where nobody said; and which of the ways, as it is stored."""
    row = GoodToKnow.objects.filter(person_id=person_id).values_list("how_to_reach", "likes_to_be_told").first()
    reached, way = row or ("", "")
    told = _("They like to be told %(way)s.") % {"way": say_word(word_for(way, "people.LIKES_TO_BE_TOLD"))} if way else ""
    return " ".join(part for part in (told, f"{_('How they like to be reached:')} {reached}" if reached else "") if part), way
