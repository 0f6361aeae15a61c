"""The sheets on which a series, a seat and a proposal are written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.places.models import Locality
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts, LastDay

from .words import ANSWERS, BASES, KINDS, KNOWS, NATIONS, RHYTHMS, TEAM_ANSWERS, THOUGHTS, WHICH_ONE

CLOCK = forms.TimeInput(attrs={"type": "time"})


class SeriesForm(Form):
    """A meeting that comes again."""

    said = {"kind": KINDS, "rhythm": RHYTHMS, "which": WHICH_ONE, "nation": NATIONS, "basis": BASES}
    or_none = {"which": _("Not by the month")}
    name = line(
        _("What is the meeting called?"), hint=_("Fernbrook planning meeting, or Harbour Surgery MDT."), ask=_("Say what the meeting is called."), required=True
    )
    kind = one_of(_("What is it?"))
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("In which neighbourhood?"), required=False, empty_label=_("Not said"))
    starts_on = DateParts(label=_("On which day is the first one?"), initial=None)
    rhythm = one_of(_("How often?"))
    which = one_of(_("If every month: which one?"), required=False)
    nation = one_of(_("Whose bank holidays are left out?"))
    starts_at = forms.TimeField(label=_("At what time?"), widget=CLOCK, error_messages={"required": _("Say at what time, such as 09:30.")})
    minutes = forms.IntegerField(label=_("How many minutes?"), initial=60, min_value=5, max_value=600)
    place = line(_("Where?"), autocomplete="off")
    call_link = line(_("The link of the call, if there is one"), autocomplete="off")
    chair = line(_("Who is in the chair?"))
    may_tell = long(
        _("What may be told there?"), hint=_("What the person agreed, in a few words; no health record."), rows=3, ask=_("Say what may be told there.")
    )
    basis = one_of(_("On what basis?"))
    last_day = DateParts(label=_("Until which day does it go on, if that is known?"), required=False)

    def __init__(self, *args: Any, localities: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities


class SeatForm(Form):
    """Somebody who sits at the table."""

    name = line(_("Who?"), hint=_("A name, or a post such as “duty social worker”."), ask=_("Say who sits at the table."), required=True)
    profession = line(_("What are they there?"), hint=_("GP, community nurse, housing officer."), ask=_("Say what they are there."), required=True)
    organisation = line(_("Of which organisation?"))
    email = forms.EmailField(label=_("E-mail address"), required=False, help_text=_("For the invitation. It is shown to your team alone."))
    staff = somebody(
        _("Do they sign in here?"), none=_("No: they use their link"), hint=_("Choose their account, and they find the meeting when they sign in as well.")
    )

    def __init__(self, *args: Any, colleagues: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


class SceneForm(Form):
    """A scene of practice, and a question."""

    scene = long(_("The scene"), hint=_("Told so that nobody would know who it was."), rows=6, ask=_("Tell the scene in a few words, without anybody’s name."))
    question = line(
        _("The question"), hint=_("What might you have done? Whose choice was it?"), ask=_("Write the question that the team thinks over."), required=True
    )


class ThoughtForm(Form):
    """What one of the team says to a scene."""

    said = {"kind": THOUGHTS}
    kind = one_of(_("Which is it?"))
    words = long(_("Your words"), rows=4, ask=_("Write a few words first."))


class LinkForm(Form):
    """Until when another link is open."""

    last_day = LastDay(label=_("Until which day is it open?"))


class ProposalForm(Form):
    """Somebody whom the meeting might speak of."""

    said = {"knows": KNOWS}
    who = line(_("Who is it about?"), hint=_("A name, and what helps to know them apart."), ask=_("Say whom you mean."), required=True, autocomplete="off")
    why = long(_("Why should the meeting speak of them?"), rows=3, ask=_("Say in a few words why."), most=2000)
    asks = long(_("What do you ask of the meeting?"), rows=2, required=False, most=2000)
    knows = one_of(_("Do they know of it?"))


class AnswerForm(Form):
    """What became of something that was agreed."""

    said = {"answer": ANSWERS}
    answer = one_of(_("What became of it?"))
    because_of = long(_("If it is not done: because of what?"), rows=2, required=False, most=2000)


class HeardForm(AnswerForm):
    """The same, as one of the team heard it; it can be closed as well."""

    said = {"answer": TEAM_ANSWERS}
