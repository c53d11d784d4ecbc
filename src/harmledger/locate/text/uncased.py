"""The stretches of a sentence that may name places, in scripts without capitals.

What a name is, only the gazetteer knows there; that one stands, the words before it tell.
"""

from collections.abc import Iterator, Sequence

from harmledger.locate.around import around, folded
from harmledger.locate.fold import folding, key
from harmledger.locate.gazetteer.index import Gazetteer
from harmledger.locate.phrase.lexicon import Token, tokens
from harmledger.locate.phrase.parts import unglued
from harmledger.locate.text.chain import Chain
from harmledger.locate.words import Country, Direction, PlaceType, Relation

LONGEST = 4  # words of a name
CUES = (PlaceType, Direction, Relation, Country)


def uncased_chains(sentence: str, gazetteer: Gazetteer) -> Iterator[Chain]:
    """The stretches of a sentence in its order; positions count from its start."""
    found = tokens(sentence)
    at = 0
    while at < len(found):
        end = _end(found, at, sentence, gazetteer)
        if end is None:
            at += 1
            continue
        start, stop = found[at].start, found[end - 1].end
        yield Chain(sentence[start:stop], start, stop, cued=True)
        at = end


def _end(found: Sequence[Token], at: int, sentence: str, gazetteer: Gazetteer) -> int | None:
    """One past the last token of the stretch that begins here, or None where none does.

    It is words that tell of places, then a name, and so on; a name that the gazetteer does not
    know counts where the word for its kind stands before it.
    """
    end, cued = None, False
    while at < len(found):
        first = at
        while at < len(found) and isinstance(found[at].known, CUES):
            cued = cued or _is_cue(found[at])
            at += 1
        if at == len(found) or found[at].breaks:
            break
        size = _name(found, at, sentence, gazetteer)
        if at == first and not (size and _is_glued(found, at, size, sentence, gazetteer)):
            break
        cued = cued or at == first
        if size <= 1 and at > first and isinstance(found[at - 1].known, PlaceType):
            size = _unknown(found, at)
        if size == 0 or not cued:
            break
        at += size
        end = at
        if at - size > first and _is_road(found[at - size - 1]) and at < len(found):
            at += _name(found, at, sentence, gazetteer)
            end = at
    return end


def _is_road(token: Token) -> bool:
    """Whether a word may be named after the two towns behind it."""
    return isinstance(token.known, PlaceType) and token.known.between


def _unknown(found: Sequence[Token], at: int) -> int:
    """How many tokens from here on are a name that the gazetteer may lack."""
    more = found[at + 1 : at + 2]
    is_head = folded(found[at].text) in around().head
    return 2 if is_head and more and more[0].known is None and not more[0].breaks else 1


def _is_cue(token: Token) -> bool:
    """Whether a word by itself says that a place follows."""
    known = token.known
    if isinstance(known, Relation):
        return not known.weak and known.kind != "beside"
    return isinstance(known, PlaceType | Direction)


def _name(found: Sequence[Token], at: int, sentence: str, gazetteer: Gazetteer) -> int:
    """How many tokens from here on are one name that the gazetteer knows; 0 for none."""
    longest = 0
    for token in found[at : at + LONGEST]:
        if token.breaks or token.known is not None or not token.text[0].isalpha():
            break
        longest += 1
    for size in range(longest, 0, -1):
        words = sentence[found[at].start : found[at + size - 1].end]
        if any(gazetteer.matches(key(form)) for form in (words, *unglued(words))):
            return size
    return 0


def _is_glued(
    found: Sequence[Token], at: int, size: int, sentence: str, gazetteer: Gazetteer
) -> bool:
    """Whether a short word for "in" is written onto the name."""
    words = sentence[found[at].start : found[at + size - 1].end]
    return not gazetteer.matches(key(words)) and words.startswith(folding().inside)
