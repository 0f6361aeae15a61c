"""The sheets on which an introduction that came in is answered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.introductions.words import ANSWERS_BACK
from alongside.web.boxes import Form, line, long, one_of


class AnswerBackForm(Form):
    """What whoever introduced them reads, and how the person agreed to that."""

    said = {"answer": ANSWERS_BACK[:3]}
    answer = one_of(_("What do they read?"), hint=_("It stands on their own page, without a name."))
    words = long(_("If in our own words: which?"), rows=2, required=False, most=1000)
    how_they_agreed = line(_("How did the person agree that this is told?"), hint=_("Aloud, at the door. “It is with us” needs no yes."))


class NotTakenUpForm(Form):
    """Why it is not taken up, as far as whoever brought it reads it."""

    said = {"answer": (ANSWERS_BACK[0], ANSWERS_BACK[3])}
    answer = one_of(_("What do they read?"), hint=_("Nothing of the person. The words that came in are gone afterwards."))
