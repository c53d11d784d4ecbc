"""A sentence with everything the levels of the cascade found in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import GLUED, Item, collapse, lost_space, merged, read, symbols
from harmledger.extract.numbers import cardinals, counts, quantities
from harmledger.extract.people import people
from harmledger.extract.things import things
from harmledger.extract.tokens import Stretch, words
from harmledger.extract.when import dates


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, read level by level.

    Attributes:
        number: Its place in the report, from 0.
        start: First character in the report, in code points.
        end: One past the last.
        words: Words and phrases of the lexicon.
        flat: The same with numbers, dates and names collapsed.
        items: The same with people and things counted collapsed.
        string: `items` as symbols.
        flat_string: `flat` as symbols.
        segments: Where clauses begin, in code points of the report, the sentence's start first.
        possible: Places in `items` from which what follows only may be.
    """

    number: int
    start: int
    end: int
    words: Sequence[Item]
    flat: Sequence[Item]
    items: Sequence[Item]
    string: str
    flat_string: str
    segments: tuple[int, ...]
    possible: frozenset[int] = frozenset()

    def segment(self, at: int) -> int:
        """The number of the clause that holds a character."""
        return max(0, bisect_right(self.segments, at) - 1)


def sentence(
    text: str, stretch: Stretch, number: int, grammar: Grammar, published: date | None
) -> Sentence:
    """Read one sentence through every level."""
    base = read(text, stretch.start, stretch.end, grammar.lexicon)
    items = cardinals(base, text, grammar)
    items = dates(items, text, grammar, published)
    items = quantities(items, text, grammar)
    items = counts(items, text, grammar)
    flat = names(items, text, grammar)
    items = things(people(flat, text, grammar), text, grammar)
    flat_string, string = symbols(flat), symbols(items)
    starts = [
        flat[m.start()].start for m in grammar.patterns["attribution.segment"].finditer(flat_string)
    ]
    starts += [m.start() for m in LOST_SPACE.finditer(text, stretch.start, stretch.end)]
    return Sentence(
        number,
        stretch.start,
        stretch.end,
        base,
        flat,
        items,
        string,
        flat_string,
        (stretch.start, *sorted(starts)),
        possible=_possible(string, grammar),
    )


def _possible(string: str, grammar: Grammar) -> frozenset[int]:
    """Where words stand that make what follows only possible, by what follows them."""
    pattern = grammar.patterns.get("hold.unreal")
    return (
        frozenset() if pattern is None else frozenset(m.start() for m in pattern.finditer(string))
    )


def names(items: Sequence[Item], text: str, grammar: Grammar) -> list[Item]:
    """Put one item in place of each run of capitalised words that make a name."""
    sense = grammar.phrase["NAMEP",]
    return collapse(
        items,
        [
            (match.start(), match.end(), merged(items[slice(*match.span())], text, sense))
            for match in grammar.patterns["names.name"].finditer(symbols(items))
        ],
    )


WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")
LOST_SPACE = re.compile(r"(?<=[a-z]{2}[.!?])[\"”’]?(?=[A-Z][a-z])")
"""Where a sentence ends without the space behind it, as pages scraped together have it."""


def worth_reading(text: str, stretch: Stretch, grammar: Grammar) -> bool:
    """Whether a sentence holds a word without which there is no claim."""
    if grammar.lexicon.script.joins:
        return any(
            form in grammar.triggers or grammar.lexicon.sense(form).symbol in grammar.gate
            for token in words(text, stretch.start, stretch.end)
            for _, _, form in grammar.lexicon.cut(token[0])
            if form
        )
    found = WORD.findall(text[stretch.start : stretch.end].lower())
    if not grammar.triggers.isdisjoint(found):
        return True
    if DIGIT.search(text, stretch.start, stretch.end) is None:
        return False
    known = grammar.lexicon.words
    odd = [token for token in found if len(token) >= GLUED and token not in known]
    pieces = (piece for token in odd for *_, piece in lost_space(token, grammar.lexicon))
    return not grammar.triggers.isdisjoint(pieces)
