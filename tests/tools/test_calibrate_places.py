"""A project's own places bring its reports nearer, and the documented shares are those printed."""

from math import inf
from pathlib import Path

import pytest
from tools.calibrate_places import Found

from tools import calibrate_places as tool

HERE = Path(__file__).parent / "places"
REFERENCE = Path(__file__).parents[2] / "docs/reference/places.md"
FOUND = [Found(2, 0.95), Found(20, 0.6), Found(300, 0.6), Found(inf, 0.0)]


@pytest.fixture(scope="module")
def read_with():
    reports = [HERE / "reports.jsonl"]
    return {
        "bundled": tool.found_in(reports),
        "and one's own": tool.found_in(reports, [HERE / "places.csv"]),
    }


def test_ones_own_places_bring_reports_nearer(read_with):
    bundled, own = read_with.values()
    assert tool.share(own, 5) > tool.share(bundled, 5)
    assert tool.share(own, 5) >= 0.9
    assert tool.share(own, 161) >= tool.share(bundled, 161)


def test_the_reference_shows_these_shares(read_with):
    assert "\n".join(tool.near_table(read_with)) in REFERENCE.read_text(encoding="utf-8")


def test_what_is_not_placed_counts_as_missed():
    rows = list(tool.near_table({"bundled": FOUND}))
    assert rows[-1] == "| bundled | 4 | 0.75 | 0.25 | 0.50 | 0.50 |"


def test_shares_of_the_sure_are_of_those_placed():
    rows = list(tool.sure_table(FOUND))
    assert rows[2] == "| 0.40 | 1.00 | 0.67 | 0.67 |"
    assert rows[-3] == "| 0.90 | 0.33 | 1.00 | 1.00 |"
