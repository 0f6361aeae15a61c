"""A fortnightly meeting in the demo: one that is closed, one whose list is out, and somebody who is proposed for the one after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from alongside.meetings.days import bank_holiday, working_day_before

from .days import ONE_DAY, working_day
from .plan import Deed, Life
from .reading import told

NATION = "ENG"
FORTNIGHT = timedelta(days=14)


def meetings(lives: list[Life], today: date) -> Iterator[Deed]:
    """Every deed of it, by whoever does it."""
    given = told("meetings")
    last, this = _its_days(today)
    keys = {life.name: life.key for life in lives}
    spoken_of = [{**one, "key": keys[one["who"]]} for one in given["last_time"] if one["who"] in keys]
    by, of = given["by"], {"last": last, "this": this, "people": spoken_of}
    yield Deed(working_day(last - timedelta(days=30)), by, "meeting called", "", {**given, "starts_on": last})
    yield Deed(working_day_before(last, NATION), by, "meeting list", "", {**of, "on": last, "first": True})
    yield Deed(last, by, "meeting held", "", of)
    yield Deed(working_day(last + ONE_DAY), by, "meeting told", "", of)
    yield Deed(working_day(last + timedelta(days=6)), given["proposed"]["by"], "meeting answered", "", of)
    yield Deed(working_day_before(this, NATION), given["proposed"]["by"], "meeting proposed", "", {**given["proposed"], "on": this + FORTNIGHT})
    yield Deed(working_day_before(this, NATION), by, "meeting list", "", {**of, "on": this, "first": False})


def _its_days(today: date) -> tuple[date, date]:
    """The last two days of it up to today; neither of them at a weekend or a bank holiday, nor the one after them a bank holiday."""
    day = today
    while day.isoweekday() > 5 or any(bank_holiday(one, NATION) for one in (day - FORTNIGHT, day, day + FORTNIGHT)):
        day -= ONE_DAY
    return day - FORTNIGHT, day
