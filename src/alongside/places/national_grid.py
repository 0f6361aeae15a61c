"""British National Grid eastings and northings as degrees (WGS 84).

Source: Ordnance Survey, "A guide to coordinate systems in Great Britain": annexe C for the Transverse Mercator projection
on the Airy 1830 ellipsoid, annexe B and section 6.6 for the Helmert shift from OSGB36 to WGS84. The shift is good to about
5 metres, which is less than the width of the street that a postcode stands for.
"""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin, sqrt, tan

# Airy 1830: half axes in metres.
_A, _B = 6_377_563.396, 6_356_256.909
# WGS 84 (GRS 80): half axes in metres.
_A_WGS, _B_WGS = 6_378_137.0, 6_356_752.3142
# The National Grid: scale on the central meridian, true origin in degrees, false origin in metres.
_F0 = 0.999_601_271_7
_LAT0, _LON0 = radians(49.0), radians(-2.0)
_E0, _N0 = 400_000.0, -100_000.0
# From OSGB36 to WGS84: metres, parts in a million, seconds of arc (the published shift the other way, turned round).
_TX, _TY, _TZ = 446.448, -125.157, 542.060
_SCALE = -20.4894e-6
_RX, _RY, _RZ = (radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))

LARGEST_EASTING, LARGEST_NORTHING = 700_000, 1_300_000
"""Metres; the grid covers Great Britain up to here."""


def degrees_from_grid(easting: float, northing: float) -> tuple[float, float] | None:
    """Latitude and longitude in degrees (WGS 84), or None for a point outside the grid."""
    if not (0 < easting <= LARGEST_EASTING and 0 < northing <= LARGEST_NORTHING):
        return None
    latitude, longitude = _shifted(*_on_airy(easting, northing))
    return degrees(latitude), degrees(longitude)


def _arc(latitude: float, n: float) -> float:
    """Metres along the meridian from the true origin (annexe C, equation C3)."""
    less, more = latitude - _LAT0, latitude + _LAT0
    return (
        _B
        * _F0
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _on_airy(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude in radians on OSGB36 (annexe C, section C.2)."""
    n, e2 = (_A - _B) / (_A + _B), 1 - (_B / _A) ** 2
    latitude = (northing - _N0) / (_A * _F0) + _LAT0
    while abs(left := northing - _N0 - _arc(latitude, n)) >= 0.000_01:
        latitude += left / (_A * _F0)
    root = 1 - e2 * sin(latitude) ** 2
    nu, rho = _A * _F0 / sqrt(root), _A * _F0 * (1 - e2) * root**-1.5
    eta2, t, c = nu / rho - 1, tan(latitude), 1 / cos(latitude)
    d = easting - _E0
    vii, viii = t / (2 * rho * nu), t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
    ix = t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    x, xi = c / nu, c / (6 * nu**3) * (nu / rho + 2 * t**2)
    xii = c / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
    xiia = c / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    return latitude - vii * d**2 + viii * d**4 - ix * d**6, _LON0 + x * d - xi * d**3 + xii * d**5 - xiia * d**7


def _shifted(latitude: float, longitude: float) -> tuple[float, float]:
    """OSGB36 to WGS84, both in radians, through Cartesian coordinates (annexe B)."""
    nu = _A / sqrt(1 - (1 - (_B / _A) ** 2) * sin(latitude) ** 2)
    x = nu * cos(latitude) * cos(longitude)
    y = nu * cos(latitude) * sin(longitude)
    z = nu * (_B / _A) ** 2 * sin(latitude)
    x, y, z = (
        _TX + (1 + _SCALE) * x - _RZ * y + _RY * z,
        _TY + _RZ * x + (1 + _SCALE) * y - _RX * z,
        _TZ - _RY * x + _RX * y + (1 + _SCALE) * z,
    )
    e2, p = 1 - (_B_WGS / _A_WGS) ** 2, sqrt(x**2 + y**2)
    found = atan2(z, p * (1 - e2))
    for _ in range(8):
        nu = _A_WGS / sqrt(1 - e2 * sin(found) ** 2)
        found = atan2(z + e2 * nu * sin(found), p)
    return found, atan2(y, x)
