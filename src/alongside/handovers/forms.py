"""The sheets on which a team writes down whom it hands to, and who does what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, line, long, one_of, somebody

from .words import KINDS_OF_RECEIVER, WHAT_THEY_ARE


class ReceiverForm(Form):
    """A person, a post or a duty of another service."""

    said = {"kind": KINDS_OF_RECEIVER, "what_they_are": WHAT_THEY_ARE}
    kind = one_of(_("Of which profession?"))
    what_they_are = one_of(_("Is it a person, a post or a duty?"))
    name = line(_("Who?"), hint=_("A name, or a post such as “duty social worker”."), ask=_("Say who it is."), required=True)
    organisation = line(_("Of which organisation?"))
    email = forms.EmailField(label=_("E-mail address"), required=False, help_text=_("For the link. It is shown to your team alone."))
    phone = line(_("Telephone"))
    now = line(_("How is somebody there reached now, when it cannot wait?"), hint=_("The number of the duty desk, also at night if there is one."))
    staff = somebody(
        _("Do they sign in here?"), none=_("No: they use a link"), hint=_("Choose their account, and they find what is theirs when they sign in as well.")
    )

    def __init__(self, *args: Any, colleagues: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


class WhoDoesWhatForm(Form):
    """The boundary with one profession, as the team says it."""

    ours = long(_("This is ours"), hint=_("A line each, in plain words."), rows=5, required=False, most=8000)
    theirs = long(_("This is theirs"), rows=5, required=False, most=8000)
    together = long(_("This we do together"), rows=5, required=False, most=8000)
