"""A sentence with everything the levels of the cascade found in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from harmledger.extract.gate import WORD
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import GLUED, Item, lost_space, merged, read
from harmledger.extract.level import Row, row
from harmledger.extract.numbers import cardinals, counts, quantities
from harmledger.extract.people import people
from harmledger.extract.things import things
from harmledger.extract.tokens import Stretch, words
from harmledger.extract.when import dates


class Sentence(NamedTuple):
    """One sentence, read level by level.

    Attributes:
        number: Its place in the report, from 0.
        start: First character in the report, in code points.
        end: One past the last.
        words: Words and phrases of the lexicon.
        said: `words` as symbols.
        flat: The same with numbers, dates and names collapsed.
        items: The same with people and things counted collapsed, where they may make a claim.
        string: `items` as symbols.
        flat_string: `flat` as symbols.
        awake: The rules that its items awake, at whatever level.
        classes: Of all of its words.
        acts: Its words that name a weapon or an act.
        segments: Where clauses begin, in code points of the report, the sentence's start first.
        possible: Places in `items` from which what follows only may be.
    """

    number: int
    start: int
    end: int
    words: Sequence[Item]
    said: str
    flat: Sequence[Item]
    items: Sequence[Item]
    string: str
    flat_string: str
    awake: int
    classes: frozenset[str]
    acts: tuple[Item, ...]
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
    first = row(base, grammar.index)
    level = cardinals(first, text, grammar)
    level = dates(level, text, grammar, published)
    level = quantities(level, text, grammar)
    level = counts(level, text, grammar)
    flat = names(level, text, grammar)
    level = flat
    if grammar.gate.makes(grammar.index.held(flat.string)):
        level = things(people(flat, text, grammar), text, grammar)
    starts = [
        flat.items[m.start()].start
        for m in grammar.patterns["attribution.segment"].finditer(flat.string)
    ]
    starts += [m.end() for m in LOST_SPACE.finditer(text, stretch.start, stretch.end)]
    return Sentence(
        number,
        stretch.start,
        stretch.end,
        base,
        first.string,
        flat.items,
        level.items,
        level.string,
        flat.string,
        level.awake,
        frozenset().union(*[item.sense.classes for item in base]),
        tuple([item for item in base if "means" in item.sense.says]),
        (stretch.start, *sorted(starts)),
        possible=_possible(level.string, grammar),
    )


def _possible(string: str, grammar: Grammar) -> frozenset[int]:
    """Where words stand that make what follows only possible, by what follows them."""
    pattern = grammar.patterns.get("hold.unreal")
    return (
        frozenset() if pattern is None else frozenset(m.start() for m in pattern.finditer(string))
    )


def names(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each run of capitalised words that make a name."""
    sense = grammar.phrase["NAMEP",]
    spans = [
        (match.start(), match.end(), merged(below.items[slice(*match.span())], text, sense))
        for match in grammar.patterns["names.name"].finditer(below.string)
    ]
    return below.put(spans) if spans else below


DIGIT = re.compile(r"\d")
LOST_SPACE = re.compile(r"[.!?](?<=[a-z]{2}.)(?=[\"”’]?[A-Z][a-z])")
"""Where a sentence ends without the space behind it, as pages scraped together have it."""


def worth_reading(text: str, stretch: Stretch, grammar: Grammar) -> bool:
    """Whether a sentence holds a word without which there is no claim."""
    if grammar.lexicon.script.joins:
        return any(
            form in grammar.triggers or grammar.lexicon.sense(form).symbol in grammar.symbols
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
