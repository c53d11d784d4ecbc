"""The words of places in a sentence, and which of them a mention belongs to."""

from collections.abc import Sequence
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item

ACRONYM = 5
"""Letters of the longest word in capitals that is taken for a body's name and not a place's."""


class Spot(NamedTuple):
    """The words of a place.

    Attributes:
        start: First character in the report.
        end: One past the last.
        coarse: The words tell a province, a direction or a whole country's part, not a
            town or less.
        origin: Where someone comes from.
    """

    words: str
    start: int
    end: int
    coarse: bool = False
    origin: bool = False


def spots(sentence: Sentence, text: str, grammar: Grammar) -> list[Spot]:
    """The place words of a sentence, in order; the longest reading of each wins."""
    found: dict[int, Spot] = {}
    taken: list[tuple[int, int]] = []
    for rule in grammar.rules["where.rules"].of(sentence.awake):
        for match in rule.pattern.finditer(sentence.flat_string):
            left, right = match.span("p")
            if any(left < end and start < right for start, end in taken):
                continue
            if _person(sentence, left, right):
                continue
            taken.append((left, right))
            start, end = sentence.flat[left].start, sentence.flat[right - 1].end
            words = text[start:end].strip(" (,")
            if words.isupper() and len(words) <= ACRONYM:
                continue
            origin = left > 0 and sentence.flat[left - 1].of("=from")
            found[start] = Spot(words, start, end, _coarse(sentence.flat[left:right]), origin)
    return [found[start] for start in sorted(found)]


def nearest(spots: Sequence[Spot], sentence: Sentence, at: int) -> Spot | None:
    """The place a mention at a character belongs to: its clause's nearest, else the sentence's.

    A place behind the mention is nearer than one as far before it: English says where
    after what.
    """
    if not spots:
        return None
    here = sentence.segment(at)

    def distance(spot: Spot) -> tuple[bool, bool, bool, int]:
        gap = spot.start - at if spot.start >= at else 2 * (at - spot.end)
        return sentence.segment(spot.start) != here, spot.origin, spot.coarse, gap

    return min(spots, key=distance)


def _coarse(items: Sequence[Item]) -> bool:
    """Whether the first place of the words is a direction, a province or the like."""
    first = next((i for i, item in enumerate(items) if item.of("NAMEP")), 0)
    own = items[: first + 2]
    types = [item.sense.get("precision") for item in own if item.of("PLACETYPE")]
    if types:
        return types[0] in ("province", "district")
    return any(item.of("DIRECTION") or item.of("PLACEPART") for item in own)


def _person(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a name is someone's: a title stands before it or a verb of saying behind."""
    before = sentence.flat[left - 1] if left else None
    after = sentence.flat[right] if right < len(sentence.flat) else None
    return bool((before and before.of("TITLE")) or (after and after.of("SAID")))
