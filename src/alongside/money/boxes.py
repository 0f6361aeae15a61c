"""Form boxes for money: pounds, hours, per cent, days."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.foundation.refusals import Refused
from alongside.web.vocabulary import say_refusal

from .pence import in_pounds, read_pounds


class PoundsBox(forms.TextInput):
    """Shows pence as pounds; what was typed, as it was typed."""

    def __init__(self) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off"})

    def format_value(self, value: Any) -> str | None:
        return in_pounds(value).removeprefix("£").replace(",", "") if isinstance(value, int) else value


class PoundsField(forms.CharField):
    """An amount in pounds, as pence; empty is None where it may be."""

    widget = PoundsBox

    def __init__(self, *, nothing_too: bool = False, **given: Any) -> None:
        self.nothing_too = nothing_too
        super().__init__(**given)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_pounds(text, nothing_too=self.nothing_too)
        except Refused as refused:
            raise ValidationError(say_refusal(refused)) from None


def pounds(label: Any, *, hint: Any = "", required: bool = True, nothing_too: bool = False) -> PoundsField:
    """A box for an amount."""
    return PoundsField(
        label=label,
        help_text=hint,
        required=required,
        nothing_too=nothing_too,
        max_length=30,
        error_messages={"required": _("Write an amount in pounds, such as 25 or 25.50.")},
    )


def number(label: Any, *, hint: Any = "", ask: Any, places: int = 2) -> forms.DecimalField:
    """A box for a number that is no money."""
    said = dict.fromkeys(("required", "invalid", "max_decimal_places", "max_digits", "max_whole_digits"), ask)
    return forms.DecimalField(
        label=label,
        help_text=hint,
        decimal_places=places,
        max_digits=7,
        error_messages=said,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
    )


def hours_of(minutes: int) -> Decimal:
    """1110 minutes → 18.5."""
    return Decimal(minutes * 100 // 60) / 100
