"""A toll that its own teller gave anew no longer holds; nobody else's gives way."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.independence import Teller
from harmledger.link.supersede import supersessions
from harmledger.model import Certainty, Measure, Polarity, Scope, ScopeKind, SourceKind, Unit
from tests.link.made import item, tell
from tests.make import account, claim, count, source

EXTENT = load_weights().extent
CIVIL = source("the civil defence", SourceKind.CIVIL_DEFENCE)
MAYOR = source("the mayor", SourceKind.LOCAL_AUTHORITY)
DOCTOR = source("a doctor", SourceKind.MEDICAL)


def teller(number, day, told, publisher=None):
    ours = replace(told, report_id=f"r{number}")
    row = tell(
        f"r{number}",
        account(claims=(ours.claim_id,)),
        claims=(ours,),
        publisher=publisher or f"Paper {number}",
        published=None if day is None else date(2017, 3, day),
    )
    return Teller(item(row), EXTENT, ())


def found(rows):
    """Rows are day, claim and, where it matters, publisher: the low ends, old and new."""
    tellers = [teller(number, *row) for number, row in enumerate(rows)]
    lows = {one.claim_id: one.count.low for each in tellers for one in each.claims}
    return {
        (lows[old], lows[new])
        for one in supersessions(tellers)
        for old in one.old
        for new in one.new
    }


def by(who, count, **other):
    return claim(count, source=who, **other)


# what is told; which count gives way to which
CASES = [
    # up and down
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6))], {(4, 6)}),
    ([(15, by(CIVIL, 31)), (17, by(CIVIL, 27))], {(31, 27)}),
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6)), (19, by(CIVIL, 9))], {(4, 6), (6, 9)}),
    # who repeats an old toll later revives nothing
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6)), (19, by(CIVIL, 4))], {(4, 6)}),
    # two tolls of one day: which is the newer can't be told, but both are older than a later one
    ([(15, by(CIVIL, 4)), (15, by(CIVIL, 6))], set()),
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6)), (17, by(CIVIL, 7))], set()),
    (
        [(15, by(CIVIL, 4)), (15, by(CIVIL, 6)), (17, by(CIVIL, 7))],
        {(4, 7), (6, 7)},
    ),
    # without a day nothing is later
    ([(None, by(CIVIL, 4)), (17, by(CIVIL, 6))], set()),
    # two sources are two; residents are not always the same, nor are doctors of two papers
    ([(15, by(CIVIL, 4)), (17, by(MAYOR, 6))], set()),
    ([(15, by(source(), 4)), (17, by(source(), 6))], set()),
    ([(15, by(DOCTOR, 4)), (17, by(DOCTOR, 6))], set()),
    ([(15, by(DOCTOR, 4), "The Dawn"), (17, by(DOCTOR, 6), "The Dawn")], {(4, 6)}),
    # publishers in their own voice
    ([(15, by(None, 4)), (17, by(None, 6))], set()),
    ([(15, by(None, 4), "The Dawn"), (17, by(None, 6), "The Dawn")], {(4, 6)}),
    # another measure, unit or part is another count
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6, measure=Measure.INJURED))], set()),
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6, group=replace(claim().group, part_of="c")))], set()),
    (
        [
            (15, by(CIVIL, 4)),
            (17, by(CIVIL, 6, group=replace(claim().group, unit=Unit.HOUSEHOLDS))),
        ],
        set(),
    ),
    # what is denied, feared or runs on is no toll
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 6, polarity=Polarity.DENIED))], set()),
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 60, certainty=Certainty.FEARED))], set()),
    ([(15, by(CIVIL, 4)), (17, by(CIVIL, 900, scope=Scope(ScopeKind.CUMULATIVE)))], set()),
    ([(15, by(CIVIL, 4)), (17, replace(by(CIVIL, 6), count=count(None, None)))], set()),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_supersessions(rows, expected):
    assert found(rows) == expected


def test_they_stand_in_the_order_of_days_and_say_what_changed():
    rows = [(15, by(CIVIL, 12)), (16, by(CIVIL, 9)), (20, by(CIVIL, 30))]
    says = [one.says for one in supersessions([teller(n, *row) for n, row in enumerate(rows)])]
    assert says == [
        "killed: 12 on 2017-03-15, 9 on 2017-03-16",
        "killed: 9 on 2017-03-16, 30 on 2017-03-20",
    ]


def test_who_repeats_a_toll_is_part_of_what_gives_way():
    rows = [(15, by(CIVIL, 4)), (16, by(CIVIL, 4)), (17, by(CIVIL, 6)), (18, by(CIVIL, 4))]
    (one,) = supersessions([teller(n, *row) for n, row in enumerate(rows)])
    assert (len(one.old), len(one.new)) == (3, 1)


ROWS = st.lists(
    st.tuples(st.integers(1, 6), st.builds(by, st.sampled_from([CIVIL, MAYOR]), st.integers(1, 5))),
    max_size=7,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_of_each_voice_a_toll_stands(rows, shuffle):
    tellers = [teller(number, *row) for number, row in enumerate(rows)]
    mixed = shuffle.sample(tellers, len(tellers))
    assert supersessions(mixed) == supersessions(tellers)
    gone = {old for one in supersessions(tellers) for old in one.old}
    for who in (CIVIL, MAYOR):
        ours = {one.claim_id for each in tellers for one in each.claims if one.source == who}
        assert not ours or ours - gone
