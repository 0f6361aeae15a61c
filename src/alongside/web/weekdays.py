"""Days of the week, as people say them."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _


def on_which_days(days: Collection[int]) -> str:
    """`Monday, Thursday` for 1 and 4, Monday first; all seven are `every day`."""
    return _("every day") if len(set(days)) == len(WEEKDAYS) else ", ".join(str(WEEKDAYS[day - 1]) for day in sorted(set(days)))
