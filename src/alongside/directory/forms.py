"""The boxes by which anybody says what they are looking for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from alongside.foundation.folding import fold_postcode
from alongside.places.queries import Place, place_called

from .reasons import access_said
from .wishing import Wish
from .words import ACCESS

USUAL_REACH = "3000"
REACHES = (
    ("1000", _("1 km, a short walk")),
    ("2000", _("2 km")),
    (USUAL_REACH, _("3 km")),
    ("5000", _("5 km")),
    ("10000", _("10 km")),
    ("20000", _("20 km")),
)
"""Metres that somebody can go, as choices."""

LONGEST_KEY = 100
"""Letters of a key of something understood."""

DAYS = [(str(number + 1), name) for number, name in WEEKDAYS.items()]


class TakenBack(forms.MultipleChoiceField):
    """What was understood from the words and is not to be gone by: keys that understanding.py gave out."""

    def valid_value(self, value: str) -> bool:
        """Whatever is no key takes nothing back."""
        return len(value) < LONGEST_KEY


def somewhere(near: str) -> Place:
    """The place that is called so, or a sentence."""
    place = place_called(near)
    if place is None and fold_postcode(near):
        raise ValidationError(_("The postcode %(place)s is not in our list. Write the name of a part of town near it."), params={"place": near})
    if place is None:
        raise ValidationError(_("We do not know where “%(place)s” is. Write a whole postcode, or the name of a part of town."), params={"place": near})
    return place


class LookingForm(forms.Form):
    """What, where from, how far, when, and what it must have."""

    use_required_attribute = False

    words = forms.CharField(label=_("What would you like?"), required=False, max_length=1000)
    near = forms.CharField(label=_("Near where?"), help_text=_("A postcode, or a part of town."), required=False, max_length=60, widget=forms.TextInput)
    far = forms.ChoiceField(label=_("How far can you go?"), required=False, choices=REACHES, initial=USUAL_REACH)
    day = forms.MultipleChoiceField(label=_("Which days?"), required=False, choices=DAYS, widget=forms.CheckboxSelectMultiple)
    access = forms.MultipleChoiceField(label=_("It must have"), required=False, widget=forms.CheckboxSelectMultiple)
    free = forms.BooleanField(label=_("Only what costs nothing, as far as we know"), required=False)
    left = TakenBack(required=False, widget=forms.MultipleHiddenInput)
    afresh = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.place: Place | None = None
        self.fields["access"].choices = [(word.stored, access_said(word.stored).capitalize()) for word in ACCESS]

    def clean_near(self) -> str:
        """A place that we know, or a sentence."""
        near: str = self.cleaned_data["near"].strip()
        self.place = somewhere(near) if near else None
        return near

    def wish(self, today: date) -> Wish:
        """What was asked, for the engine; only after the form is found valid."""
        said = self.cleaned_data
        return Wish(
            words=said["words"],
            latitude=self.place.latitude if self.place else None,
            longitude=self.place.longitude if self.place else None,
            reach=int(said["far"] or USUAL_REACH) if self.place else None,
            days=frozenset(int(day) for day in said["day"]),
            access=frozenset(said["access"]),
            free_only=said["free"],
            today=today,
            left=frozenset() if said["afresh"] else frozenset(said["left"]),
        )
