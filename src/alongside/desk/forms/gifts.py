"""Forms for what somebody brings, and what they would like to be asked to help with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.people.words import HELP_WITH_WHAT, HOW_THEY_SAID_SO, WHAT_DO_THEY_BRING
from alongside.web.boxes import Form, line

from .several import SeveralForm

_BRING_HINT = _("A skill, an interest, a way of being with others.")


class GiftsForm(SeveralForm):
    """Several things they bring."""

    row = {"words": lambda: line(_("What do they bring?"), hint=_BRING_HINT)}
    must = {"words": WHAT_DO_THEY_BRING}


class GiftForm(Form):
    """One of them, said better."""

    words = line(_("What do they bring?"), hint=_BRING_HINT, ask=WHAT_DO_THEY_BRING, required=True)


class LikesToBeAskedForm(Form):
    """Their own choice to be asked."""

    words = line(
        _("What would they like to be asked to help with?"),
        hint=_("In their words, such as “mending bicycles” or “company on a walk”."),
        ask=HELP_WITH_WHAT,
        required=True,
    )
    how_they_said_so = line(_("How did they say so?"), hint=_("For instance: aloud, at home."), ask=HOW_THEY_SAID_SO, required=True)
