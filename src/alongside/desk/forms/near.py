"""Forms for what somebody would like of a neighbour, for what they say about meeting one, and for whom they must not meet."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.connections.words import SAID_TO_MEETING, WHAT_WOULD_THEY_LIKE, WHO_IS_NOT_TO_MEET
from alongside.people.words import HOW_THEY_SAID_SO
from alongside.web.boxes import Form, a_yes, line, long
from alongside.web.forms import DateParts


class WouldLikeForm(Form):
    """Something a neighbour could do with them or for them."""

    words = line(
        _("What would they like?"),
        hint=_("In their words, such as “somebody to play chess with on Tuesdays” or “to learn to knit”."),
        ask=WHAT_WOULD_THEY_LIKE,
        required=True,
    )
    how_they_said_so = line(_("How did they say so?"), hint=_("For instance: aloud, at home."), ask=HOW_THEY_SAID_SO, required=True)


class MeetForm(Form):
    """What they said when they were asked."""

    said = {"answer": SAID_TO_MEETING}
    answer = a_yes(_("Would they like to meet?"))
    how_they_said_so = line(_("How did they say so?"), hint=_("For instance: aloud, at home. A no needs no reason."), ask=HOW_THEY_SAID_SO)


class MetForm(Form):
    """The first time."""

    on = DateParts(label=_("When did they meet?"))
    words = long(_("What do they say about it?"), required=False, rows=3)


class ApartForm(Form):
    """Somebody they must never be brought together with."""

    name = line(
        _("Whom must they not meet?"), hint=_("A first and a last name, and any other name in a line of its own later."), ask=WHO_IS_NOT_TO_MEET, required=True
    )
    why = long(_("Why?"), hint=_("Only as much as a colleague needs to know."), required=False, rows=2)
