"""The places that a text names, with where it names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.text.chain import chains
from harmledger.locate.text.sentence import sentences
from harmledger.locate.text.uncased import uncased_chains

UNCASED = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
READ = 20_000  # characters; what a longer text says further down rarely tells of its main incident


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that may name a place.

    Attributes:
        words: As written.
        start: First character in the text.
        sentence: Which sentence they stand in, from 0.
        cued: Whether words beside them say that a place is meant.
    """

    words: str
    start: int
    sentence: int
    cued: bool


def is_uncased(text: str) -> bool:
    """Whether a text has letters of a script without capitals (Hebrew, Arabic and their kin)."""
    return UNCASED.search(text) is not None


def mentions(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every stretch of place words in the text, in its order."""
    return tuple(_mentions(text[:READ], gazetteer))


def _mentions(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    for number, (start, end) in enumerate(sentences(text)):
        sentence = text[start:end]
        found = uncased_chains(sentence, gazetteer) if is_uncased(sentence) else chains(sentence)
        for one in found:
            yield Mention(one.words, start + one.start, number, one.cued)
