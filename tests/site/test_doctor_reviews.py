"""The doctor names what stands in our files of prices and rates and was to be looked at again."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from tests.building import today
from tests.site.test_doctor import REVIEWED, wrong


def test_what_was_to_be_looked_at_again_and_was_not_is_named_with_its_day(committing, monkeypatch):
    assert REVIEWED not in wrong() or today() >= date(2026, 12, 31)
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2027, 1, 1))
    assert "2026-12-31" in wrong()[REVIEWED]
