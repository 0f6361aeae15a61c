"""To whom something goes, and how."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, line, long, once, one_of

from .words import WAYS


class SendForm(Form):
    """The way, and the address there."""

    said = {"way": WAYS}
    once = once()
    way: forms.ChoiceField = one_of(_("How does it go?"), ask=_("Choose how it goes."))
    to = long(
        _("Where to?"),
        hint=_("An e-mail address; a telephone number; or for a letter a name, a street and a postcode, each on a line."),
        ask=_("Write where it goes."),
        rows=4,
    )
    called = line(_("For whom is it?"), hint=_("For you and your team alone, in the outbox: it does not go out. You may leave it empty."), autocomplete="off")
