"""The sheets of a hand-over: what is handed over and on what ground, and each turn of the exchange."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.access.words import HOW_GIVEN
from alongside.handovers.rules import Given
from alongside.handovers.words import GROUNDS, KINDS, OUTCOMES, TOLD
from alongside.web.boxes import Form, a_yes, line, long, one_of
from alongside.web.forms import DateParts, LastDay

CLOCK = forms.TimeInput(attrs={"type": "time"})


class HandOverForm(Form):
    """What is handed over, on what ground, whether the person knows, and how urgent it is."""

    said = {"kind": KINDS, "ground": GROUNDS, "told": TOLD, "how": HOW_GIVEN[:2]}
    or_none = {"how": _("They did not say yes")}
    kind = one_of(_("What is it?"))
    words = long(
        _("What is it about?"), hint=_("Write it so that the person could read it. The other side reads this, and nothing else of their record."), rows=6,
        ask=_("Write what it is about."), most=4000,
    )  # fmt: skip
    asks = long(_("What do you ask of them?"), rows=2, ask=_("Say what you ask of them."), most=2000)
    ground = one_of(_("On what ground is it told?"))
    how = a_yes(_("If they said yes: how?"), required=False)
    how_they_agreed = line(_("In which words?"), hint=_("Aloud, on the telephone, on Monday: “yes, ring her”."))
    told = one_of(_("Does the person know?"), ask=_("Say whether the person was told."))
    why_not_told = line(_("If they were not told: why?"), hint=_("It would put them at more risk today."))
    urgent = forms.BooleanField(label=_("It is urgent"), required=False, help_text=_("Then say by when you need an answer, and how somebody is reached now."))
    answer_on = DateParts(label=_("If urgent: an answer by which day?"), required=False)
    answer_at = forms.TimeField(label=_("And at what time?"), widget=CLOCK, required=False, error_messages={"invalid": _("Write a time, such as 16:30.")})
    reach_now = line(_("How is somebody there reached now?"), hint=_("The number of the duty desk. It stands on the page as long as nobody has answered."))
    until = LastDay(label=_("Up to which day is it open to them?"), required=False)

    def given(self) -> Given:
        """As the rules take it."""
        said: dict[str, Any] = dict(self.cleaned_data)
        on, at = said.pop("answer_on"), said.pop("answer_at")
        by = timezone.make_aware(datetime.combine(on, at or datetime.max.time().replace(microsecond=0))) if on else None
        return Given(**{**said, "answer_by": by, "how": said["how"] or HOW_GIVEN[0].stored})


class SayForm(Form):
    """A question, an answer, news."""

    words = long(_("What do you want to say?"), hint=_("The other side reads it."), rows=3, ask=_("Write what you want to say."), most=4000)


class TakeBackForm(Form):
    """Why it is taken back."""

    words = long(_("Why is it taken back?"), hint=_("From then on they see nothing of it."), rows=3, ask=_("Say why it is taken back."), most=2000)


class ToldForm(Form):
    """Whether the person was told, said later."""

    said = {"told": TOLD}
    told = one_of(_("Does the person know?"), ask=_("Say whether the person was told."))
    words = long(_("What were they told; or why not?"), rows=4, required=False, most=4000)


class LinkForm(Form):
    """Until when it is open to the other side."""

    until = LastDay(label=_("Up to which day is it open to them?"))


class AnswerForm(Form):
    """A turn of the other side."""

    said = {"outcome": OUTCOMES}
    or_none = {"outcome": _("Nothing yet")}
    words = long(_("What do you want to say?"), rows=3, required=False, most=4000)
    outcome = forms.ChoiceField(label=_("What became of it?"), required=False)
    avoided = long(_("What did it avoid, as far as you can say?"), rows=2, required=False, most=2000)
    writer = line(_("Who writes?"))


class SharedForm(Form):
    """The page that both sides share."""

    agreed = long(_("What we know and agreed, together with them"), rows=5, required=False, most=8000)
    who_does_what = long(_("Who does what"), hint=_("A line each: who, what, by when."), rows=5, required=False, most=8000)
    comes_next = long(_("What comes next"), rows=3, required=False, most=4000)


class OwnNoteForm(Form):
    """A note for oneself."""

    words = long(_("A note of your own"), hint=_("The other side does not read it."), rows=3, ask=_("Write what you want to keep."), most=8000)
