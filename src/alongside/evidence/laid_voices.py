"""What people and partners say of the team, a line for each question: of what may be told already, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.feedback.questions import QUESTIONS, Question
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say, say_word

from .messages import percent
from .saying import Shown
from .voices import LEFT_OUT

ASKED = "asked-of-us"
FIGURE_OF = {"stars": "stars", "difference": "difference", "connected": "in-touch", "valuable": "valuable", "rooted": "rooted"}
"""By question, the figure that counts its answers."""
Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]


def said_by(whom: str, counted: Mapping[str, Shown]) -> Table:
    """A line for each question that they are asked, under what the first of them comes to."""
    asked = counted[ASKED].table.parts.get(whom)
    rows: list[tuple[str, ...]] = []
    first = ""
    for question in (one for one in QUESTIONS if one.people_or_partners == whom):
        shown = counted[FIGURE_OF[question.key]]
        good, answered = good_of(question, shown)
        share = percent(good, answered)
        said = _counted_together(question, shown.vocabulary)
        rows.append((say(question.asks, shown.vocabulary), said, _told(good), _told(answered), _("not told") if share is None else f"{share}%", _told(asked)))
        first = first or (_("%(share)s%% of those who answered said: %(said)s") % {"share": share, "said": said} if share is not None else "")
    heads = (_("Question"), _("Counted together"), _("How many"), _("Of how many who answered it"), _("Share"), _("Asked"))
    return first or _("Too few answers for a share of them"), heads, rows


def good_of(question: Question, shown: Shown) -> tuple[int | None, int | None]:
    """How many gave an answer that is counted together, and how many answered the question; None where a number that is needed is held back."""
    parts = shown.table.parts
    good, left_out, total = [parts.get(one) for one in question.good], parts.get(LEFT_OUT), shown.table.total
    answered = None if total is None or left_out is None else max(total - left_out, 0)
    return (None if None in good else sum(one or 0 for one in good)), answered


def _counted_together(question: Question, vocabulary: Vocabulary) -> str:
    return _(" or ").join(say_word(word, vocabulary) for word in question.answers if word.stored in question.good)


def _told(n: int | None) -> str:
    return _("held back") if n is None else str(n)
