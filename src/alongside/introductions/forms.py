"""The sheets on which somebody is introduced by another service, and on which that service is written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import LastDay

from .words import KNOWS, SAY_WHO_INTRODUCES, SOURCES


class BringForm(Form):
    """Somebody whom another service introduces."""

    said = {"knows": KNOWS}
    who = line(_("Who is it?"), hint=_("A name, and what helps to know them apart."), ask=_("Say whom you mean."), required=True, autocomplete="off")
    reach = line(_("How can they be reached?"), hint=_("A telephone, or a street."), autocomplete="off")
    why = long(_("Why would they like to meet us?"), hint=_("A few words; no health record."), rows=4, ask=_("Say in a few words why."), most=4000)
    knows = one_of(_("Do they know of it?"))
    mark = line(_("Your own mark for it, if you have one"), hint=_("By which you know it again: a number, no name."), autocomplete="off")


class RangForm(BringForm):
    """The same, told on the telephone."""

    introducer = forms.ModelChoiceField(None, label=_("Who rang?"), required=False, empty_label=_("Somebody else"))
    from_whom = line(_("If somebody else: who?"))
    field_order = ("introducer", "from_whom", "who", "reach", "why", "knows", "mark")

    def __init__(self, *args: Any, introducers: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["introducer"].queryset = introducers


class IntroducerForm(Form):
    """A service or a colleague of another service who introduces people."""

    said = {"source": SOURCES}
    name = line(_("Who?"), hint=_("A name, a post or a service: Harbour Surgery, the fire station."), ask=SAY_WHO_INTRODUCES, required=True)
    source = one_of(_("Of what kind?"))
    email = forms.EmailField(label=_("E-mail address"), required=False, help_text=_("What comes into the drop box from it is known to be theirs."))
    staff = somebody(_("Do they sign in here?"), none=_("No: they use their link"))

    def __init__(self, *args: Any, colleagues: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


class LinkForm(Form):
    """Until when another link is open."""

    until = LastDay(label=_("Up to which day is it open?"))
