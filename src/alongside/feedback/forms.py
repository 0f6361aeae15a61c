"""The sheets: whom to ask, and what is answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.places.models import Locality
from alongside.web.boxes import Form, long, one_of
from alongside.web.forms import LastDay
from alongside.web.vocabulary import say, say_word

from .questions import Question, asked_of
from .rules import MOST_ASKED, Said
from .words import ANYTHING_ELSE, LEAVE_IT_OUT, NAME_NOBODY, ONE_OR_MORE, WAYS

WOULD_RATHER_NOT = "would_rather_not"
"""The name of the second button."""


class AskForm(Form):
    """How many are asked, where, and until when."""

    how_many = forms.IntegerField(
        label=_("How many do you ask?"),
        help_text=_("Everybody who gets the link or the sheet. It answers as often as that, and no more."),
        min_value=1,
        max_value=MOST_ASKED,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), ONE_OR_MORE),
    )
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("In which neighbourhood?"), required=False, empty_label=_("In several, or not said"))
    last_day = LastDay(label=_("Until which day is it open?"))

    def __init__(self, *args: Any, localities: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities


class SayForm(Form):
    """The questions, none of which has to be answered, and a box for words."""

    def __init__(self, *args: Any, people_or_partners: str, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.asked = asked_of(people_or_partners)
        for one in self.asked:
            self.fields[one.key] = _box(one, vocabulary)
        self.fields["words"] = long(say(ANYTHING_ELSE, vocabulary), hint=say(NAME_NOBODY, vocabulary), rows=4, required=False, most=2000)

    def told(self) -> Said:
        """As an action takes it."""
        if WOULD_RATHER_NOT in self.data:
            return Said(would_rather_not=True)
        return Said({one.key: self.cleaned_data[one.key] for one in self.asked}, self.cleaned_data["words"])


class TypedForm(SayForm):
    """The same, as one of us types it in."""

    said = {"how_told": WAYS[1:]}
    how_told = one_of(_("How did they answer?"))


def _box(one: Question, vocabulary: Vocabulary) -> forms.ChoiceField:
    offered = [*((word.stored, say_word(word, vocabulary, capital=True)) for word in one.answers), ("", say(LEAVE_IT_OUT, vocabulary))]
    return forms.ChoiceField(label=say(one.asks, vocabulary), choices=offered, required=False, widget=forms.RadioSelect)
