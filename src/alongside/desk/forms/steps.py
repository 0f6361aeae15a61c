"""Forms for next steps: what it is, who does it, and how it went."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.journeys.words import HOW_A_STEP_ENDED, SAY_WHAT_THE_STEP_IS, WHO_DOES_IT
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts


class StepForm(Form):
    """A next step, with who does it."""

    said = {"who_kind": WHO_DOES_IT}
    words = line(ours.WHAT_STEP, hint=_("Small, and in their words."), ask=SAY_WHAT_THE_STEP_IS, required=True)
    who_kind = one_of(
        _("Who does it?"), hint=_("Themselves first, then the people in their life, then the neighbourhood; a service last."), ask=_("Say who does it.")
    )
    who = line(
        _("Their name"),
        hint=_("For somebody in their life, a group or a service. Those who are written down already are offered as you type."),
        list="circle-names",
    )
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

    said = {"as_": HOW_A_STEP_ENDED[:-1]}
    as_ = one_of(_("Where is it now?"), ask=_("Say whether it is done, let go, or goes on."))
    how_it_went = long(_("How did it go?"), hint=_("You may leave this empty."), rows=3, required=False)
    on = DateParts(label=_("If it has ended: when?"))
    by_when = DateParts(label=_("If it goes on: by when, if that was said"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["as_"].choices += [(NOT_YET, _("Not yet: it goes on"))]
