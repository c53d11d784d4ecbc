"""Which incidents a list shows, and in which order."""

from datetime import date
from typing import Any

import pytest

from harmledger.model import Incident, Range
from harmledger.workbench.board import Brief, Row
from harmledger.workbench.incidents.filters import Wanted, order, reach, select
from tests import make
from tests.workbench.fixture import SHOT, STRIKE, UNPLACED

ENGLISH = Brief("en", "Market strike", "Tigris Wire")
ARABIC = Brief("ar", "غارة", "وكالة الفرات")
ROWS = [Row(STRIKE, (ENGLISH, ARABIC)), Row(SHOT, (ENGLISH,)), Row(UNPLACED, ())]
ASKED: list[tuple[dict[str, Any], str]] = [
    # what is asked, first letters of the ids that are shown
    ({}, "abc"),
    ({"words": "MOSUL"}, "a"),
    ({"words": "tigris wire"}, "ab"),
    ({"words": "tigris الفرات"}, "a"),
    ({"words": "coalition"}, "a"),
    ({"words": "small_arms"}, "b"),
    ({"words": "nowhere"}, ""),
    ({"since": date(2017, 3, 14)}, "ab"),
    ({"since": date(2017, 3, 15)}, "b"),
    # the second of its two days still counts
    ({"since": date(2022, 11, 3)}, "b"),
    ({"since": date(2022, 11, 4)}, ""),
    ({"until": date(2022, 11, 2)}, "ab"),
    ({"until": date(2022, 11, 1)}, "a"),
    ({"since": date(2017, 3, 14), "until": date(2017, 3, 14)}, "a"),
    ({"grade": "weak"}, "b"),
    ({"means": "airstrike"}, "a"),
    ({"place": "kher"}, "b"),
    ({"killed": 0}, "ab"),
    # the high end decides: 12 to 31
    ({"killed": 31}, "a"),
    ({"killed": 32}, ""),
    ({"lang": "ar"}, "a"),
    ({"lang": "en", "grade": "fair"}, "a"),
]


@pytest.mark.parametrize(("asked", "shown"), ASKED)
def test_select(asked: dict[str, Any], shown: str) -> None:
    assert "".join(row.incident.incident_id[0] for row in select(ROWS, Wanted(**asked))) == shown


REACHES = [
    (Range(3, 7), 7),
    (Range(3, None), 3),
    (Range(None, 7), 7),
    (Range(0, 0), 0),
    (Range(None, None), -1),
    (None, -1),
]


@pytest.mark.parametrize(("counted", "most"), REACHES)
def test_reach(counted: Range | None, most: int) -> None:
    assert reach(counted) == most


SORTED = [
    ("date", "abc"),
    ("-date", "bac"),
    ("code", "abc"),
    ("-code", "cba"),
    ("place", "bac"),
    ("-place", "abc"),
    ("killed", "bac"),
    ("-killed", "abc"),
    ("injured", "abc"),
    ("grade", "cab"),
    ("-sources", "abc"),
    ("means", "abc"),
    ("-displaced", "abc"),
    ("-reports", "abc"),
]


@pytest.mark.parametrize(("sort", "shown"), SORTED)
def test_order_puts_what_is_not_stated_last_either_way(sort: str, shown: str) -> None:
    found = order(reversed(ROWS), sort)
    assert "".join(row.incident.incident_id[0] for row in found) == shown


def test_equal_incidents_keep_one_order() -> None:
    same: list[Incident] = [make.incident(incident_id=name, code="x") for name in "cab"]
    for sort in ("date", "-date"):
        found = order([Row(each, ()) for each in same], sort)
        assert [row.incident.incident_id for row in found] == ["a", "b", "c"]
