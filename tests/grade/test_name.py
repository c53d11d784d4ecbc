"""When two names are one."""

import pytest

from harmledger.grade.name import FILE, may_be_same, same_name
from harmledger.vocab.load import entries

FOUND = entries(FILE, knows=frozenset({"words"}), needs=frozenset({"words"}))


@pytest.mark.parametrize("pair", [pair for entry in FOUND for pair in entry.body["match"]])
def test_names_that_are_one(pair):
    assert same_name(*pair)
    assert may_be_same(*pair)


@pytest.mark.parametrize("pair", [pair for entry in FOUND for pair in entry.body["no_match"]])
def test_names_that_are_two(pair):
    assert not same_name(*pair)
    assert not may_be_same(*pair)


# one, other, same, may be the same
CASES = [
    ("the army", "the northern army", False, True),
    ("", "", False, False),
    (None, None, False, False),
    ("the", "the army", False, False),
]


@pytest.mark.parametrize(("one", "other", "same", "maybe"), CASES)
def test_names(one, other, same, maybe):
    assert same_name(one, other) is same
    assert may_be_same(one or "", other or "") is maybe
