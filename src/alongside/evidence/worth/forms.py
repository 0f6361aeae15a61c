"""The sheets on which a valuation is begun and its assumptions are set."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.refusals import Refused
from alongside.value.estimates import Estimate, between
from alongside.value.own import Own
from alongside.value.valued import Scope
from alongside.value.words import SCOPES
from alongside.web.boxes import Form, line, long, one_of


class Begin(Form):
    """A name and a year."""

    name = line(
        _("What is it to be called?"), hint=_("Such as: what 2025 to 2026 was worth."), ask=_("Give it a name, by which it is found again."), required=True
    )
    year = forms.TypedChoiceField(
        label=_("Which financial year?"), coerce=int, error_messages={"required": _("Choose a year."), "invalid_choice": _("Choose a year from the list.")}
    )

    def __init__(self, *args: Any, years: list[int], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["year"].choices = [(year, _("April %(first)s to March %(last)s") % {"first": year, "last": year + 1}) for year in years]
        # The year that is going on is not over: whole years are what is asked about.
        self.fields["year"].initial = years[1]


def _figure(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": _("Write a figure, 0 if there is none.")},
    )


def in_figures(written: str) -> str:
    """`£8,500` is `8500`."""
    return written.replace(",", "").replace("£", "").strip()


class Assumed(Form):
    """One assumption: three figures and where they come from."""

    low = _figure(_("At least"))
    central = _figure(_("Most likely"))
    high = _figure(_("At most"))
    source = long(
        _("Where does this come from?"),
        hint=_("A study, a meeting, or who was asked. It stands beside the figure wherever that is shown."),
        rows=3,
        most=1000,
        ask=_("Say where it comes from, even if it is a guess: then write that it is one."),
    )
    as_it_stood = forms.CharField(widget=forms.HiddenInput, required=False)

    def estimate(self) -> Estimate | None:
        """What was set; None, with its sentence on the form, where it cannot be."""
        low, central, high = (in_figures(self.cleaned_data.get(name, "")) for name in ("low", "central", "high"))
        try:
            return between(low, central, high, source=self.cleaned_data.get("source", ""))
        except Refused as refused:
            self.add_error("central", refused.sentence)
            return None


class NewOutcome(Form):
    """Something that was counted, and what each is worth."""

    said = {"scope": SCOPES}
    counted = forms.ChoiceField(
        label=_("What was counted?"), error_messages={"required": _("Choose what was counted."), "invalid_choice": _("Choose one from the list.")}
    )
    name = line(_("What is it to be called here?"), ask=_("Give it a name: every pound is opened by it."), required=True)
    priced = forms.ChoiceField(label=_("What is each worth?"), required=False, help_text=_("From the list, with its source; or write your own afterwards."))
    scope = one_of(_("Whose value is it?"), hint=_("The three are added up apart: only the first is ever anybody's cash."))
    worse = forms.BooleanField(label=_("It is for the worse, and is taken away"), required=False)
    as_it_stood = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, counted: list[Any], priced: Own, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["counted"].choices = counted
        shipped = [(key, f"{one.title}: £{one.pounds.central:,} ({one.price_year})") for key, one in priced.proxies.items()]
        self.fields["priced"].choices = [("", _("I write it myself")), *shipped]
        self.fields["scope"].initial = Scope.WELLBEING.value


class NewInput(Form):
    """What was put in."""

    name = line(_("What was put in?"), hint=_("Posts, volunteers' time, a room given free."), ask=_("Say what was put in."), required=True)
    pounds = _figure(_("How many pounds over the year?"))
    source = long(_("Where does this come from?"), rows=2, most=1000, ask=_("Say where it comes from."))
    as_it_stood = forms.CharField(widget=forms.HiddenInput, required=False)
