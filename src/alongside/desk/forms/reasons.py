"""Why somebody came, and the team's own words for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.introductions.models import TeamReason
from alongside.introductions.words import AREAS, WHEN_TOLD
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts
from alongside.web.vocabulary import LAC, say_meaning, say_word


class SeveralAreas(forms.MultipleChoiceField):
    """Any of the seven areas."""

    def __init__(self, **given: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **given)

    def offer(self, vocabulary: Vocabulary) -> None:
        """The seven, in the team's words."""
        self.choices = [(word.stored, say_word(word, vocabulary, capital=True)) for word in AREAS]
        self.choice_hints = {word.stored: say_meaning(word) for word in AREAS}


def from_the_list() -> forms.ModelMultipleChoiceField:
    """Any of the team's own words."""
    return forms.ModelMultipleChoiceField(TeamReason.objects.none(), label=_("From the team’s list"), required=False, widget=forms.CheckboxSelectMultiple)


def offer_the_list(form: forms.Form, listed: QuerySet[TeamReason]) -> None:
    """The team's own words; a team without any is not asked."""
    form.fields["listed"].queryset = listed
    if not listed.exists():
        del form.fields["listed"]


class WhyForm(Form):
    """Several reasons at once, and their own words beside."""

    said = {"told": WHEN_TOLD}
    areas = SeveralAreas(label=_("What is it about?"), help_text=_("Tick as many as they say."))
    listed = from_the_list()
    words = line(_("In their words"))
    told = one_of(_("When did they tell it?"))
    on = DateParts(label=_("On which day?"))

    def __init__(self, *args: Any, vocabulary: Vocabulary = LAC, listed: QuerySet[TeamReason], **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.fields["areas"].offer(vocabulary)
        offer_the_list(self, listed)


class TeamReasonForm(Form):
    """One more word for the team's list."""

    said = {"area": AREAS}
    or_none = {"area": _("None of them")}
    words = line(_("Word or words"), hint=_("As the team says it: “letters from the council”, “new here”."), ask=_("Write the word or words."), required=True)
    area = one_of(_("Which area does it belong to?"), required=False)
