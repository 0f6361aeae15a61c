"""Groups of neighbours in the demo: what is said of each, on which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .days import working_day
from .plan import Deed
from .reading import told


def groups(today: date) -> Iterator[Deed]:
    """Every deed of every group, in the order in which a day's deeds are done."""
    for one in told("groups"):
        for what, given in _said_of(one, today):
            on = working_day(today - timedelta(days=given["ago"]))
            yield Deed(on, one["by"], f"group {what}", "", {**given, "on": on, "group": one["key"]})


def _said_of(one: dict[str, Any], today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    first, *stages = one["stages"]
    described = {name: one[name] for name in ("name", "what_happens", "times", "address", "across_ages") if name in one}
    yield "heard", {**first, "described": described, "locality": one["locality"]}
    for stage in stages:
        yield "stage", stage
    for taster in one.get("tasters", ()):
        yield "taster", taster
    for holders in one.get("holders", ()):
        yield "holders", holders
    if meets := one.get("sessions"):
        for number, ago in enumerate(range(meets["from"], meets["to"], -meets["every"])):
            led_by = "members" if ago < meets["members"] else "both" if ago < meets["both"] else "us"
            heads = {"came": 7 + number * 5 % 8, "new": 1 if number % 4 == 0 else 0, "helpers": 2 if led_by == "us" else 4}
            if ages := meets.get("young and old"):
                heads |= {"came": heads["came"] + sum(ages), "under_25": ages[0], "over_60": ages[1]}
            yield "session", {"ago": ago, "led_by": led_by, **heads}
