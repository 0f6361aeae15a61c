"""The sheets on which somebody is written down in a group, or asked to a taster day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.groups.forms import number
from alongside.groups.models import Group
from alongside.groups.queries import groups_there
from alongside.groups.words import CAME, DOES, TOLD
from alongside.money.spending_forms import offer_groups, one_row
from alongside.web.boxes import Form, long, one_of
from alongside.web.forms import DateParts


class InGroupForm(Form):
    """What somebody gives in a group."""

    said = {"does": DOES}
    does = forms.MultipleChoiceField(
        label=_("What do they give there?"), help_text=_("Nothing needs to be ticked: coming is enough."), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = DateParts(label=_("Since which day?"))


class InWhichGroupForm(InGroupForm):
    """The same, begun from somebody's own page."""

    group = one_row(_("Which group?"), Group.objects)
    field_order = ("group", "does", "since")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        offer_groups(self, groups_there(), _("Those of which something was last said. For any other, begin on its own page, at “People in it”."))


class HeadsForm(Form):
    """How many came to a session of which names are ticked."""

    came = number(_("How many came in all?"), hint=_("Those who are ticked, and whoever would rather not be named. Left empty, as many came as are ticked."))


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
