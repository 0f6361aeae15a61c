"""Which lines of somebody's trail to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form
from alongside.web.forms import PARTS, DateParts


class WhichLooks(Form):
    """One colleague's or everybody's, of all days or some; asked in the address, which holds keys and days and no name."""

    who = forms.TypedChoiceField(
        label=_("Who"), required=False, coerce=UUID, empty_value=None, error_messages={"invalid_choice": _("Choose somebody from the list.")}
    )
    since = DateParts(label=_("From which day"), required=False)
    until = DateParts(label=_("Up to which day"), required=False)

    def __init__(self, data: Mapping[str, Any], *, whoever: list[tuple[UUID, str]]) -> None:
        super().__init__(data)
        self.fields["who"].choices = [("", _("Everybody")), *((str(key), name) for key, name in whoever)]

    @property
    def in_the_address(self) -> str:
        """What was asked, for the links to further pages."""
        names = ["who", *(f"{day}_{part}" for day in ("since", "until") for part in PARTS)]
        return urlencode({name: self.data[name] for name in names if self.data.get(name)})
