"""One ordinary group, at any stage."""

from __future__ import annotations

from datetime import date

from alongside.foundation.actor import Actor
from alongside.groups import actions
from alongside.groups.actions.life import Described
from alongside.groups.models import Group
from tests.building import as_, days_ago, now

SEARCHED = "Fishing within 3 miles: two clubs, both by the year and both full."


def heard(by: Actor, name: str = "Saturday fishing", *, on: date | None = None, **given: object) -> Group:
    """Eddie's wish, as one of us wrote it down."""
    with as_(by):
        return actions.hear(Described(name, **given), "“If only there were somebody to fish with.”", on=on or days_ago(200), many=3, by=by, at=now())


def come_to(group: Group, by: Actor, *stages: tuple[str, date]) -> None:
    """One stage after the other, each on its day."""
    with as_(by):
        for stage, on in stages:
            actions.step(group, stage, SEARCHED, on=on, by=by, at=now())


def running(by: Actor, name: str = "Saturday fishing", *, since: int = 100, **given: object) -> Group:
    """A group that started so many days ago, led by one of us."""
    group = heard(by, name, on=days_ago(since + 20), **given)
    come_to(group, by, ("mapped", days_ago(since + 10)), ("started", days_ago(since)))
    return group
