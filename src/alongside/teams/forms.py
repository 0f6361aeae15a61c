"""What an administrator fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import LAC, say_meaning, say_word

from .models import Team
from .words import ROLES


class GiveSeat(forms.Form):
    """A role in one of the teams that the administrator looks after."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Team"), empty_label=None, error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one of your teams."))
    )
    role = forms.ChoiceField(
        widget=forms.RadioSelect, label=_("Role"), error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one of the roles."))
    )

    def __init__(self, *args: Any, teams: Any, vocabulary: Vocabulary = LAC, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams
        self.fields["role"].choices = [(word.stored, say_word(word, vocabulary, capital=True)) for word in ROLES]
        self.fields["role"].choice_hints = {word.stored: say_meaning(word) for word in ROLES}


class AddColleague(GiveSeat):
    """Somebody new, with their first seat."""

    name = forms.CharField(label=_("Name"), error_messages={"required": _("Write their name.")})
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("They sign in with it."),
        error_messages={"required": _("Write their e-mail address."), "invalid": _("Write the whole e-mail address, such as sam@example.org.")},
    )
    phone = forms.CharField(label=_("Telephone (if you like)"), required=False)
    field_order = ["name", "email", "phone", "team", "role"]


class Colours(forms.Form):
    """Four colours; an empty one is the house's own."""

    brand = forms.CharField(label=_("Brand colour"), required=False, max_length=20)
    link = forms.CharField(label=_("Link colour"), required=False, max_length=20)
    button = forms.CharField(label=_("Button colour"), required=False, max_length=20)
    accent = forms.CharField(label=_("Accent colour"), required=False, max_length=20)
