"""Forms for when we meet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.journeys.words import HOW_A_VISIT_ENDED, HOW_WE_MET
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts

from .story import how_in_touch

TIMES = ["%H:%M", "%H.%M", "%H%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I:%M %p", "%I.%M %p", "%I %p"]
"""As people write the time of day."""


class VisitForm(Form):
    """A time when we mean to meet."""

    on = DateParts(label=_("Which day?"))
    starts_at = forms.TimeField(
        label=_("What time, if you said one?"),
        help_text=_("For instance 14:30."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        input_formats=TIMES,
        error_messages={"invalid": _("Write the time like 14:30 or 2.30pm.")},
    )
    where = line(_("Where?"), hint=_("At home, the café, the library."))
    words = line(_("What is it for?"))
    staff = somebody(_("Who will go?"), required=True)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


class EndVisitForm(Form):
    """How a visit ended."""

    said = {"how": HOW_A_VISIT_ENDED[:-1], "kind": HOW_WE_MET[:-1]}
    how = one_of(_("How did it end?"), ask=_("Say whether you met."))
    words = long(_("A few words about it, if you like"), hint=_("They stand in the story as a note, so that it is not written twice."), rows=4, required=False)
    kind = how_in_touch(_("If you met: how?"))
