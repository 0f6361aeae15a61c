"""Wishes as one of us keeps them, a part of town apart."""

from __future__ import annotations

from datetime import timedelta

from alongside.directory.actions import keep_gap
from alongside.directory.gaps.said import Said
from alongside.directory.models import Gap
from alongside.foundation.actor import Actor
from tests.building import as_, now

HERE = (53.40, -2.30)
A_MILE_ON = (53.41, -2.30)
FAR_OFF = (53.60, -2.30)


def keeps(by: Actor, words: str, at: tuple[float, float] | None = HERE, *, days_ago: int = 0, **more: object) -> Gap:
    """A wish, kept by one of us so many days ago."""
    latitude, longitude = at or (None, None)
    where = {"near": "Fernbrook", "latitude": latitude, "longitude": longitude, "reach": 3000} if at else {}
    with as_(by):
        return keep_gap(Said(words, **(where | more)), by=by, at=now() - timedelta(days=days_ago))  # type: ignore[arg-type]
