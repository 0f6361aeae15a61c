"""Which team, period and locality somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.periods import Period
from alongside.web.forms import DateParts

from . import periods
from .saying import period_name

_FROM_THE_LIST = {"invalid_choice": _("Choose one from the list."), "required": _("Choose one from the list.")}


@dataclass(frozen=True)
class Choices:
    """What can be asked for, name by key: teams, and of one of them its localities, its posts, and who pays for them."""

    teams: Mapping[str, str]
    localities: Mapping[str, str]
    posts: Mapping[str, str]
    streams: Mapping[str, str]
    years: Sequence[int] = ()
    """Financial years before the last that have left, by the year in which they began."""


class WhichFigures(forms.Form):
    """Asked in the address, so that a page of figures can be kept and sent on."""

    use_required_attribute = False

    team = forms.ChoiceField(label=_("Team"), error_messages=_FROM_THE_LIST)
    period = forms.ChoiceField(label=_("Period"), error_messages=_FROM_THE_LIST)
    locality = forms.ChoiceField(label=_("Locality"), required=False, error_messages=_FROM_THE_LIST)
    post = forms.ChoiceField(label=_("Post"), required=False, error_messages=_FROM_THE_LIST)
    stream = forms.ChoiceField(label=_("Who pays for the post"), required=False, error_messages=_FROM_THE_LIST)
    since = DateParts(label=_("First day"), required=False)
    until = DateParts(label=_("Last day"), required=False)

    def __init__(self, data: Mapping[str, Any], *, chosen: Choices, exact: bool, today: date) -> None:
        super().__init__(data)
        self._today = today
        self._choices("team", list(chosen.teams.items()))
        offered: tuple[str, ...] = periods.EVERY if exact else (*periods.FINISHED, *map(periods.year_named, chosen.years))
        if exact and data.get("period") == periods.OWN:
            offered = (*offered, periods.OWN)
        self._choices("period", [(name, period_name(name)) for name in offered])
        if exact:
            self._choices("locality", [("", _("All localities")), *chosen.localities.items()])
            self._choices("post", [("", _("All posts")), *chosen.posts.items()])
            self._choices("stream", [("", _("Whoever pays")), *chosen.streams.items()])
        else:
            for name in ("locality", "post", "stream", "since", "until"):
                del self.fields[name]
        if len(chosen.teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("period") == periods.OWN and not self.errors:
            since, until = given.get("since"), given.get("until")
            if since is None:
                self.add_error("since", _("Write the first day to count."))
            elif since > self._today:
                self.add_error("since", _("This day has not come yet. Use today or a day before it."))
            if until is None:
                self.add_error("until", _("Write the last day to count."))
            elif since is not None and until < since:
                self.add_error("until", _("The last day comes before the first. Swap them."))
        return given

    @property
    def asked(self) -> Period:
        """The period that was asked for, once the form is valid."""
        given = self.cleaned_data
        if given["period"] == periods.OWN:
            return Period(given["since"], given["until"] + timedelta(days=1))
        return periods.named(given["period"], on=self._today)
