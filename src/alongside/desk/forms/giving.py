"""Forms for what somebody gave and received, and for asking two neighbours."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.connections.giving import minutes_of
from alongside.connections.words import BOTH_ASKED, GAVE_OR_RECEIVED, WITH_WHOM
from alongside.desk import words as ours
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.queries import exactly_called
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts
from alongside.web.vocabulary import say_refusal


class GivingForm(Form):
    """Something they gave, or received."""

    said = {"way": GAVE_OR_RECEIVED, "kind": WITH_WHOM}
    way = one_of(_("Did they give, or receive?"))
    words = long(_("What was it?"), hint=_("A lift to the clinic, an afternoon of digging, a pie."), ask=_("Say what it was, in their words."), rows=2)
    kind = one_of(_("With whom?"), ask=_("Choose with whom."))
    whom = line(_("Who was it?"), hint=_("A name, if they like to say. For somebody we know here: their name, as it stands on their page."))
    on = DateParts(label=_("When?"))
    hours = line(_("How long?"), hint=_("Only if they wish to say. In hours, such as 2, 1½ or 1:30."), inputmode="text")

    def __init__(self, *args: Any, giver: UUID, linked: bool = False, **given: Any) -> None:
        super().__init__(*args, **given)
        self.giver = giver
        if linked:
            # Between two whom we know, only what was given is put right; who they are stands on both pages.
            for name in ("way", "kind", "whom"):
                del self.fields[name]

    def clean_hours(self) -> int | None:
        try:
            return minutes_of(self.cleaned_data["hours"])
        except Refused as refused:
            raise forms.ValidationError(say_refusal(refused)) from None

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        said["other"] = None
        if said.get("kind") == "a person":
            found: list[Person] = exactly_called(said.get("whom", ""), but=self.giver)
            if len(found) == 1:
                said["other"] = found[0]
            elif found:
                self.add_error("whom", _("More than one person is called that. Write the whole name as it stands on their page."))
            else:
                self.add_error(
                    "whom", _("Nobody whose page you may see is called that. Write the name as it stands on their page, or choose something else above.")
                )
        return said


class BothAskedForm(Form):
    """Two people whom we know, linked to one another: both were asked."""

    how_both_said_yes = line(
        ours.HOW_BOTH_SAID_YES,
        hint=_("Ask each of them alone first. For instance: aloud, each at home."),
        ask=BOTH_ASKED,
        required=True,
    )
    why = long(_("Why this?"), hint=_("What they hope for, both of them. It stands on both pages."), rows=3, required=False)
    on = DateParts(label=_("When was it suggested?"))
