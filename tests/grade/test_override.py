"""A person's own grade or figure."""

from datetime import UTC, datetime

import pytest

from harmledger.grade import figure_of, load_scheme, overridden, subject_of
from harmledger.model import Measure, Override, Range
from tests.make import figure, incident

AIRWARS = load_scheme("airwars")


def override(subject="grade", *, grade=None, low=None, high=None, day=1):
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    return Override("1f3a000000000000", subject, grade, low, high, "Amal", at, "saw the film")


def test_a_persons_grade_stands_first_and_what_the_scheme_gave_is_said():
    made = incident(grade="weak", grade_reasons=("One independent source.",))
    found = overridden(made, [override(grade="fair")], AIRWARS)
    assert found.grade == "fair"
    assert found.grade_reasons == (
        "Graded fair instead of weak by Amal on 2026-03-01: saw the film",
        "One independent source.",
    )


def test_the_latest_decision_counts():
    made = incident(grade="weak")
    decisions = [override(grade="contested", day=2), override(grade="fair", day=1)]
    for order in (decisions, decisions[::-1]):
        assert overridden(made, order, AIRWARS).grade == "contested"


def test_a_grade_of_another_scheme_is_said_and_not_put_in_place():
    made = incident(grade="coded")
    found = overridden(made, [override(grade="fair")], load_scheme("acled"))
    assert found.grade == "coded"
    assert "not a grade of the scheme acled" in found.grade_reasons[-1]


def test_a_persons_figure_keeps_the_claims_and_says_what_was():
    made = incident(figure(3, 9, claims=("c1",)), figure(1, 1, group="children"))
    found = overridden(made, [override("killed:all", low=5, high=7)], AIRWARS)
    assert [(one.group, one.range) for one in found.figures] == [
        ("all", Range(5, 7)),
        ("children", Range(1, 1)),
    ]
    assert found.figures[0].claims == ("c1",)
    assert found.grade_reasons[0] == (
        "Killed, all: 5-7 instead of 3-9, set by Amal on 2026-03-01: saw the film"
    )


def test_a_figure_that_no_claim_gives_can_be_set():
    found = overridden(incident(), [override("injured:women", low=2, high=None)], AIRWARS)
    assert [(one.measure, one.group, one.low, one.high) for one in found.figures] == [
        (Measure.INJURED, "women", 2, None)
    ]
    assert "instead of no figure" in found.grade_reasons[0]


# subject; what it names
SUBJECTS = [
    ("killed:all", (Measure.KILLED, "all")),
    ("killed:everybody", None),
    ("control:all", None),
    ("grade", None),
    ("", None),
    ("killed", None),
]


@pytest.mark.parametrize(("subject", "expected"), SUBJECTS)
def test_subjects(subject, expected):
    assert figure_of(subject) == expected
    if expected is not None:
        assert subject_of(*expected) == subject
