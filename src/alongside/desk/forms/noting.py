"""A note from anywhere: what happened, how, when; with whom stands beside it (choosing.py)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.connections.words import RUNGS
from alongside.desk import words as ours
from alongside.journeys.words import WAYS_TO_CHOOSE
from alongside.places.models import Locality
from alongside.web.boxes import Form, long, once, one_of
from alongside.web.forms import DateParts

from .story import how_in_touch


class FindForm(Form):
    """Looking for somebody, to tick."""

    find = forms.CharField(label=_("Find somebody by name"), required=False, max_length=200)


class RungForm(Form):
    """How far a connection has got, told with a note."""

    said = {"rung": RUNGS}
    connection = forms.TypedChoiceField(label=ours.WHICH_CONNECTION, coerce=UUID, empty_value=None, error_messages={"required": _("Choose which.")})
    rung = one_of(_("Where is it now?"))
    words = long(_("What do they say about it?"), hint=_("If it is not for them: why not?"), rows=2, required=False)

    def __init__(self, *args: Any, connections: list[tuple[UUID, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["connection"].choices = [("", _("Nothing chosen")), *connections]


def _in_figures(label: Any, *, hint: Any = "") -> forms.IntegerField:
    wrong = dict.fromkeys(("invalid", "min_value", "max_value"), _("Write it in figures, such as 45."))
    return forms.IntegerField(label=label, help_text=hint, required=False, min_value=0, max_value=1440, error_messages=wrong)


TOOK = ("minutes", "travel_minutes", "miles")


class TookForm(Form):
    """What a visit took: what the team asks for, and never required."""

    minutes = _in_figures(_("Minutes together"))
    travel_minutes = _in_figures(_("Minutes on the way, there and back"))
    miles = forms.DecimalField(
        label=_("Miles, there and back"),
        required=False,
        min_value=0,
        max_value=999,
        decimal_places=1,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value", "max_decimal_places"), _("Write the miles in figures, such as 4.5.")),
    )

    def __init__(self, *args: Any, asks: set[str], **given: Any) -> None:
        super().__init__(*args, **given)
        for name in set(self.fields) - asks:
            del self.fields[name]


class AmendForm(Form):
    """A note put right; with what is for this page alone where it stands on several."""

    said = {"how": WAYS_TO_CHOOSE}
    text = long(_("The note"), hint=_("What it said before stays in its history."), rows=8)
    only = long(_("For this page alone"), rows=3, required=False)
    how = how_in_touch(_("How"))
    on = DateParts(label=_("When"))

    minutes, travel_minutes, miles = (TookForm.base_fields[name] for name in TOOK)

    def __init__(self, *args: Any, called: str, several: bool, asks: set[str], **given: Any) -> None:
        super().__init__(*args, **given)
        for name in set(TOOK) - asks:
            del self.fields[name]
        self.fields["only"].label = _("For the page of %(name)s alone, if anything") % {"name": called}
        if not several:
            del self.fields["only"]


class QuickNoteForm(Form):
    """What happened; and, when nobody is named, how many it was with and where."""

    said = {"how": WAYS_TO_CHOOSE}
    text = long(_("What happened? What mattered?"), hint=_("A few lines is enough. Everybody whom you tick has this on their page."), rows=4)
    how = how_in_touch(_("How were you in touch?"))
    on = DateParts(label=_("When"))
    once = once()
    nameless = forms.BooleanField(label=ours.COUNT_WITHOUT_A_NAME, help_text=ours.NO_NAMES_IN_IT, required=False)
    how_many = forms.IntegerField(
        label=_("How many people was it?"),
        required=False,
        min_value=1,
        max_value=999,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write how many people it was in figures, such as 1.")),
    )
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("Where was it?"), required=False, empty_label=_("Not said"))
    find = forms.CharField(
        label=_("Find somebody by name"), required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off", "data-not-kept": ""})
    )

    def __init__(self, *args: Any, localities: QuerySet[Locality], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities
