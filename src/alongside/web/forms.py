"""Form pieces of our own: a date in three boxes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import dates, timezone, translation
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
_EARLIEST, _LATEST = 1880, 2200
"""Years we take: nobody we walk alongside was born earlier, and nothing is planned later."""

_ASKED_FOR = {
    ("day",): _("Write the day as well, such as 18."),
    ("month",): _("Write the month as well, such as 11."),
    ("year",): _("Write the year as well, such as 2026."),
    ("day", "month"): _("Write the day and the month as well, such as 18 and 11."),
    ("day", "year"): _("Write the day and the year as well, such as 18 and 2026."),
    ("month", "year"): _("Write the month and the year as well, such as 11 and 2026."),
}


@cache
def _months(language: str) -> dict[str, int]:
    """Names of months, whole and short, in lower case."""
    with translation.override(language):
        named = {str(name).casefold().rstrip("."): number for number, name in dates.MONTHS.items()}
        return {str(name).casefold().rstrip("."): number for number, name in dates.MONTHS_3.items()} | named


def _month(written: str) -> int:
    """A month's number, from its number or its name in the language of the page or in English."""
    name = written.casefold().rstrip(".")
    return _months(translation.get_language() or "en-gb").get(name) or _months("en-gb").get(name) or int(written)


class ThreeBoxes(forms.Widget):
    """Day, month and year, each typed in its own box: `on_day`, `on_month`, `on_year`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}_{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}_{part}" not in data for part in PARTS)

    def format_value(self, value: Any) -> dict[str, str]:
        """What stands in each box, exactly as it was typed."""
        if isinstance(value, Mapping):
            return {part: str(value.get(part, "")) for part in PARTS}
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return dict.fromkeys(PARTS, "")

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else ""


class DateParts(forms.Field):
    """A date in three boxes. One that must be given is today unless changed; pass `initial` for another."""

    widget = ThreeBoxes
    default_error_messages = {
        "required": _("Write the day, the month and the year."),
        "figures": _("Write the date in figures, such as 18 11 2026."),
        "year": _("Write the year with four figures, such as 2026."),
        "no such day": _("There is no such day: check the day and the month."),
    }

    def __init__(self, **given: Any) -> None:
        if given.get("required", True):
            given.setdefault("initial", timezone.localdate)
        super().__init__(**given)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        written = value or {}
        missing = tuple(part for part in PARTS if not written.get(part))
        if len(missing) == len(PARTS):
            return None
        if missing:
            raise ValidationError(_ASKED_FOR[missing], code="incomplete")
        try:
            day, month, year = int(written["day"]), _month(written["month"]), int(written["year"])
        except ValueError:
            raise ValidationError(self.error_messages["figures"], code="figures") from None
        if not _EARLIEST <= year <= _LATEST:
            raise ValidationError(self.error_messages["year"], code="year")
        try:
            return date(year, month, day)
        except ValueError:
            raise ValidationError(self.error_messages["no such day"], code="no such day") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        boxes = ThreeBoxes()
        return boxes.format_value(initial) != boxes.format_value(data)


class LastDay(DateParts):
    """The last day on which something holds, as people say it; gives the first day on which it does not, as it is kept."""

    def clean(self, value: Any) -> date | None:
        last: date | None = super().clean(value)
        return last + timedelta(days=1) if last else None
