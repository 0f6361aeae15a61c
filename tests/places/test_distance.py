"""How far one place is from another, and where the National Grid says it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.places.distance import box_around, metres_between, minutes_on_foot
from alongside.places.national_grid import _on_airy, degrees_from_grid

LATITUDES = st.floats(49.5, 60.5)
LONGITUDES = st.floats(-7.5, 1.7)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres():
    assert metres_between(53.0, -2.0, 54.0, -2.0) == pytest.approx(111_195, abs=1)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_there_is_as_far_as_back(latitude, longitude, other_latitude, other_longitude):
    there = metres_between(latitude, longitude, other_latitude, other_longitude)
    back = metres_between(other_latitude, other_longitude, latitude, longitude)
    assert there == pytest.approx(back, abs=0.001)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES, st.integers(100, 400_000))
def test_whatever_is_within_reach_is_within_the_box(latitude, longitude, other_latitude, other_longitude, metres):
    south, north, west, east = box_around(latitude, longitude, metres)
    inside = south <= other_latitude <= north and west <= other_longitude <= east
    assert inside or metres_between(latitude, longitude, other_latitude, other_longitude) > metres


def test_eight_hundred_metres_are_ten_minutes():
    assert minutes_on_foot(800) == 10


def test_next_door_is_a_minute():
    assert minutes_on_foot(3) == 1


def test_the_surveys_own_worked_example_comes_out():
    # Ordnance Survey's guide, annexe C.2: E 651409.903, N 313177.270 is 52°39'27.2531" N 1°43'4.5177" E on OSGB36.
    latitude, longitude = _on_airy(651_409.903, 313_177.270)
    assert (latitude * 57.29577951308232, longitude * 57.29577951308232) == pytest.approx(
        (52 + 39 / 60 + 27.2531 / 3600, 1 + 43 / 60 + 4.5177 / 3600), abs=2e-8
    )


@pytest.mark.parametrize(
    ("easting", "northing", "latitude", "longitude"),
    [
        # PROJ 9 (EPSG:27700 to EPSG:4326 by the Helmert shift), worked out once.
        (377_000, 391_000, 53.415299182, -2.347504503),
        (530_000, 180_000, 51.503990828, -0.128353940),
        (180_000, 30_000, 50.129196272, -5.079524072),
        (460_000, 1_210_000, 60.768492798, -0.900500515),
    ],
)
def test_the_grid_is_turned_into_degrees_within_a_step(easting, northing, latitude, longitude):
    found = degrees_from_grid(easting, northing)
    assert found is not None
    assert metres_between(*found, latitude, longitude) < 0.1


@pytest.mark.parametrize(("easting", "northing"), [(0, 0), (-5, 300_000), (800_000, 300_000), (300_000, 2_000_000), (float("nan"), 1.0)])
def test_a_point_off_the_grid_is_nowhere(easting, northing):
    assert degrees_from_grid(easting, northing) is None
