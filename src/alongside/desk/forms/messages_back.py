"""The form for word back to whoever introduced them: lines to choose from, the message, and their yes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.introductions.words import WAYS_OF_SENDING
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts


class MessageBackForm(Form):
    """What we tell, to whom, with their yes."""

    said = {"how_sent": WAYS_OF_SENDING}
    lines = forms.MultipleChoiceField(
        label=_("What may it say?"),
        help_text=_("The least first. Ask them about each line more that you tick."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = long(
        _("The message"), hint=_("Change whatever you like. It is kept as you send it."), ask=_("Write the message, or choose lines for it above."), rows=9
    )
    to_whom = line(_("To whom does it go?"), ask=_("Say to whom it goes."), required=True)
    how_they_said_yes = line(
        _("How did they say yes to this message?"),
        hint=_("For instance: aloud, after I read it to them."),
        ask=_("Say how they said yes to this message, such as “aloud, on the telephone”."),
        required=True,
    )
    how_sent = one_of(_("How do you send it?"), hint=_("Nothing is sent from here. Use a way that is safe for it, and leave their name out of the subject."))
    sent_on = DateParts(label=_("When"))

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["lines"].choices = offered
