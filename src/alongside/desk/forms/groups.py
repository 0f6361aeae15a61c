"""The sheets on which somebody is written down in a group, or asked to a taster day."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.groups.words import CAME, DOES, TOLD
from alongside.web.boxes import Form, long, one_of
from alongside.web.forms import DateParts


class InGroupForm(Form):
    """What somebody gives in a group."""

    said = {"does": DOES}
    does = forms.MultipleChoiceField(
        label=_("What do they give there?"), help_text=_("Nothing needs to be ticked: coming is enough."), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = DateParts(label=_("Since which day?"))


class AskedForm(Form):
    """How somebody was told of a taster day."""

    said = {"told": TOLD[:-1]}
    told = one_of(_("How are they told?"))


class GuestForm(Form):
    """How a taster day was for somebody."""

    said = {"came": CAME}
    came = one_of(_("Were they there?"))
    wants_more = forms.BooleanField(label=_("They want more of it"), required=False)
    words = long(_("What did they say?"), rows=3, required=False)
