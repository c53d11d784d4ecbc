"""Judgements: the latest counts, contradictions are told with their chain and merge nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link.clusters import groups
from harmledger.link.verdicts import verdicts
from harmledger.model import Verdict
from tests.make import judgement

SAME, NOT_SAME, UNSURE = Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE
ACCOUNTS = frozenset("abcdef")


def at(hour):
    return datetime(2024, 1, 1, hour, tzinfo=UTC)


def settle(*rows):
    judged = [
        judgement(one, other, verdict, at=at(hour))
        for hour, (one, other, verdict) in enumerate(rows)
    ]
    found, apart = verdicts(judged, ACCOUNTS)
    return set(found.same), set(found.not_same), [(one.item, one.reason) for one in apart]


# judgements oldest first, same, not same, set aside
CASES = [
    ([("a", "b", SAME)], {("a", "b")}, set(), []),
    ([("b", "a", NOT_SAME)], set(), {("a", "b")}, []),
    ([("a", "b", SAME), ("b", "a", NOT_SAME)], set(), {("a", "b")}, []),
    ([("a", "b", SAME), ("a", "b", UNSURE)], set(), set(), []),
    ([("a", "b", UNSURE), ("a", "b", SAME)], {("a", "b")}, set(), []),
    (
        [("a", "b", SAME), ("b", "c", SAME), ("a", "c", NOT_SAME), ("d", "e", SAME)],
        {("d", "e")},
        {("a", "c")},
        [("a c", "contradicting_judgements")],
    ),
    # two ways round, both broken
    (
        [
            ("a", "b", SAME),
            ("b", "d", SAME),
            ("a", "c", SAME),
            ("c", "d", SAME),
            ("a", "d", NOT_SAME),
        ],
        set(),
        {("a", "d")},
        [("a d", "contradicting_judgements"), ("a d", "contradicting_judgements")],
    ),
    ([("a", "z", SAME)], set(), set(), [("a z", "judgement_without_account")]),
    ([("a", "a", NOT_SAME)], set(), set(), [("a a", "judgement_without_account")]),
]


@pytest.mark.parametrize(("rows", "same", "not_same", "apart"), CASES)
def test_verdicts(rows, same, not_same, apart):
    assert settle(*rows) == (same, not_same, apart)


def test_a_contradiction_tells_its_chain():
    rows = [("a", "b", SAME), ("b", "c", SAME), ("a", "c", NOT_SAME)]
    _, apart = verdicts([judgement(*row) for row in rows], ACCOUNTS)
    assert apart[0].detail.startswith("judged a = b = c, but a not the same as c")


PAIR = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(
    lambda pair: pair[0] != pair[1]
)
JUDGED = st.lists(
    st.builds(
        lambda pair, verdict, hour: judgement(*pair, verdict, at=at(hour)),
        PAIR,
        st.sampled_from(Verdict),
        st.integers(0, 5),
    ),
    max_size=14,
)


@given(JUDGED, st.randoms(use_true_random=False))
def test_order_in_the_list_means_nothing(judged, shuffle):
    found = verdicts(judged, ACCOUNTS)
    again = list(judged)
    shuffle.shuffle(again)
    assert verdicts(again, ACCOUNTS) == found


@given(JUDGED)
def test_no_chain_joins_a_pair_judged_not_the_same(judged):
    found, _ = verdicts(judged, ACCOUNTS)
    number = {account: place for place, account in enumerate(sorted(ACCOUNTS))}
    joined = groups(6, [(number[one], number[other]) for one, other in found.same])
    for one, other in found.not_same:
        assert joined[number[one]] != joined[number[other]]
