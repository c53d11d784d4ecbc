"""Ranges: how they add up."""

from hypothesis import given
from hypothesis import strategies as st

from harmledger.model import Range

ENDS = st.none() | st.integers(min_value=0, max_value=10**6)


@st.composite
def ranges(draw):
    low, high = draw(ENDS), draw(ENDS)
    return Range(low, high) if low is None or high is None else Range(*sorted((low, high)))


@given(ranges(), ranges(), ranges())
def test_the_order_of_adding_makes_no_difference(one, two, three):
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)


@given(ranges())
def test_none_at_all_adds_nothing_to_a_range_with_ends(told):
    if told.low is not None:
        assert told + Range(0, 0) == told


@given(ranges(), ranges())
def test_a_sum_is_open_above_where_either_is(one, two):
    assert ((one + two).high is None) == (one.high is None or two.high is None)
