"""What somebody typed in a form they left, line by line: each with what it answers, and nothing that they only chose."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Vocabulary
from alongside.web.models import Draft
from alongside.web.vocabulary import all_words, say

LABELS = {
    "name": Sentence("Name"),
    "likes_to_be_called": Sentence("Likes to be called"),
    "phone": Sentence("Telephone"),
    "postcode": Sentence("Postcode"),
    "address": Sentence("Address"),
    "email": Sentence("E-mail"),
    "introduced_by": Sentence("Introduced by", sp="Referred by"),
    "how_they_said_yes": Sentence("How they said yes"),
    "extract": Sentence("What they would know"),
    "to": Sentence("With"),
    "to_whom": Sentence("To"),
    "whom": Sentence("Whom"),
    "with_whom": Sentence("With whom"),
    "who": Sentence("Who does it"),
    "relation": Sentence("What they are to one another"),
    "gives": Sentence("Gives"),
    "receives": Sentence("Receives"),
    "why": Sentence("Why"),
    "why_a_service": Sentence("Why a service"),
    "where": Sentence("Where"),
    "what": Sentence("What"),
    "for_whom": Sentence("For whom"),
    "awaited": Sentence("What is awaited"),
    "of_whom": Sentence("From whom"),
    "company": Sentence("Who keeps company"),
    "how_to_reach": Sentence("How to reach them"),
    "likes_to_be_told": Sentence("How they like to be told"),
    "keep_in_mind": Sentence("To keep in mind"),
    "access": Sentence("What makes it easy"),
    "they_do": Sentence("What they do"),
    "we_do": Sentence("What we do"),
    "others_do": Sentence("What others do"),
    "how_we_meet": Sentence("How and when we meet"),
    "not_do": Sentence("What we do not do"),
    "who_was_there": Sentence("Who was there"),
    "reason": Sentence("Why"),
    "called": Sentence("Which one"),
    "near": Sentence("Near where"),
    "usual_places": Sentence("Often at"),
    "starts_at": Sentence("What time"),
    "source": Sentence("Where it is from"),
}
"""By the name of a box; what is in no box of these stands for itself."""

_WHAT_WE_WERE_TOLD = Sentence("What you were told")
_WHAT_FOR = Sentence("What it is for")
OF_FORM = {
    "introduction": {"who": LABELS["name"], "why": _WHAT_WE_WERE_TOLD},
    "introduction again": {"why": _WHAT_WE_WERE_TOLD},
    "amended introduction": {"why": _WHAT_WE_WERE_TOLD},
    "visit": {"words": _WHAT_FOR},
    "moved visit": {"words": _WHAT_FOR},
    "asking whether right": {"to": Sentence("Who gets it")},
}
"""Where a form asks something else in a box of that name."""


def lines_of(draft: Draft, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Each thing they typed with what it answers, the longest first."""
    chosen = {stored for place, words in all_words().items() if place for stored in words}
    boxes = {str(value).strip(): name.rpartition("-")[2] for name, value in reversed(draft.words.items())}
    labels = LABELS | OF_FORM.get(draft.form.partition("/")[0], {})
    told = [(labels.get(boxes[typed]), typed) for typed in draft.typed if typed not in chosen]
    return [(say(label, vocabulary) if label else "", typed) for label, typed in told]
