"""Counts told before, found without looking at each of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from harmledger.extract.again import settled
from harmledger.extract.retold import MANY, NEARLY, Counts
from harmledger.model import Bound, Count, Status
from tests.make import claim, source

numbers = st.integers(0, 60)


def of(low):
    return claim(low, count=Count(low, low, Bound.EXACT, str(low)))


def near(low, other):
    less, more = sorted((low, other))
    return less == more or (less >= MANY and more <= less * NEARLY)


@given(st.lists(numbers, max_size=8), numbers)
def test_a_count_is_told_again_where_one_of_those_before_is_near(before, low):
    counts = Counts()
    for one in before:
        counts.add([of(one)])
    told = [one for one in before if one]
    if low:
        assert counts.hold([of(low)], nearly=True) == any(near(low, one) for one in told)
        assert counts.hold([of(low)], nearly=False) == (low in told)


tellers = st.sampled_from([None, "the mayor", "The Mayor", "a doctor"])
statuses = st.sampled_from([Status.UNKNOWN, Status.CIVILIAN, Status.COMBATANT])


def one_by_one(rows):
    """Which rows stand where each is looked for among all that stand before it."""
    kept = []
    for who, status in rows:
        same = (
            at
            for at, (name, other) in enumerate(kept)
            if (None in (who, name) or who.lower() == name.lower())
            and (status is other or Status.UNKNOWN in (status, other))
        )
        at = next(same, None)
        if at is None:
            kept.append((who, status))
        elif kept[at][0] is None and who is not None:
            kept[at] = who, status
    return kept


@given(st.lists(st.tuples(tellers, statuses), max_size=10))
def test_what_is_said_again_is_found_as_if_each_claim_were_looked_at(rows):
    found = []
    for at, (who, status) in enumerate(rows):
        one = claim(9, source=None if who is None else source(who))
        evidence = replace(one.evidence, start=at * 100, end=at * 100 + len(one.evidence.quote))
        found.append(replace(one, evidence=evidence, group=replace(one.group, status=status)))
    kept = [(one.source and one.source.name, one.group.status) for one in settled(found)]
    assert sorted(kept, key=str) == sorted(one_by_one(rows), key=str)
