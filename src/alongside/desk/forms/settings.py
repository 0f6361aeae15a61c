"""What somebody who works here chooses for themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, one_of


class LetterForm(Form):
    """A letter once a week, or none; and its day."""

    wanted = one_of(_("Send me an e-mail once a week?"))
    weekday = forms.ChoiceField(label=_("On which day?"), error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")})

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["wanted"].choices = [("yes", _("Yes, how much waits and a link, and nobody’s name")), ("no", _("No"))]
        self.fields["weekday"].choices = [(str(number), name) for number, name in WEEKDAYS.items()]
