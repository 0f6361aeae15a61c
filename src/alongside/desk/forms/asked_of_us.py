"""Forms for what somebody asks of us about what we keep of them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.access.words import ANSWERED, ASKED_FOR, HOW_GIVEN
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts


class AskForm(Form):
    """What they ask for, when and how."""

    said = {"for_what": ASKED_FOR, "how": HOW_GIVEN[:2]}

    for_what = one_of(_("What do they ask for?"), ask=_("Say what they ask for."))
    words = long(_("In their words"), hint=_("For something put right: what is wrong or missing."), rows=3, required=False)
    on = DateParts(label=_("When did they ask?"))
    how = one_of(_("How?"))


class AnswerForm(Form):
    """Yes or no, and why."""

    said = {"answer": ANSWERED}

    answer = one_of(_("What is the answer?"), ask=_("Say yes or no."))
    why = long(
        _("Why?"),
        hint=_("In words that can be read to them. Reasons to keep something may be a claim before a court, a safeguarding enquiry, or a duty in law."),
        rows=3,
        ask=_("Say why, in words that can be read to them."),
    )


class ForgetForm(Form):
    """That it is meant."""

    typed = line(
        _("Type FORGET to show that you mean it"),
        ask=_("Type FORGET in the box to show that you mean it. It cannot be undone."),
        required=True,
        autocomplete="off",
    )
