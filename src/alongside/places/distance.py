"""How far one place is from another."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_METRES = 6_371_008.8
"""Mean radius of the Earth in metres (IUGG). The sphere is at most 0.5 % off the true distance."""

METRES_A_MINUTE = 80
"""A walk of 4.8 km an hour, as timetables and housing standards take it; in a straight line, so at best."""


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Metres along the surface between two points in degrees (haversine)."""
    up, across = radians(other_latitude - latitude), radians(other_longitude - longitude)
    half = sin(up / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(across / 2) ** 2
    return 2 * EARTH_METRES * asin(min(1.0, sqrt(half)))


def box_around(latitude: float, longitude: float, metres: float) -> tuple[float, float, float, float]:
    """South, north, west, east in degrees: a box that holds every point within so many metres, and a little more."""
    up = metres / (EARTH_METRES * radians(1)) * 1.001
    # The box is widest towards its edge nearer a pole.
    across = up / max(0.1, cos(radians(min(89.0, abs(latitude) + up))))
    return latitude - up, latitude + up, longitude - across, longitude + across


def minutes_on_foot(metres: float) -> int:
    """Minutes' walk, at least one."""
    return max(1, round(metres / METRES_A_MINUTE))
