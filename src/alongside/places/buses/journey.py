"""A way from one place to another: on foot, by a ride or two, and on foot."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Ride:
    """One ride: what one sits in, from where and when (seconds of the day), to where and when."""

    kind: str
    line: str
    from_stop: str
    at: int
    to_stop: str
    until: int


@dataclass(frozen=True)
class Journey:
    """From leaving one place to being at the other (seconds of the day), its rides, and the metres on foot by road: before, between and after."""

    leave: int
    arrive: int
    rides: tuple[Ride, ...]
    on_foot: tuple[int, ...]
