"""Totals: sums over the headline grades, every other grade apart, nothing dropped."""

from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade import Total, load_scheme, totals
from harmledger.model import Measure
from tests.make import figure, incident

AIRWARS = load_scheme("airwars")
KILLED = Measure.KILLED


def graded(grade, *figures):
    return incident(*figures, grade=grade)


def test_headline_and_other_grades_stand_apart():
    found = totals(
        [
            graded("fair", figure(10, 12)),
            graded("confirmed", figure(3)),
            graded("weak", figure(5, 9)),
            graded("contested", figure(1)),
        ],
        AIRWARS,
    )
    assert found == [
        Total("headline", KILLED, "all", 13, 15, 2, 0),
        Total("contested", KILLED, "all", 1, 1, 1, 0),
        Total("weak", KILLED, "all", 5, 9, 1, 0),
    ]


def test_unknown_counts_are_said_as_a_number():
    incidents = [graded("fair", figure(10)), graded("fair", figure(None, None))]
    assert totals(incidents, AIRWARS) == [Total("headline", KILLED, "all", 10, 10, 2, 1)]


def test_open_ends():
    incidents = [graded("fair", figure(10, None)), graded("fair", figure(None, 4))]
    assert totals(incidents, AIRWARS) == [Total("headline", KILLED, "all", 10, 14, 2, 0)]


def test_stocks_are_never_added():
    stock = figure(900, measure=Measure.DISPLACED_STOCK)
    flow = figure(30, measure=Measure.DISPLACED)
    found = totals([graded("fair", stock, flow)], AIRWARS)
    assert [total.measure for total in found] == [Measure.DISPLACED]


def test_nothing_has_no_totals():
    assert totals([], AIRWARS) == []


GRADES = st.sampled_from([step.grade for step in AIRWARS.steps])
INCIDENTS = st.lists(
    st.builds(
        lambda grade, low, more: graded(grade, figure(low, low + more)),
        GRADES,
        st.integers(0, 99),
        st.integers(0, 9),
    ),
    max_size=9,
)


@given(INCIDENTS, st.integers(0, 9))
def test_totals_of_parts_add_up_to_the_whole(incidents, cut):
    def lows(part):
        return sum(total.low for total in totals(part, AIRWARS))

    whole = totals(incidents, AIRWARS)
    assert lows(incidents[:cut]) + lows(incidents[cut:]) == lows(incidents)
    assert sum(total.incidents for total in whole) == len(incidents)
    assert totals(incidents[::-1], AIRWARS) == whole
