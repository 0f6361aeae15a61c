"""The boxes of a kept wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.directory.forms import USUAL_REACH, LookingForm
from alongside.directory.gaps.models import Gap
from alongside.directory.gaps.said import LONGEST, MOST, said_of
from alongside.foundation.words import Vocabulary
from alongside.web.boxes import Form, line


def would_come() -> forms.IntegerField:
    """A box for how many would come."""
    return forms.IntegerField(
        label=_("How many would come?"),
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={name: _("Write a number from 1 to 500.") for name in ("required", "invalid", "min_value", "max_value")},
    )


class KeepGapForm(forms.Form):
    """What is said as a wish is kept with one press: how many would come, and whether it stands on their page."""

    use_required_attribute = False
    how_many = would_come()
    on_their_page = forms.BooleanField(required=False)


class GapForm(LookingForm):
    """What is wished, near where, when, and how many would come."""

    words = forms.CharField(
        label=_("What is wished for?"),
        help_text=_("Nobody’s name, and no number: others read it."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words what is wished for.")},
    )
    near = forms.CharField(
        label=_("Near where?"),
        help_text=_("A part of town. Of a postcode only its neighbourhood is kept."),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    how_many = would_come()

    def __init__(self, *args: Any, vocabulary: Vocabulary, of: Gap, **given: Any) -> None:
        super().__init__(*args, **given)
        self.of = of
        self.fields["afresh"].disabled = True

    def clean_near(self) -> str:
        """A place that we know; what stood there already may have another name by now, and stays."""
        said: str = self.cleaned_data["near"].strip()
        return said if said == self.of.near else super().clean_near()

    def clean(self) -> dict[str, Any]:
        """With the whole of it as it may be kept."""
        given = super().clean() or {}
        if not self.errors:
            wish = replace(self.wish(date.min), words=given["words"])
            kept = said_of(wish, self.place, given["how_many"])
            same_place = given["near"] and self.place is None
            far = int(given["far"] or USUAL_REACH)
            where = {"near": self.of.near, "latitude": self.of.latitude, "longitude": self.of.longitude, "reach": far} if same_place else {}
            given["said"] = replace(kept, spoken=self.of.spoken, heard_in=self.of.heard_in, stood_in_the_way=self.of.stood_in_the_way, **where)
        return given


def as_typed(gap: Gap) -> dict[str, Any]:
    """What stands in it, by box."""
    return {
        "words": gap.words,
        "near": gap.near,
        "far": str(gap.reach or USUAL_REACH),
        "day": [str(day) for day in gap.days],
        "access": list(gap.access),
        "free": gap.free_only,
        "left": list(gap.left),
        "how_many": gap.how_many,
    }


class AnswerGapForm(Form):
    """What there is now."""

    entry = line(
        _("What is there now?"),
        hint=_("Its name on the noticeboard, or the address of its page."),
        ask=_("Say what is there now."),
        required=True,
        autocomplete="off",
    )
