"""The sheets of what is missing here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.places.models import Locality
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts

from .words import BARRIER_STATES, BARRIERS, SAY_ITS_NAME, SAY_WHAT_STANDS


class MissingForm(Form):
    """What is missing, and in which neighbourhood."""

    name = line(_("What is missing here?"), hint=_("In a few words, and nobody’s name: somewhere to fish with others."), ask=SAY_ITS_NAME, required=True)
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("In which neighbourhood?"), required=False, empty_label=_("Not said yet"))

    def __init__(self, *args: Any, localities: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities


class BarrierForm(Form):
    """What stands in the way."""

    said = {"kind": BARRIERS}
    kind = one_of(_("What kind of barrier is it?"))
    words = long(
        _("What stands in the way?"),
        hint=_("As the leadership group should read it, and nobody’s name: no bus to the canal on Sundays."),
        ask=SAY_WHAT_STANDS,
        rows=3,
    )


class StandsForm(Form):
    """How a barrier stands now."""

    said = {"state": BARRIER_STATES}
    state = one_of(_("How does it stand now?"))
    on = DateParts(label=_("Since when?"))
    owner = line(_("Who sees to it?"), hint=_("A name or a post, where somebody does: the transport manager of the council."), autocomplete="off")
    by_when = DateParts(label=_("By when do they look again?"), required=False)
    words = long(
        _("What was done, or why can it not be cleared?"),
        hint=_("Whoever wished for it is told this, word for word, once it is cleared or stays."),
        rows=3,
        required=False,
    )

    def __init__(self, *args: Any, states: tuple[str, ...], **given: Any) -> None:
        super().__init__(*args, **given)
        field = self.fields["state"]
        field.choices = [(stored, words) for stored, words in field.choices if stored in states]
