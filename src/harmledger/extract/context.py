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
        items: The same with people and things counted collapsed.
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
    return sentences_of(text, [(number, stretch)], grammar, published)[0]


def sentences_of(
    text: str, stretches: Sequence[tuple[int, Stretch]], grammar: Grammar, published: date | None
) -> list[Sentence]:
    """Read sentences through every level, each level of them all before the next.

    What a level needs is then at hand in the processor's memory: a fifth less time.

    Args:
        stretches: Each with its place in the report, from 0.
    """
    words = [read(text, one.start, one.end, grammar.lexicon) for _, one in stretches]
    first = [row(items, grammar.index) for items in words]
    rows = [cardinals(one, text, grammar) for one in first]
    rows = [dates(one, text, grammar, published) for one in rows]
    rows = [quantities(one, text, grammar) for one in rows]
    rows = [counts(one, text, grammar) for one in rows]
    flat = [names(one, text, grammar) for one in rows]
    rows = [people(one, text, grammar) for one in flat]
    rows = [things(one, text, grammar) for one in rows]
    return [
        Sentence(
            number,
            stretch.start,
            stretch.end,
            base.items,
            base.string,
            middle.items,
            last.items,
            last.string,
            middle.string,
            last.awake,
            frozenset().union(*[item.sense.classes for item in base.items]),
            tuple([item for item in base.items if "means" in item.sense.says]),
            _segments(text, stretch, middle, grammar),
            _possible(last, grammar),
        )
        for (number, stretch), base, middle, last in zip(stretches, first, flat, rows, strict=True)
    ]


def _segments(text: str, stretch: Stretch, flat: Row, grammar: Grammar) -> tuple[int, ...]:
    """Where clauses begin, the sentence's start first."""
    pattern = grammar.pattern("attribution.segment", flat.awake)
    found = () if pattern is None else pattern.finditer(flat.string)
    starts = [flat.items[match.start()].start for match in found]
    starts += [m.end() for m in LOST_SPACE.finditer(text, stretch.start, stretch.end)]
    return (stretch.start, *sorted(starts))


def _possible(items: Row, grammar: Grammar) -> frozenset[int]:
    """Where words stand that make what follows only possible, by what follows them."""
    pattern = grammar.pattern("hold.unreal", items.awake)
    found = () if pattern is None else pattern.finditer(items.string)
    return frozenset([match.start() for match in found])


def names(below: Row, text: str, grammar: Grammar) -> Row:
    """Put one item in place of each run of capitalised words that make a name."""
    pattern = grammar.pattern("names.name", below.awake)
    if pattern is None:
        return below
    sense = grammar.phrase["NAMEP",]
    spans = [
        (match.start(), match.end(), merged(below.items[slice(*match.span())], text, sense))
        for match in pattern.finditer(below.string)
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
            for token in words(text, stretch.start, stretch.end)[1]
            for _, _, form in grammar.lexicon.cut(token)
            if form
        )
    own = text[stretch.start : stretch.end].lower()
    if not grammar.triggers.isdisjoint(own.split()):
        return True  # most: what stands by itself is found sooner than all that are words
    found = WORD.findall(own)
    if not grammar.triggers.isdisjoint(found):
        return True
    if DIGIT.search(text, stretch.start, stretch.end) is None:
        return False
    known = grammar.lexicon.words
    odd = [token for token in found if len(token) >= GLUED and token not in known]
    pieces = (piece for token in odd for *_, piece in lost_space(token, grammar.lexicon))
    return not grammar.triggers.isdisjoint(pieces)
