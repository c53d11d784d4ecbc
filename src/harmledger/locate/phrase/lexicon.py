"""Find the listed words in a phrase: what stands around names, not the names themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from harmledger.locate.fold import folding, plain_words
from harmledger.locate.words import (
    Country,
    Direction,
    PlaceType,
    Relation,
    Unit,
    countries,
    directions,
    place_types,
    relations,
    units,
)

Known = PlaceType | Relation | Direction | Unit | Country
SIGNS = re.compile(
    r"\d+(?:[.,]\d+)?|[^\W\d_][\w'’‘`ʻʼʿʾ′\u064b-\u0652\u0670-]*|[,،;؛:()\[\]/–—&|]|(?<=\s)-(?=\s)"
)
OWNING = re.compile(r"['’]s$")
REMEMBERED = 65_536  # words


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign of a phrase, or several words that are listed together.

    Attributes:
        text: As written.
        known: What vocab/gazetteer/ says it is, or None for a name or an unknown word.
        owning: Whether an owner's ending stood behind it ("Mosul's").
    """

    text: str
    start: int
    end: int
    known: Known | None = None
    owning: bool = False

    @property
    def breaks(self) -> bool:
        """Whether it is a sign that parts a phrase."""
        return not self.text[0].isalnum() and self.known is None


def tokens(words: str) -> list[Token]:
    """The words and signs of a phrase in their order, the longest listed phrases joined."""
    bare = list(_bare(words))
    plain = [_plain(token.text) for token in bare]
    found: list[Token] = []
    at = 0
    while at < len(bare):
        length, known = _longest(plain, at)
        last = bare[at + length - 1]
        start = bare[at].start
        found.append(Token(words[start : last.end], start, last.end, known, last.owning))
        at += length
    return found


def _bare(words: str) -> Iterator[Token]:
    for sign in SIGNS.finditer(words):
        text = sign.group()
        owner = OWNING.sub("", text)
        end = sign.start() + len(owner)
        yield Token(owner, sign.start(), end, owning=owner != text)


def _longest(plain: list[str], at: int) -> tuple[int, Known | None]:
    """The longest listed phrase that begins here: how many words and what it is, else 1 word."""
    most = min(_lengths().get(plain[at], 0), len(plain) - at)
    for length in range(most, 0, -1):
        known = lexicon().get(tuple(plain[at : at + length]))
        if known is not None:
            return length, known
    return 1, None


@cache
def lexicon() -> dict[tuple[str, ...], Known]:
    """Every listed word or phrase, folded, and what it is. What is listed first holds."""
    found: dict[tuple[str, ...], Known] = {}
    groups: tuple[tuple[Known, ...], ...] = (
        relations(),
        directions(),
        place_types(),
        units(),
        tuple(countries().values()),
    )
    for group in groups:
        for one in group:
            for words in one.words:
                # A dash stands between blanks to part two places.
                held = _bare(f" {words} ")
                found.setdefault(tuple(_plain(token.text) for token in held), one)
    return found


@cache
def _lengths() -> dict[str, int]:
    """How many words the longest listed phrase has that begins with a word."""
    found: dict[str, int] = {}
    for words in lexicon():
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@lru_cache(REMEMBERED)
def _plain(text: str) -> str:
    """The word as the lexicon knows it: no marks, no hyphens, no Arabic article."""
    joined = "".join(plain_words(text)) or text
    return joined.removeprefix(folding().prefix)
