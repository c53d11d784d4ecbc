"""Words and sentences of a text, each with its place in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

ARABIC = (
    r"[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Letters, their marks and stretchings, and marks of direction, which part no words."""
LETTER = r"[^\W\d_\u0600-\u06ff]"
"""Of any other script: words of two scripts may stand together without a space."""
TOKEN = re.compile(
    r"[A-Za-z]++(?![\w.'’])"  # most words of English, found without trying the rest
    r"|\d+(?:[.,٫٬\u00a0\u202f\u2009]\u200b?\d+)*"  # 12  1,200  1.5  300.000
    r"|['’]s\b"  # the possessive stands alone, so that the name before it does too
    rf"|{LETTER}(?:\.{LETTER})+\b\.?"  # a.m.  U.S.
    rf"|{LETTER}+(?:['’](?!s\b){LETTER}+)*"
    rf"|{ARABIC}+(?:(?<=ـ)[ .،*]{{1,4}}(?=ـ){ARABIC}+)*"  # a stretched letter holds a word together
    r"|[^\w\s]|_"
)
PARTED = re.compile(f"({TOKEN.pattern})")
"""Parts a text into what stands between tokens and, at odd places, the tokens."""
BREAK = re.compile(
    r"[\n.!?…؟;؛](?:"  # one set of characters first: the engine then looks for nothing else
    r"(?<=\n)\n*"
    r"|(?<=[.!?…؟])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\Wa-z_])"
    r"|(?<=[;؛])(?=\s*\n)"
    # Arabic whose space behind a full stop was lost
    r"|(?<=[\u0621-\u063a\u0641-\u064a]{3}[.!؟])(?=[\u0621-\u063a\u0641-\u064a]{3}))"
)
LAST = re.compile(r"[\w.]+\Z")
LONGEST = 1_500
"""Code points in a sentence; a longer run without an end is cut, so that time stays linear."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters [start, end) of a text."""

    start: int
    end: int


def words(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[str]]:
    """The places and the characters of the tokens of `text[start:end]`, in order."""
    parts = PARTED.split(text[start:end])
    ends = list(accumulate(map(len, parts), initial=start))
    return list(zip(ends[1::2], ends[2::2], strict=False)), parts[1::2]


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[Stretch]:
    """Split a text into sentences, in order, white space at their ends left out.

    Lines end sentences; so does a full stop before a capital, unless it ends an
    abbreviation or an initial.
    """
    start = 0
    for match in BREAK.finditer(text):
        if "\n" not in match[0] and _abbreviated(text, start, match.start() + 1, abbreviations):
            continue
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, len(text))


def _abbreviated(text: str, start: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop before `end` ends an abbreviation or an initial."""
    if end == 0 or text[end - 1] != ".":
        return False
    last = LAST.search(text, max(start, end - 24), end - 1)
    if last is None:
        return False
    word = last[0]
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper())


def _cut(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The stretch without white space at its ends, in pieces of at most `LONGEST`."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start, start + LONGEST)
        middle = space if space > start else start + LONGEST
        yield Stretch(start, middle)
        start = middle
    if start < end:
        yield Stretch(start, end)
