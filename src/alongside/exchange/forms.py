"""The boxes by which a spreadsheet is brought in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, somebody

from .caseload.mapping import read_mapping, shipped, text_of_mapping
from .words import WHOSE_PEOPLE

GUESS = "guess"
OWN = "own"


class BringForm(Form):
    """A file, how to read it, and whose people they are where it does not say."""

    file = forms.FileField(
        label=_("The spreadsheet"),
        help_text=_("An Excel workbook (.xlsx) or a CSV file, as it is. Nothing is loaded yet."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.tsv,.txt"}),
        error_messages={
            "required": _("Choose the spreadsheet."),
            "empty": _("There is nothing in this file."),
            "missing": _("Choose the spreadsheet."),
            "invalid": _("Choose the spreadsheet."),
        },
    )
    mapping = forms.ChoiceField(label=_("How is it to be read?"), widget=forms.RadioSelect, initial=GUESS)
    own = forms.CharField(
        label=_("Your own mapping"),
        help_text=_("Only if you chose it above. The guide says how one is written."),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    whose = somebody(WHOSE_PEOPLE, none=_("Mine"))

    def __init__(self, *args: Any, colleagues: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["whose"].queryset = colleagues
        ours = [(name, read_mapping(text_of_mapping(name)).name) for name in shipped()]
        self.fields["mapping"].choices = [(GUESS, _("Guess it from the names of its columns")), *ours, (OWN, _("By our own mapping, written below"))]
