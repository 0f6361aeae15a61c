"""Forms for what we agreed: the shared agreement, steps, visits, levels."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.journeys.words import HOW_A_STEP_ENDED, HOW_A_VISIT_ENDED, HOW_AGREED, LEVELS, SAY_WHAT_THE_STEP_IS, WHO_DOES_IT
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts

TIMES = ["%H:%M", "%H.%M", "%H%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I:%M %p", "%I.%M %p", "%I %p"]
"""As people write the time of day."""


class AgreementForm(Form):
    """What we each do."""

    said = {"how_agreed": HOW_AGREED}
    words = long(_("What did you agree?"), hint=_("In words you would read back to them."), ask=_("Write what you agreed."), rows=8)
    how_agreed = one_of(_("How did they agree to it?"))
    agreed_on = DateParts(label=_("When"))


class StepForm(Form):
    """A next step, with who does it."""

    said = {"who_kind": WHO_DOES_IT}
    words = line(ours.WHAT_STEP, hint=_("Small, and in their words."), ask=SAY_WHAT_THE_STEP_IS, required=True)
    who_kind = one_of(
        _("Who does it?"), hint=_("Themselves first, then the people in their life, then the neighbourhood; a service last."), ask=_("Say who does it.")
    )
    who = line(_("Their name"), hint=_("For somebody in their life, a group or a service."))
    staff = somebody(_("Which of us?"), hint=_("If one of us promised it."))
    why_a_service = line(
        _("If a service: why is it needed?"),
        hint=_("What they, the people in their life and the neighbourhood cannot do here. Leave it empty if nobody can say yet."),
    )
    by_when = DateParts(label=_("By when, if that was said"), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


NOT_YET = "not yet"


class EndStepForm(Form):
    """A step is done, is let go, or goes on."""

    said = {"as_": HOW_A_STEP_ENDED}
    as_ = one_of(_("Where is it now?"), ask=_("Say whether it is done, let go, or goes on."))
    how_it_went = long(_("How did it go?"), hint=_("You may leave this empty."), rows=3, required=False)
    on = DateParts(label=_("If it has ended: when?"))
    by_when = DateParts(label=_("If it goes on: by when, if that was said"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["as_"].choices += [(NOT_YET, _("Not yet: it goes on"))]


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

    said = {"how": HOW_A_VISIT_ENDED}
    how = one_of(_("How did it end?"))


class LevelForm(Form):
    """The level, from a day on."""

    said = {"level": LEVELS}
    level = one_of(_("Where are we with them?"), hint=ours.LEVELS_MOVE)
    since = DateParts(label=_("Since when?"))
    words = long(_("Anything to say about it?"), rows=2, required=False)
