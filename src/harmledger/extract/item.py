"""The items of a sentence: words at first, then numbers, dates and phrases in their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from harmledger.extract.lexicon import Lexicon, Sense
from harmledger.extract.tokens import words


@dataclass(frozen=True, slots=True)
class Item:
    """One word or phrase of a sentence.

    Attributes:
        start: First character in the report's text, in code points.
        end: One past the last.
        text: The characters.
        data: What a level of the cascade read here (a count, a time, people), or None.
    """

    start: int
    end: int
    text: str
    sense: Sense
    data: Any = None

    def of(self, name: str) -> bool:
        """Whether the item belongs to a class."""
        return name in self.sense.classes


Items = Sequence[Item]


def symbols(items: Items) -> str:
    """The items as a string, one character each."""
    return "".join([item.sense.symbol for item in items])


def read(text: str, start: int, end: int, lexicon: Lexicon) -> list[Item]:
    """The words and phrases of `text[start:end]`, the longest phrase first."""
    found = [match.span() for match in words(text, start, end)]
    tokens = [text[left:right] for left, right in found]
    lower = [token.lower() for token in tokens]
    items, at = [], 0
    while at < len(tokens):
        phrase = lexicon.phrase(lower, at) if lower[at] in lexicon.phrases else None
        size, sense = phrase or (1, lexicon.sense(tokens[at], first=at == 0))
        left, right = found[at][0], found[at + size - 1][1]
        items.append(Item(left, right, text[left:right], sense))
        at += size
    return items


def merged(items: Items, text: str, sense: Sense, data: Any = None) -> Item:
    """One item in place of several."""
    start, end = items[0].start, items[-1].end
    return Item(start, end, text[start:end], sense, data)


def collapse(items: Items, spans: Iterable[tuple[int, int, Item]]) -> list[Item]:
    """Put single items in place of the spans [i, j), given in order and not overlapping."""
    out: list[Item] = []
    at = 0
    for left, right, item in spans:
        out += items[at:left]
        out.append(item)
        at = right
    out += items[at:]
    return out
