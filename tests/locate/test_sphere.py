"""Distances and points on the earth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate.sphere import furthest_km, kilometres, mean_point, moved, unit

POINTS = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(POINTS, st.floats(1, 500), st.floats(0, 360))
def test_a_point_moved_so_far_is_so_far_away(point, km, bearing):
    assert kilometres(point, moved(point, km, bearing)) == pytest.approx(km, rel=1e-6)


@given(POINTS, POINTS)
def test_the_furthest_of_one_is_as_far_as_it_is(point, other):
    assert furthest_km(point, [unit(other)]) == pytest.approx(kilometres(point, other), abs=0.01)


@given(POINTS, st.integers(0, 10**7))
def test_people_at_one_point_live_there(point, people):
    assert mean_point([(unit(point), people)]) == pytest.approx(point)


def test_the_mean_point_crosses_the_date_line():
    lat, lon = mean_point([(unit((0, 179)), 1), (unit((0, -179)), 1)])
    assert (lat, abs(lon)) == pytest.approx((0, 180))


def test_more_people_weigh_more():
    lat, _ = mean_point([(unit((10, 0)), 900), (unit((20, 0)), 100)])
    assert lat == pytest.approx(11, abs=0.1)
