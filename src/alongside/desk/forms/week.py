"""Forms for what fills somebody's week."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from alongside.connections.words import PARTS_OF_DAY, SERVICES_OF_A_WEEK, WHAT_DO_THEY_DO, WHAT_IT_IS, WHICH_DAYS
from alongside.web.boxes import Form, line
from alongside.web.forms import DateParts

from .several import SeveralForm

DAYS = [(str(number + 1), name) for number, name in WEEKDAYS.items()]


def _some(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


def _what() -> forms.CharField:
    return line(_("What do they do?"), hint=_("In their words: “the garden”, “bingo”, “nothing much”."))


def _with() -> forms.CharField:
    return line(_("With whom?"))


def _days() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=_("On which days?"), required=False, choices=DAYS, widget=forms.CheckboxSelectMultiple)


def _kind() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("What is it?"), required=False)


def _instead() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Does it take the place of a service?"), required=False)


def _before() -> forms.BooleanField:
    return forms.BooleanField(label=_("They did this at the start, and it is only written down now"), required=False)


_TAKES_NO_PLACE = _("No, or not said")


class WeekForm(SeveralForm):
    """Several things they do."""

    many = 5
    in_sight = 1
    row = {
        "words": _what,
        "with_whom": _with,
        "days": _days,
        "parts": lambda: _some(_("When in the day, if you know?")),
        "what_it_is": _kind,
        "takes_place_of": _instead,
        "there_before": _before,
    }
    row_said = {"parts": PARTS_OF_DAY, "what_it_is": WHAT_IT_IS, "takes_place_of": SERVICES_OF_A_WEEK}
    row_none = _TAKES_NO_PLACE
    row_never_alone = ("what_it_is",)
    must = {"words": WHAT_DO_THEY_DO, "days": WHICH_DAYS}

    since = DateParts(label=_("Since when?"))

    def __init__(self, *args: Any, after_the_start: bool, **given: Any) -> None:
        if not after_the_start:
            self.row = {name: make for name, make in self.row.items() if name != "there_before"}
        super().__init__(*args, **given)
        for number in range(1, self.many + 1):
            # Most things are somebody's own: the first choice, and none that says nothing.
            self.fields[f"what_it_is_{number}"].choices = self.fields[f"what_it_is_{number}"].choices[1:]


class ActivityForm(Form):
    """One of them, as it should have been written."""

    said = {"parts": PARTS_OF_DAY, "what_it_is": WHAT_IT_IS, "takes_place_of": SERVICES_OF_A_WEEK}
    or_none = {"takes_place_of": _TAKES_NO_PLACE}
    words, with_whom, days, parts = _what(), _with(), _days(), _some(_("When in the day, if you know?"))
    what_it_is, takes_place_of, there_before = _kind(), _instead(), _before()

    def __init__(self, *args: Any, came_later: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        if not came_later:
            del self.fields["there_before"]


class NoLongerForm(Form):
    """Since when they do it no longer."""

    on = DateParts(label=_("Since when?"))
