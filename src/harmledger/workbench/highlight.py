"""Cut a text where its evidence begins and ends, so that a page can mark it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Ends of sentences in Latin and Arabic script, and ends of lines.
STOP = re.compile(r"[.!?؟۔…](?=\s)|\n")
# Characters to each side: a sentence that is longer is cut.
REACH = 400


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of a text that something rests on.

    Attributes:
        start: First character, in code points.
        end: One past the last.
        name: What rests on them.
    """

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same spans cover from end to end.

    Attributes:
        names: Of the spans that cover it, in the order given; empty for plain text.
        begins: Of those that begin with it.
    """

    text: str
    names: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def highlight(text: str, spans: Sequence[Span]) -> list[Piece]:
    """Cut the text at every span's ends; the pieces in a row are the text again.

    Spans may overlap and lie in each other. What reaches over the text's ends is cut off,
    and a span that then covers nothing is left out.
    """
    inside = [
        Span(max(0, span.start), min(len(text), span.end), span.name)
        for span in spans
        if max(0, span.start) < min(len(text), span.end)
    ]
    cuts = sorted({0, len(text), *(end for span in inside for end in (span.start, span.end))})
    pieces = []
    for start, end in pairwise(cuts):
        over = [span for span in inside if span.start <= start and end <= span.end]
        begins = tuple(span.name for span in over if span.start == start)
        pieces.append(Piece(text[start:end], tuple(span.name for span in over), begins))
    return pieces


def sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence or sentences around some characters: what is before, they, what is after."""
    first = max(0, start - REACH)
    before = [found.end() for found in STOP.finditer(text, first, start)]
    after = STOP.search(text, max(start, end - 1), min(len(text), end + REACH))
    begin = before[-1] if before else first
    stop = after.end() if after is not None else min(len(text), end + REACH)
    return (
        ("…" if begin > 0 and not before else "") + text[begin:start].lstrip(),
        text[start:end],
        text[end : max(end, stop)].rstrip() + ("…" if after is None and stop < len(text) else ""),
    )
