"""The boxes by which a spreadsheet is brought in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.directory.words import KINDS
from alongside.web.boxes import Form, line, one_of, somebody

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


class ConnectForm(Form):
    """Another directory: where it is, and what it is called here."""

    said = {"kind": KINDS}

    address = line(
        _("Its address"),
        hint=_("Where its Open Referral feed is, such as https://directory.example.org/open-referral. Whoever publishes it can tell you."),
        ask=_("Write the address of the feed."),
        required=True,
        inputmode="url",
        autocomplete="off",
        spellcheck="false",
    )
    name = line(_("What it is called here"), hint=_("Every entry from it says so. Left empty, it is the first part of the address."))
    licence = line(_("Its licence, if you know it"), hint=_("Such as Open Government Licence v3.0. It stands beside its entries."))
    kind = one_of(_("What are most of its services?"), hint=_("Unless it says so itself."))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["kind"].initial = "service"


class FileForm(Form):
    """A file of entries: what its source is called, and what most of them are."""

    said = {"kind": KINDS}

    file = forms.FileField(
        label=_("The file"),
        help_text=_("An Open Referral package (.zip), an Excel workbook (.xlsx) or a CSV file, as it is."),
        widget=forms.FileInput(attrs={"accept": ".zip,.csv,.xlsx,.tsv,.txt"}),
        error_messages=dict.fromkeys(("required", "missing", "invalid"), _("Choose the file.")) | {"empty": _("There is nothing in this file.")},
    )
    name = line(
        _("What is its source called?"),
        hint=_("Every entry from it says so. A newer version of a file that you brought before has the same name, and nothing stands twice."),
        ask=_("Say what its source is called."),
        required=True,
        autocomplete="off",
    )
    licence = line(_("Its licence, if you know it"), hint=_("Such as Open Government Licence v3.0. It stands beside its entries."))
    kind = one_of(_("What are most of its entries?"), hint=_("Unless it says so itself."))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["kind"].initial = "service"
