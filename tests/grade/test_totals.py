"""Totals: sums over the headline grades, every other grade apart, nothing dropped."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade import BY, Concession, Total, load_scheme, totals
from harmledger.model import Measure, Range
from tests.make import figure, incident, place

AIRWARS = load_scheme("airwars")
KILLED = Measure.KILLED


def graded(grade, *figures, **other):
    return incident(*figures, grade=grade, **other)


def sums(incidents, **other):
    """Totals without the ids of their incidents."""
    return [replace(one, ids=()) for one in totals(incidents, AIRWARS, **other)]


def test_headline_and_other_grades_stand_apart():
    found = sums(
        [
            graded("fair", figure(10, 12)),
            graded("confirmed", figure(3)),
            graded("weak", figure(5, 9)),
            graded("contested", figure(1)),
        ]
    )
    assert found == [
        Total("headline", KILLED, "all", 13, 15, 2, 0),
        Total("contested", KILLED, "all", 1, 1, 1, 0),
        Total("weak", KILLED, "all", 5, 9, 1, 0),
    ]


def test_by_grade_the_headline_is_taken_apart():
    incidents = [graded("fair", figure(10, 12)), graded("confirmed", figure(3))]
    found = sums(incidents, by="grade")
    assert [(one.part, one.row, one.low) for one in found] == [
        ("confirmed", "confirmed", 3),
        ("fair", "fair", 10),
    ]


def test_unknown_counts_are_said_as_a_number():
    incidents = [graded("fair", figure(10)), graded("fair", figure(None, None))]
    assert sums(incidents) == [Total("headline", KILLED, "all", 10, 10, 2, 1)]


def test_what_nobody_counts_is_unknown_and_not_nought():
    assert sums([graded("fair", figure(None, None))]) == [
        Total("headline", KILLED, "all", None, None, 1, 1)
    ]
    assert sums([graded("fair", figure(0, 0))]) == [Total("headline", KILLED, "all", 0, 0, 1, 0)]


def test_open_ends():
    incidents = [graded("fair", figure(10, None)), graded("fair", figure(None, 4))]
    assert sums(incidents) == [Total("headline", KILLED, "all", 10, 14, 2, 0)]


def test_stocks_are_never_added():
    stock = figure(900, measure=Measure.DISPLACED_STOCK)
    flow = figure(30, measure=Measure.DISPLACED)
    one, other = sums([graded("fair", stock, flow), graded("fair", stock, incident_id="other")])
    assert (one.measure, one.low, one.adds) == (Measure.DISPLACED, 30, True)
    # its incidents are said as a number, its people are not
    assert other == Total("headline", Measure.DISPLACED_STOCK, "all", None, None, 2, 0, adds=False)


def test_nothing_has_no_totals():
    assert totals([], AIRWARS) == []


def test_a_grade_of_another_scheme_stands_apart_and_is_never_dropped():
    found = sums([graded("likely", figure(4)), graded("weak", figure(1)), graded(None, figure(2))])
    assert [(one.part, one.low) for one in found] == [("weak", 1), ("None", 2), ("likely", 4)]


def test_likeliest_numbers_are_added_where_there_are_any():
    incidents = [graded("fair", figure(1, 9, best=4)), graded("fair", figure(2, 8, best=5))]
    assert [one.best for one in sums(incidents)] == [9]
    assert [one.best for one in sums([graded("fair", figure(1, 9))])] == [None]


# what it is taken by, what the incident is, its row
ROWS = [
    ("year", {"start": date(2017, 3, 31)}, "2017"),
    ("month", {"start": date(2017, 3, 31), "end": date(2017, 4, 2)}, "2017-03"),
    ("day", {"start": date(2017, 3, 31)}, "2017-03-31"),
    ("day", {"start": None}, "not stated"),
    ("country", {"place": place("Mosul")}, "IQ"),
    ("country", {"place": None}, "not stated"),
    ("place", {"place": place("Badush")}, "Badush"),
    ("place", {"place": replace(place("the hill"), name=None)}, "not known"),
    ("means", {"means": ("small_arms", "airstrike")}, "airstrike and small arms"),
    ("means", {"means": ()}, "not stated"),
    ("perpetrator", {"perpetrators": ("the army", "the militia")}, "the army and the militia"),
    ("perpetrator", {"perpetrators": ()}, "not stated"),
    ("grade", {}, "fair"),
]


@pytest.mark.parametrize(("by", "what", "row"), ROWS)
def test_rows(by, what, row):
    [found] = totals([graded("fair", figure(3), **what)], AIRWARS, by=by)
    assert (found.row, found.low) == (row, 3)


def test_every_way_to_take_a_total_is_tried():
    assert {by for by, _, _ in ROWS} == set(BY)


def test_rows_come_in_order_and_what_is_not_stated_last():
    days = (date(2018, 1, 1), None, date(2016, 1, 1))
    incidents = [graded("fair", figure(1), start=day) for day in days]
    found = totals(incidents, AIRWARS, by="year")
    assert [one.row for one in found] == ["2016", "2018", "not stated"]


def conceded(low, high, by="the army", measure=KILLED):
    return Concession(by, measure, Range(low, high), ())


def test_what_is_conceded_stands_beside_and_is_no_part_of_the_sum():
    incidents = [graded("fair", figure(10, 20), incident_id=name) for name in ("a", "b", "c")]
    told = {
        "a": [conceded(4, 6)],
        # two belligerents on one incident: the span of their words, not the sum
        "b": [conceded(1, 1), conceded(3, None, by="the militia")],
        "c": [conceded(9, 9, measure=Measure.INJURED)],
    }
    [found] = sums(incidents, conceded=told)
    assert (found.low, found.high, found.conceding) == (30, 60, 2)
    assert found.conceded == Range(5, 9)


def test_each_total_names_its_incidents():
    incidents = [graded("fair", figure(1), incident_id=name) for name in ("b", "a")]
    [found] = totals(incidents, AIRWARS)
    assert found.ids == ("a", "b")


GRADES = st.sampled_from([step.grade for step in AIRWARS.steps])
INCIDENTS = st.lists(
    st.builds(
        lambda grade, low, more, means, who, name: graded(
            grade, figure(low, low + more), means=means, perpetrators=who, incident_id=name
        ),
        GRADES,
        st.integers(0, 99),
        st.integers(0, 9),
        st.lists(st.sampled_from(["airstrike", "shelling"]), max_size=2).map(tuple),
        st.lists(st.sampled_from(["the army", "the militia"]), max_size=2).map(tuple),
        st.uuids().map(str),
    ),
    max_size=9,
    unique_by=lambda one: one.incident_id,
)


@given(INCIDENTS, st.integers(0, 9))
def test_totals_of_parts_add_up_to_the_whole(incidents, cut):
    def lows(part):
        return sum(total.low for total in totals(part, AIRWARS))

    whole = totals(incidents, AIRWARS)
    assert lows(incidents[:cut]) + lows(incidents[cut:]) == lows(incidents)
    assert sum(total.incidents for total in whole) == len(incidents)
    assert totals(incidents[::-1], AIRWARS) == whole


@given(INCIDENTS, st.sampled_from(sorted(BY)))
def test_whatever_a_total_is_taken_by_each_incident_counts_once(incidents, by):
    found = totals(incidents, AIRWARS, by=by)
    assert sorted(one for total in found for one in total.ids) == sorted(
        one.incident_id for one in incidents
    )
    whole = totals(incidents, AIRWARS)
    for end in ("low", "high"):
        assert sum(getattr(one, end) for one in found) == sum(getattr(one, end) for one in whole)
