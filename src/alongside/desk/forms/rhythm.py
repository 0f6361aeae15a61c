"""How often to be in touch."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.words import RHYTHMS
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts


class RhythmForm(Form):
    """What was agreed about being in touch, and until when nobody is reminded."""

    said = {"kind": RHYTHMS}
    kind = one_of(_("What did you agree?"))
    every_days = forms.IntegerField(
        label=_("If every so many days: how many?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("14 is every two weeks."),
        error_messages={"invalid": _("Write a number of days, such as 14.")},
    )
    not_before = DateParts(label=_("Remind nobody before"), help_text=_("Leave it empty if there is no such day."), required=False)
    words = line(_("In their words, if they said it"))
