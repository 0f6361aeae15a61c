"""Forms for where we are with somebody: levels, endings, waits, and looking back."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.journeys.rules import ENDINGS
from alongside.journeys.words import HOW_A_LOOK_BACK_ENDED, HOW_A_WAIT_ENDED, LEVELS
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts
from alongside.web.vocabulary import say_meaning

ALONGSIDE = tuple(level for level in LEVELS if level.stored not in ENDINGS)
ENDED = tuple(level for level in LEVELS if level.stored in ENDINGS)


class LevelForm(Form):
    """The level, from a day on; what each means stands beside it."""

    said = {"level": ALONGSIDE}
    level = one_of(_("Where are we with them?"), hint=ours.LEVELS_MOVE)
    since = DateParts(label=_("Since when?"))
    words = long(_("Anything to say about it?"), rows=2, required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["level"].choice_hints = {level.stored: say_meaning(level) for level in LEVELS}


class EndingForm(LevelForm):
    """How it ends for now; nothing else is asked."""

    said = {"level": ENDED}
    level = one_of(_("What is so?"))
    since = DateParts(label=_("Since when?"))
    words = long(_("A few words, if you like"), rows=2, required=False)


class WaitingForm(Form):
    """What they wait for, and who keeps them company meanwhile."""

    awaited = line(_("What do they wait for?"), hint=_("For instance: an answer about the flat."), ask=_("Say what they wait for."), required=True)
    of_whom = line(_("From whom?"))
    since = DateParts(label=_("Since when?"))
    company = line(
        _("Who keeps them company meanwhile?"),
        hint=_("People in their life first. Those who are written down already are offered as you type."),
        list="circle-names",
    )
    staff = somebody(_("Which of us, if one of us does?"))
    look_again_on = DateParts(
        label=_("Look again on which day?"), required=False, help_text=_("It is in your day then. Leave it empty if you need no reminder.")
    )

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues


class EndWaitingForm(Form):
    """How a wait ended."""

    said = {"as_": HOW_A_WAIT_ENDED[:-1]}
    as_ = one_of(_("How does it stand?"), ask=_("Say whether it came, did not come, or is not needed any more."))
    on = DateParts(label=_("When was that?"))
    how_it_went = long(_("Anything to say about it?"), rows=2, required=False)


class LookBackForm(Form):
    """A day to look at what has changed."""

    on = DateParts(label=_("Which day?"))


class EndLookBackForm(Form):
    """How it went."""

    said = {"as_": HOW_A_LOOK_BACK_ENDED[:-1]}
    as_ = one_of(_("How did it go?"))
    on = DateParts(label=_("When was that?"))
    words = long(_("What did you see together, if it took place?"), hint=_("In their words where you can."), rows=4, required=False)
