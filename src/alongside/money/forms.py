"""The forms of posts and of who pays for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.places.models import Locality
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts

from . import words
from .boxes import number, pounds
from .models import FundingStream
from .words import POSTS, STREAMS


class PostForm(Form):
    """What a post is, and from when to when."""

    said = {"kind": POSTS}
    name = line(_("What is it called?"), hint=_("The post, not who does it: “Northside”, “Hospital wards”."), ask=words.NAME_A_POST, required=True)
    kind = one_of(_("Which kind of post?"))
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("Locality"), required=False, empty_label=_("No one locality"))
    hours = number(_("Hours a week"), ask=words.HOURS)
    since = DateParts(label=_("First day"))
    last_day = DateParts(label=_("Last day, if it ends"), required=False)

    def __init__(self, *args: Any, localities: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities


class NewPostForm(PostForm):
    """The same, and what it costs."""

    pay_pence = pounds(_("Pay for a year"))
    on_costs_pence = pounds(_("On-costs for a year"), hint=_("National Insurance, pension, and what else comes with the pay."), nothing_too=True)


class CostForm(Form):
    """What a post costs in a year from a day on."""

    since = DateParts(label=_("From which day?"), help_text=_("Often 1 April. Write a day again to put its cost right."))
    pay_pence = pounds(_("Pay for a year"))
    on_costs_pence = pounds(_("On-costs for a year"), hint=_("National Insurance, pension, and what else comes with the pay."), nothing_too=True)


class ShareForm(Form):
    """Which stream pays what part, and when."""

    stream = forms.ModelChoiceField(
        FundingStream.objects.none(),
        label=_("Who pays?"),
        empty_label=_("Choose one"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one.")),
    )
    percent = number(_("How much of the post, in per cent?"), hint=_("A third is 33.33, with 33.34 once."), ask=words.PERCENT)
    since = DateParts(label=_("First day"))
    last_day = DateParts(label=_("Last day, if it ends"), required=False)

    def __init__(self, *args: Any, streams: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["stream"].queryset = streams


class InPostForm(Form):
    """Who is in a post, and when."""

    staff = forms.ModelChoiceField(
        Staff.objects.none(), label=_("Who?"), empty_label=_("Choose one"), error_messages=dict.fromkeys(("required", "invalid_choice"), words.NOT_OF_OURS)
    )
    since = DateParts(label=_("First day"))
    last_day = DateParts(label=_("Last day, if it ends"), required=False)

    def __init__(self, *args: Any, staff: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = staff


class EndInPostForm(Form):
    """The last day on which somebody is in a post."""

    last_day = DateParts(label=_("Their last day in this post"))


class EndShareForm(Form):
    """The last day on which a stream pays."""

    last_day = DateParts(label=_("The last day on which they pay"))


class StreamForm(Form):
    """Where money comes from and what whoever gives it wants to hear about."""

    said = {"kind": STREAMS}
    name = line(_("What is it called?"), ask=words.NAME_A_STREAM, required=True)
    kind = one_of(_("Where does it come from?"))
    wants_to_hear = long(
        _("What do they want to hear about?"),
        hint=_("In their words: what they asked for in the agreement, and when. It stands on their page."),
        required=False,
    )
    readers = forms.ModelMultipleChoiceField(
        Staff.objects.none(),
        label=_("Who reads what this money did?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Commissioners of your organisation. They see this stream’s own share and what it costs, and no other’s."),
        error_messages=dict.fromkeys(("invalid_choice", "invalid_pk_value", "invalid_list"), words.NO_COMMISSIONER),
    )

    def __init__(self, *args: Any, readers: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["readers"].queryset = readers
        if not readers.exists():
            del self.fields["readers"]
