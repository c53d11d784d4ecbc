"""The characters of a PDF page with their places, in the order they are read."""

import re
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdfium2 import raw

# PDFium marks the hyphen at the end of a line that a word was broken over.
HYPHEN = "\x02"
RIGHT_TO_LEFT = frozenset({"R", "AL", "NSM"})
MIRROR = str.maketrans("()[]{}«»", ")(][}{»«")
INNER_SPACE = re.compile(r"(?<=\S)([(\[{«])( )|( )([)\]}»])(?=\S)")
PAIRS = re.compile(r"[(\[{«]|[)\]}»]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character.

    Attributes:
        x: Left edge, in points from the left of the page.
        y: Middle, in points from the foot of the page.
    """

    text: str
    x: float
    y: float


def glyphs(page: Any) -> list[Glyph]:
    """The characters of one of PDFium's text pages, words from right to left put right.

    PDFium gives the letters of some Arabic words as they stand on the page, from left to
    right: those that the file spells out besides drawing them (ActualText), as browsers do.
    """
    found = []
    for index in range(page.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(page, index))
        if text not in ("\0", HYPHEN):
            found.append(Glyph(text, *_place(page, index)))
    return [glyph for word in _words(found) for glyph in _logical(word)]


def from_right(character: str) -> bool:
    """Whether it is a letter, or a mark on one, of a script written from the right."""
    return unicodedata.bidirectional(character) in RIGHT_TO_LEFT


def mirrored(text: str) -> str:
    """Swap the brackets of text from right to left if that makes more of them close."""
    swapped = text.translate(MIRROR)
    if _unclosed(swapped) >= _unclosed(text):
        return text
    # The space stood on the outer side of what was the other bracket.
    return INNER_SPACE.sub(r"\2\1\4\3", swapped)


def _place(page: Any, index: int) -> tuple[float, float]:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    return left.value, (bottom.value + top.value) / 2


def _words(found: list[Glyph]) -> Iterator[list[Glyph]]:
    for _, word in groupby(found, key=lambda glyph: from_right(glyph.text)):
        yield list(word)


def _logical(word: list[Glyph]) -> list[Glyph]:
    if not from_right(word[0].text) or word[0].x >= word[-1].x:
        return word
    # Letters of one ligature share a place and stand in reading order already.
    ligatures = [list(letters) for _, letters in groupby(word, key=lambda glyph: glyph.x)]
    return [glyph for ligature in reversed(ligatures) for glyph in ligature]


def _unclosed(text: str) -> int:
    """How many brackets open and never close, or close and never opened."""
    depth = stray = 0
    for match in PAIRS.finditer(text):
        depth += 1 if match[0] in "([{«" else -1
        stray, depth = (stray + 1, 0) if depth < 0 else (stray, depth)
    return depth + stray
