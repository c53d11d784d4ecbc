"""Cutting texts at evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.workbench.highlight import Piece, Span, highlight, sentence

TEXT = "abcdef"
CASES = [
    # spans as (start, end, name); pieces as (text, names, begins)
    ([], [("abcdef", "", "")]),
    ([(1, 3, "x")], [("a", "", ""), ("bc", "x", "x"), ("def", "", "")]),
    ([(0, 6, "x")], [("abcdef", "x", "x")]),
    # one after the other, touching
    ([(0, 2, "x"), (2, 4, "y")], [("ab", "x", "x"), ("cd", "y", "y"), ("ef", "", "")]),
    # overlapping
    (
        [(0, 3, "x"), (2, 5, "y")],
        [("ab", "x", "x"), ("c", "xy", "y"), ("de", "y", ""), ("f", "", "")],
    ),
    # one in the other, and two on the same characters
    (
        [(0, 4, "x"), (1, 2, "y")],
        [("a", "x", "x"), ("b", "xy", "y"), ("cd", "x", ""), ("ef", "", "")],
    ),
    ([(1, 3, "x"), (1, 3, "y")], [("a", "", ""), ("bc", "xy", "xy"), ("def", "", "")]),
    # beyond the text, empty, and backwards
    ([(4, 99, "x"), (7, 9, "y")], [("abcd", "", ""), ("ef", "x", "x")]),
    ([(2, 2, "x"), (4, 3, "y")], [("abcdef", "", "")]),
]


@pytest.mark.parametrize(("spans", "pieces"), CASES)
def test_highlight(spans: list[tuple[int, int, str]], pieces: list[tuple[str, str, str]]) -> None:
    expected = [Piece(text, tuple(names), tuple(begins)) for text, names, begins in pieces]
    assert highlight(TEXT, [Span(*span) for span in spans]) == expected


spans = st.lists(
    st.builds(Span, st.integers(-2, 12), st.integers(-2, 12), st.sampled_from("pqrs")), max_size=5
)


@given(st.text(max_size=10), spans)
def test_pieces_are_the_text_and_each_character_is_covered_by_its_spans(
    text: str, spans: list[Span]
) -> None:
    pieces = highlight(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    covers = [piece.names for piece in pieces for _ in piece.text]
    for at, names in enumerate(covers):
        assert list(names) == [span.name for span in spans if span.start <= at < span.end]


@given(st.text(max_size=10), spans)
def test_a_span_begins_once(text: str, spans: list[Span]) -> None:
    begun = [name for piece in highlight(text, spans) for name in piece.begins]
    seen = [s.name for s in spans if max(0, s.start) < min(len(text), s.end)]
    assert sorted(begun) == sorted(seen)


AROUND = "It rained. Residents said 12 died at noon. Then night fell."
SENTENCES = [
    # text, evidence, before, after
    (AROUND, "12 died", "Residents said ", " at noon."),
    (AROUND, "It rained", "", "."),
    (AROUND, "night fell.", "Then ", ""),
    ("A line\n3 dead\nanother", "3 dead", "", ""),
    ("قال شاهد. قتل 3 أشخاص؟ ثم عاد.", "3 أشخاص", "قتل ", "؟"),
    # a full stop inside a number ends nothing
    ("About 1.5 million fled. Yes.", "million fled", "About 1.5 ", "."),
    ("x" * 500 + " 3 dead " + "y" * 500, "3 dead", "…" + "x" * 399 + " ", " " + "y" * 399 + "…"),
]


@pytest.mark.parametrize(("text", "evidence", "before", "after"), SENTENCES)
def test_sentence(text: str, evidence: str, before: str, after: str) -> None:
    start = text.index(evidence)
    assert sentence(text, start, start + len(evidence)) == (before, evidence, after)
