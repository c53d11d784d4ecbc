"""How the pages word things."""

from datetime import date

import pytest

from harmledger.model import Group, People, Range, Status, Unit
from harmledger.workbench import words

PEOPLE = [
    (Range(3, 7), "3–7"),
    (Range(1200, 1200), "1,200"),
    (Range(3, None), "at least 3"),
    (Range(None, 7), "up to 7"),
    (Range(0, 0), "0"),
    (Range(None, None), "unknown"),
    (None, "–"),
]


@pytest.mark.parametrize(("counted", "worded"), PEOPLE)
def test_people(counted: Range | None, worded: str) -> None:
    assert words.people(counted) == worded


DAYS = [
    (None, None, "not stated"),
    (date(2017, 3, 4), None, "4 March 2017"),
    (date(2017, 3, 4), date(2017, 3, 4), "4 March 2017"),
    (date(2017, 3, 4), date(2017, 3, 6), "4–6 March 2017"),
    (date(2017, 3, 4), date(2017, 4, 6), "4 March – 6 April 2017"),
    (date(2016, 12, 31), date(2017, 1, 1), "31 December 2016 – 1 January 2017"),
]


@pytest.mark.parametrize(("start", "end", "worded"), DAYS)
def test_stretch(start: date | None, end: date | None, worded: str) -> None:
    assert words.stretch(start, end) == worded


GROUPS = [
    (Group(), ""),
    (Group(status=Status.CIVILIAN), "civilian"),
    (Group(status=Status.CIVILIAN, people=People.CHILDREN), "civilian children"),
    (Group(role="health_worker"), "health worker"),
    (Group(unit=Unit.HOUSEHOLDS), "households"),
    (Group(people=People.WOMEN, part_of="c1"), "women, inside another count"),
]


@pytest.mark.parametrize(("counted", "worded"), GROUPS)
def test_group(counted: Group, worded: str) -> None:
    assert words.group(counted) == worded


LANGS = [
    ("ar", "rtl", "Arabic"),
    ("fa", "rtl", "Persian"),
    ("en", "ltr", "English"),
    ("uk", "ltr", "Ukrainian"),
    ("und", "auto", "not told"),
    ("ps", "auto", "ps"),
]


@pytest.mark.parametrize(("lang", "direction", "name"), LANGS)
def test_languages(lang: str, direction: str, name: str) -> None:
    assert (words.direction(lang), words.language(lang)) == (direction, name)


URLS = [
    ("https://example.org/a?b", "https://example.org/a?b"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("javascript:alert(1)", ""),
    ("data:text/html,x", ""),
    ("//example.org", ""),
    (" https://example.org", ""),
    ("file:///etc/passwd", ""),
    (None, ""),
]


@pytest.mark.parametrize(("url", "followed"), URLS)
def test_only_addresses_of_the_web_are_followed(url: str | None, followed: str) -> None:
    assert words.address(url) == followed


# sentence; the same with names isolated
ISOLATED = [
    ("One source.", "One source."),
    (
        "قيادة العمليات in بريد دجلة, 28 killed",
        "<bdi>قيادة العمليات</bdi> in <bdi>بريد دجلة</bdi>, 28 killed",
    ),
    ("A <b> (مرصد): B", "A &lt;b&gt; (<bdi>مرصد</bdi>): B"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ISOLATED)
def test_names_in_another_script_turn_nothing_round(text: str, expected: str) -> None:
    assert words.isolated(text) == expected
