"""The day on which a referral was accepted."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form
from alongside.web.forms import DateParts


class AcceptedForm(Form):
    """The day of it."""

    on = DateParts(label=_("Which day?"))
