"""The form for what somebody chose."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.models import Choice
from alongside.access.words import ANSWERS, AUDIENCES, HOW_GIVEN
from alongside.web.boxes import Form, a_yes, line, one_of
from alongside.web.forms import DateParts, LastDay

OUR_WAYS = HOW_GIVEN[:2]
"""How an answer is given to one of us; what they choose by their own link they write themselves."""


class ChoiceForm(Form):
    """Yes, no, or ask me; for whom, since when and how it was said."""

    said = {"audience": tuple(word for word in AUDIENCES if word.stored != "partner"), "answer": ANSWERS[:3], "how": OUR_WAYS}

    audience = one_of(_("Who may know?"), ask=_("Say for whom they chose."))
    called = line(_("Which one?"), hint=_("For a meeting, a group or somebody else: what it is called."))
    answer = a_yes(_("What do they say?"), ask=_("Say what they chose: yes, no, or ask me."))
    on = DateParts(label=_("When did they say it?"))
    how = one_of(_("How?"))
    words = line(_("Their own words"), hint=_("What they want known or not known, if they said."))
    until = LastDay(label=_("Does a yes end on a day?"), help_text=_("The last day on which it holds. Leave it empty if it does not end."), required=False)

    def __init__(self, *args: Any, already: Choice | None = None, **given: Any) -> None:
        super().__init__(*args, **given)
        if already is not None:
            del self.fields["audience"], self.fields["called"]

    def clean(self) -> dict[str, Any]:
        """A meeting, a group or somebody else has to be told apart from others."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("audience") in ("meeting", "group", "somebody else") and not said.get("called", "").strip():
            self.add_error("called", forms.ValidationError(_("Say which one, so that others know too.")))
        return said
