"""Dates of publication: the forms that mean one day, and those that don't."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.ingest.day import day

DAY = date(2017, 3, 14)
READ = [
    "2017-03-14",
    "20170314",
    "2017-W11-2",
    "2017-03-14T01:30:00+03:00",
    "2017-03-14 23:59",
    "2017-03-14T23:30:00Z",
    "2017-03-14T23:30:00.000-0800",
    "Tue, 14 Mar 2017 01:30:00 +0300",
    "Tue, 14 Mar 2017 01:30:00 GMT",
    "14 March 2017",
    "14 mar 2017",
    "March 14, 2017",
    "Mar 14, 2017",
    "March 14 2017",
    "Tuesday, 14 March 2017",
    "Tuesday, March 14, 2017",
    "  14  March\n2017 ",
    "2017/03/14",
    "2017.03.14",
    "٢٠١٧-٠٣-١٤",
    "۲۰۱۷/۰۳/۱۴",
]
NOT_READ = [
    "",
    "2017",
    "2017-03",
    "March 2017",
    "2017-02-30",
    "03/04/2017",
    "14.03.17",
    "1489449600",
    "soon",
    "at 10:30",
    "0001-01-01",
    "1601-01-01T00:00:00Z",
    "14 March",
    "Tue, 14 Mar 2017 01:30:00 +99999999999999",
    "2017-03-14 to 2017-03-16",
]


@pytest.mark.parametrize("text", READ)
def test_one_day_is_read(text):
    assert day(text) == DAY


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_one_day_is_none(text):
    assert day(text) is None


@given(st.dates(min_value=date(1800, 1, 1)))
def test_every_day_is_read_as_iso_writes_it(when):
    assert day(when.isoformat()) == when


@given(st.text() | st.text("0123456789-:/., +ZTJanuryMdch"))
def test_any_text_is_a_day_or_none(text):
    assert isinstance(day(text), date | None)
