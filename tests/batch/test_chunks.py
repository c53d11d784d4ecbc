"""Chunks: together they are the stream, and each is within its bounds but for its last report."""

from hypothesis import given
from hypothesis import strategies as st

from harmledger.batch import chunks
from tests.make import report

TEXTS = st.lists(st.text(max_size=30), max_size=25)
BOUND = st.integers(1, 40)


@given(TEXTS, BOUND, BOUND)
def test_chunks_together_are_the_stream(texts: list[str], most: int, characters: int) -> None:
    reports = [report(text, report_id=f"r{number}") for number, text in enumerate(texts)]
    cut = list(chunks(reports, most_items=most, most_characters=characters))
    assert [item for chunk in cut for item in chunk] == reports
    for chunk in cut:
        assert 1 <= len(chunk) <= most
        assert sum(len(item.text) for item in chunk[:-1]) < characters
