"""How a team works."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.web.boxes import Form
from alongside.web.vocabulary import LAC, say

from ..sections import CAN_BE_LEFT_OUT


class YourTeamForm(Form):
    """What stands on the team's pages, and when somebody has gone quiet."""

    shown = forms.MultipleChoiceField(
        label=_("What stands on somebody’s page while it is still empty?"),
        help_text=_("Untick what you never use."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    quiet_after_days = forms.IntegerField(
        label=_("After how many days without contact has somebody gone quiet?"),
        help_text=_("A reminder on Today. Whoever has a rhythm of their own is left to it."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid"), _("Write a number of days, such as 28.")),
    )

    asks = forms.MultipleChoiceField(
        label=_("What would you like to know of each visit?"),
        help_text=_("Never required. Leave all empty, and nobody is asked."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("minutes", _("Minutes together")), ("travel_minutes", _("Minutes on the way")), ("miles", _("Miles"))],
    )

    asks_people = forms.MultipleChoiceField(
        label=_("What would you like people to say of themselves?"),
        help_text=_(
            "Only if somebody needs to know whom you reach. Nobody has to answer, and help never depends on it. "
            "It is counted, and shown to nobody but your team."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("sex", _("Their sex")), ("ethnic_group", _("Their ethnic group")), ("caring", _("Whether they look after somebody, unpaid"))],
    )

    def __init__(self, *args: Any, vocabulary: Vocabulary = LAC, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.fields["shown"].choices = [(section.name, say(section.says, vocabulary)) for section in CAN_BE_LEFT_OUT if section.says]
