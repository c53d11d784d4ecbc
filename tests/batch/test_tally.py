"""A tally adds up, whatever way a run is cut."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from harmledger.batch import Tally
from harmledger.model import SetAside

ITEMS = st.lists(
    st.one_of(
        st.just("passed"),
        st.builds(SetAside, st.just("r1"), st.just("extract"), st.sampled_from("abc"), st.just("")),
    )
)


@given(ITEMS, ITEMS)
def test_the_tally_of_two_parts_is_the_tally_of_the_whole(
    left: list[object], right: list[object]
) -> None:
    assert Tally.of(left) + Tally.of(right) == Tally.of(left + right)


def test_a_set_aside_is_counted_by_stage_and_reason() -> None:
    tally = Tally.of([SetAside("a.txt", "ingest", "empty", ""), "passed", "passed"])
    assert tally == Tally(2, Counter({("ingest", "empty"): 1}))
