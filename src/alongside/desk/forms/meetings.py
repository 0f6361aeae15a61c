"""The sheets of a meeting that somebody is in: what it may know, what was said, and that they were told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.words import HOW_GIVEN
from alongside.meetings.words import HOW_TOLD
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts, LastDay


class ToldForm(Form):
    """What a meeting may know of somebody, and how they agreed."""

    said = {"how": HOW_GIVEN[:2]}
    matters = long(
        _("What matters to them?"), hint=_("In their words, as they agreed: whom they miss, what they would like to do. It is read first."),
        rows=2, required=False,
    )  # fmt: skip
    extract = long(
        _("What did they agree the meeting may know?"), hint=_("In a few words, theirs if you can. With what matters to them it is all that the table reads."),
        rows=4, ask=_("Write what they agreed the meeting may know, and no more."),
    )  # fmt: skip
    asks = long(_("What is asked of the meeting?"), rows=2, required=False)
    how = one_of(_("How did they agree?"))
    how_they_agreed = line(
        _("In which words?"), hint=_("Aloud, on the telephone, on Monday: “tell them about the damp”."), ask=_("Say how they said yes."), required=True
    )
    until = LastDay(label=_("Up to which day does it hold, if they said so?"), required=False)


class DeclineForm(Form):
    """Why somebody is not on the list."""

    reply = long(
        _("What do you tell whoever proposed them?"), hint=_("Nothing of the person: “asked, and would rather not”, “we meet them first”."), rows=3,
        ask=_("Say because of what."),
    )  # fmt: skip


class NotesForm(Form):
    """What is said of somebody, in the order in which it is said."""

    situation = long(_("Situation"), rows=3, required=False)
    so_far = long(_("What was done so far"), rows=3, required=False)
    update = long(_("What is new"), rows=3, required=False)


ALL = "all"
"""Who does it, where it is a decision that nobody has to do."""


class AgreedForm(Form):
    """A next step: what, who, by when; or a decision for all at the table."""

    words = line(_("What will be done?"), ask=_("Write what will be done."), required=True, autocomplete="off")
    seat = forms.TypedChoiceField(label=_("Who does it?"), error_messages={"required": _("Choose who does it."), "invalid_choice": _("Choose who does it.")})
    by_when = DateParts(label=_("By when?"), required=False)

    def __init__(self, *args: Any, seats: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        there = {str(seat.id): seat for seat in seats}
        self.fields["seat"].choices = [("", _("Choose")), *((key, str(seat)) for key, seat in there.items()), (ALL, _("Nobody: all at the table read it"))]
        self.fields["seat"].coerce = there.get


class ToldBackForm(Form):
    """That somebody was told what the meeting said of them."""

    said = {"how": HOW_TOLD}
    words = long(
        _("What were they told, in plain words?"), hint=_("What was said, what was agreed, who does it and by when."), rows=7,
        ask=_("Write in plain words what they were told."),
    )  # fmt: skip
    how = one_of(_("How were they told?"))
    on = DateParts(label=_("When?"))
