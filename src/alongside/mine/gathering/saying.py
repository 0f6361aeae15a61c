"""How a line of a copy is put together."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.formats import date_format

from alongside.web.vocabulary import with_capital


def in_sentences(*said: str) -> str:
    """“brother” and “In New Zealand.” as they are read: “Brother. In New Zealand.”"""
    return " ".join(with_capital(one.strip()) if one.strip()[-1:] in ".!?…" else with_capital(one.strip()) + "." for one in said if one.strip())


def a_day(day: date) -> str:
    """`3 March 2026`."""
    return date_format(day, "j F Y")


def holds_on(on: date) -> Q:
    """What has not ended by then."""
    return Q(until__isnull=True) | Q(until__gt=on)
