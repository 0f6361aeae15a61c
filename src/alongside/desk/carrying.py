"""How that which is carried from one record to another is said, by the table it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.foundation.words import Sentence, Vocabulary
from alongside.web.vocabulary import say

KINDS: dict[str, Sentence] = {
    "journeys_note": Sentence("notes: %(many)s"),
    "introductions_introduction": Sentence("introductions: %(many)s", sp="referrals: %(many)s"),
    "journeys_step": Sentence("next steps: %(many)s", sp="actions: %(many)s"),
    "journeys_visit": Sentence("visits: %(many)s", sp="appointments: %(many)s"),
    "journeys_agreement": Sentence("versions of the shared agreement: %(many)s", sp="versions of the support plan: %(many)s"),
    "journeys_goodlife": Sentence("versions of their good life: %(many)s", sp="versions of what matters to them: %(many)s"),
    "journeys_level": Sentence("levels, with their dates: %(many)s", sp="kinds of support, with their dates: %(many)s"),
    "journeys_alongside": Sentence("who walks alongside: %(many)s", sp="who supports them: %(many)s"),
    "connections_connection": Sentence("connections: %(many)s", sp="onward links: %(many)s"),
    "outcomes_lifechange": Sentence("changes: %(many)s", sp="outcomes: %(many)s"),
    "mine_link": Sentence("links to their own copy, which show the one record from then on: %(many)s"),
    "people_gift": Sentence("gifts: %(many)s", sp="strengths: %(many)s"),
    "people_intheirlife": Sentence("people in their life: %(many)s"),
    "access_choice": Sentence("choices about who may know: %(many)s"),
    "access_naming": Sentence("partners who were told: %(many)s"),
}
"""The kinds that people ask about; whatever else there is counts together."""
BOTH_HAVE_A_LEVEL = Sentence(
    "Both have a level now. The nearer one holds, Level 2 before Level 1; the other stands in the story as ended today.",
    sp="Both have a kind of support now. The nearer one holds, active support before advice; the other stands in the story as ended today.",
)
BOTH_HAVE_AN_AGREEMENT = Sentence(
    "Both have a shared agreement. All versions are kept and numbered by their dates, so that the newest holds.",
    sp="Both have a support plan. All versions are kept and numbered by their dates, so that the newest holds.",
)
OTHER = Sentence("other entries: %(many)s")


def say_carried(counted: Mapping[str, int], vocabulary: Vocabulary) -> list[str]:
    """A line for each kind of which there is any."""
    said = [say(sentence, vocabulary, many=counted[table]) for table, sentence in KINDS.items() if counted.get(table)]
    others = sum(many for table, many in counted.items() if table not in KINDS)
    return said + ([say(OTHER, vocabulary, many=others)] if others else []) or [_("nothing")]
