"""Papers that somebody needs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.papers import WHAT_IS_NEEDED
from alongside.journeys.words import PAPER_STATES
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts


class PaperForm(Form):
    """What is needed, for whom and by when, and where it is."""

    said = {"state": PAPER_STATES}
    what = line(_("What is needed?"), hint=_("Proof of tenancy, a birth certificate, a letter from the surgery."), ask=WHAT_IS_NEEDED, required=True)
    for_whom = line(_("Who wants it?"), hint=_("The housing office, the bank."))
    by_when = DateParts(label=_("By when, if there is a day"), required=False)
    state = one_of(_("Where is it now?"))
    on = DateParts(label=_("Since when?"))
    words = line(_("Anything else?"), hint=_("Where it lies, whom to ask."))
